#include "aws/credentials/profileprovider.h"

#include "aws/credentials/fixedprovider.h"

#include <QCoreApplication>

#include <optional>
#include <span>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

/// A property that makes a profile get its credentials in a way of its own.
struct Way
{
    const char *property;
    const char *name;
};

/// Ways that go before static keys in the same profile, as in the AWS CLI.
constexpr Way waysBeforeKeys[] = {
    {"role_arn", QT_TRANSLATE_NOOP("Credentials", "taking on a role")},
    {"sso_session", QT_TRANSLATE_NOOP("Credentials", "IAM Identity Center (SSO)")},
    {"sso_start_url", QT_TRANSLATE_NOOP("Credentials", "IAM Identity Center (SSO)")},
    {"login_session", QT_TRANSLATE_NOOP("Credentials", "signing in with the console")},
};
constexpr Way waysAfterKeys[] = {
    {"credential_process", QT_TRANSLATE_NOOP("Credentials", "a program that prints credentials")},
    {"web_identity_token_file", QT_TRANSLATE_NOOP("Credentials", "a web identity token")},
    {"credential_source", QT_TRANSLATE_NOOP("Credentials", "the credentials of the machine")},
};

core::Error unusable(const QString &profile, const QString &message, const QString &suggestion)
{
    core::Error error;
    error.kind = core::Error::Kind::Credentials;
    error.identity = u"profile "_s + profile;
    error.message = message;
    error.suggestion = suggestion;
    return error;
}

std::optional<core::Error> unsupported(const QString &profile, const ConfigSection &section, std::span<const Way> ways)
{
    for (const Way &way : ways) {
        if (section.values.value(QString::fromLatin1(way.property)).isEmpty())
            continue;
        return unusable(
            profile,
            QCoreApplication::translate("Credentials",
                                        "Profile “%1” gets its credentials by %2 (%3), which is not supported yet.")
                .arg(profile, QCoreApplication::translate("Credentials", way.name), QLatin1StringView(way.property)),
            QCoreApplication::translate(
                "Credentials", "Run “aws configure export-credentials --profile %1 --format env”, set the variables it "
                               "prints and leave --profile out, or use a profile with keys.")
                .arg(profile));
    }
    return std::nullopt;
}

core::Result<std::shared_ptr<CredentialProvider>> staticKeys(const CredentialContext &context,
                                                             const ConfigSection &section)
{
    const QString accessKeyId = section.values.value(u"aws_access_key_id"_s);
    const core::Secret secret = section.secrets.value(u"aws_secret_access_key"_s);
    if (accessKeyId.isEmpty() && secret.isEmpty())
        return nullptr;
    if (accessKeyId.isEmpty() || secret.isEmpty())
        return core::fail(unusable(
            context.profile,
            QCoreApplication::translate("Credentials", "Profile “%1” has only half a pair of keys: %2 is missing.")
                .arg(context.profile, accessKeyId.isEmpty() ? "aws_access_key_id"_L1 : "aws_secret_access_key"_L1),
            QCoreApplication::translate("Credentials", "Add it in ~/.aws/credentials, or choose another profile.")));

    Credentials credentials;
    credentials.accessKeyId = accessKeyId;
    credentials.secretAccessKey = secret;
    credentials.sessionToken = section.secrets.value(u"aws_session_token"_s);
    credentials.accountId = section.values.value(u"aws_account_id"_s);
    credentials.source = u"profile "_s + context.profile;
    return fixedProvider(std::move(credentials), context.clock);
}

} // namespace

core::Result<std::shared_ptr<CredentialProvider>> profileProvider(const CredentialContext &context)
{
    const ConfigSection section = context.config.profiles.value(context.profile);
    if (const std::optional<core::Error> error = unsupported(context.profile, section, waysBeforeKeys))
        return core::fail(*error);
    core::Result<std::shared_ptr<CredentialProvider>> keys = staticKeys(context, section);
    if (!keys || *keys)
        return keys;
    if (const std::optional<core::Error> error = unsupported(context.profile, section, waysAfterKeys))
        return core::fail(*error);
    if (!context.profileNamed)
        return nullptr;
    return core::fail(unusable(
        context.profile,
        QCoreApplication::translate("Credentials", "Profile “%1” holds no credentials.").arg(context.profile),
        QCoreApplication::translate(
            "Credentials", "Add aws_access_key_id and aws_secret_access_key to it in ~/.aws/credentials, or keep "
                           "keys of that name in the keychain with “braketeer-cli credentials add”.")));
}

} // namespace braketeer::aws
