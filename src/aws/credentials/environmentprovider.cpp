#include "aws/credentials/environmentprovider.h"

#include "aws/credentials/fixedprovider.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

tl::unexpected<core::Error> unusable(const QString &message, const QString &suggestion)
{
    core::Error error;
    error.kind = core::Error::Kind::Credentials;
    error.identity = u"environment"_s;
    error.message = message;
    error.suggestion = suggestion;
    return tl::unexpected(std::move(error));
}

QString value(const CredentialContext &context, QLatin1StringView name)
{
    return context.environment.value(name).trimmed();
}

QString sessionToken(const CredentialContext &context)
{
    const QString token = value(context, "AWS_SESSION_TOKEN"_L1);
    return token.isEmpty() ? value(context, "AWS_SECURITY_TOKEN"_L1) : token; // the older name, still set by some tools
}

} // namespace

core::Result<std::shared_ptr<CredentialProvider>> environmentProvider(const CredentialContext &context)
{
    if (context.profileChosen)
        return nullptr;
    const QString accessKeyId = value(context, "AWS_ACCESS_KEY_ID"_L1);
    const QString secret = value(context, "AWS_SECRET_ACCESS_KEY"_L1);
    if (accessKeyId.isEmpty() && secret.isEmpty())
        return nullptr;
    if (accessKeyId.isEmpty() || secret.isEmpty())
        return unusable(
            QCoreApplication::translate("Credentials", "The environment has only half a pair of keys: %1 is not set.")
                .arg(accessKeyId.isEmpty() ? "AWS_ACCESS_KEY_ID"_L1 : "AWS_SECRET_ACCESS_KEY"_L1),
            QCoreApplication::translate("Credentials",
                                        "Set both AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or neither."));

    Credentials credentials;
    credentials.accessKeyId = accessKeyId;
    credentials.secretAccessKey = core::Secret(secret.toUtf8());
    credentials.sessionToken = core::Secret(sessionToken(context).toUtf8());
    credentials.accountId = value(context, "AWS_ACCOUNT_ID"_L1);
    credentials.source = u"environment"_s;
    if (const QString text = value(context, "AWS_CREDENTIAL_EXPIRATION"_L1); !text.isEmpty()) {
        const QDateTime expiry = QDateTime::fromString(text, Qt::ISODateWithMs);
        if (!expiry.isValid())
            return unusable(
                QCoreApplication::translate("Credentials", "AWS_CREDENTIAL_EXPIRATION is no date and time."),
                QCoreApplication::translate("Credentials", "Write it like 2030-01-31T12:00:00Z, or unset it."));
        credentials.expiry = expiry.toUTC();
    }
    return fixedProvider(std::move(credentials), context.clock);
}

core::Result<std::shared_ptr<CredentialProvider>> unsupportedEnvironment(const CredentialContext &context)
{
    if (context.profileChosen)
        return nullptr;
    const QString suggestion = QCoreApplication::translate("Credentials",
                                                           "Run “aws configure export-credentials --format env” where "
                                                           "the AWS CLI works, and set the variables it prints.");
    for (const auto name : {"AWS_WEB_IDENTITY_TOKEN_FILE"_L1, "AWS_CONTAINER_CREDENTIALS_FULL_URI"_L1,
                            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"_L1}) {
        if (!value(context, name).isEmpty())
            return unusable(QCoreApplication::translate(
                                "Credentials", "%1 is set, but this way of getting credentials is not supported.")
                                .arg(name),
                            suggestion);
    }
    return nullptr;
}

} // namespace braketeer::aws
