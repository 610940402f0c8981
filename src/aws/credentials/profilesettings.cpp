#include "aws/credentials/profilesettings.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

tl::unexpected<core::Error> unusable(const QString &message, const QString &suggestion = {})
{
    core::Error error;
    error.kind = core::Error::Kind::Credentials;
    error.message = message;
    error.suggestion = suggestion;
    return tl::unexpected(std::move(error));
}

/// The first of the variables that is set to more than blanks.
QString variable(const QProcessEnvironment &environment, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (QString value = environment.value(name); !value.trimmed().isEmpty())
            return value;
    }
    return {};
}

QString firstOf(std::initializer_list<QString> candidates)
{
    for (const QString &candidate : candidates) {
        if (!candidate.isEmpty())
            return candidate;
    }
    return {};
}

bool isTrue(const QString &text)
{
    return text.trimmed().compare("true"_L1, Qt::CaseInsensitive) == 0;
}

/// Names in variables and in `services` sections are service ids; requests know services by their endpoint's name.
QString serviceName(const QString &id)
{
    QString name = id.toLower().replace(u'_', u'-');
    if (name == "cloudwatch-logs"_L1)
        return u"logs"_s;
    if (name == "cloudwatch"_L1)
        return u"monitoring"_s;
    return name;
}

QHash<QString, QString> endpointsOfEnvironment(const QProcessEnvironment &environment)
{
    static constexpr auto prefix = "AWS_ENDPOINT_URL_"_L1;
    QHash<QString, QString> urls;
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        const QString url = environment.value(name).trimmed();
        if (name.startsWith(prefix) && !url.isEmpty())
            urls.insert(serviceName(name.sliced(prefix.size())), url);
    }
    return urls;
}

QHash<QString, QString> endpointsOfSection(const ConfigSection &section)
{
    QHash<QString, QString> urls;
    for (auto service = section.values.cbegin(); service != section.values.cend(); ++service) {
        const QString url = section.nested(service.key()).value(u"endpoint_url"_s);
        if (!url.isEmpty())
            urls.insert(serviceName(service.key()), url);
    }
    return urls;
}

/// Order of the AWS tools: option, variable of the service, variable for all, services section, profile.
void resolveEndpoints(ProfileSettings &settings, const SettingsOptions &options, const QProcessEnvironment &environment,
                      const SharedConfig &config, const ConfigSection &profile)
{
    settings.endpointUrl = options.endpointUrl;
    const QString ignore = firstOf({variable(environment, {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"_L1}),
                                    profile.values.value(u"ignore_configured_endpoint_urls"_s)});
    if (!settings.endpointUrl.isEmpty() || isTrue(ignore))
        return;
    settings.endpointUrl = variable(environment, {"AWS_ENDPOINT_URL"_L1}).trimmed();
    if (settings.endpointUrl.isEmpty()) {
        settings.endpointUrls = endpointsOfSection(config.services.value(profile.values.value(u"services"_s)));
        settings.endpointUrl = profile.values.value(u"endpoint_url"_s);
    }
    settings.endpointUrls.insert(endpointsOfEnvironment(environment));
}

core::Result<std::optional<int>> maxAttempts(const QString &text)
{
    if (text.isEmpty())
        return std::optional<int>();
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    if (isNumber && number >= 1)
        return std::optional(number);
    return unusable(QCoreApplication::translate("ProfileSettings",
                                                "The number of attempts is “%1”, which is no whole number above 0.")
                        .arg(text.left(40)),
                    QCoreApplication::translate("ProfileSettings",
                                                "Set AWS_MAX_ATTEMPTS, or max_attempts in the profile, to 1 or more."));
}

S3Addressing s3Addressing(const ConfigSection &profile)
{
    const QString style = profile.nested(u"s3"_s).value(u"addressing_style"_s).trimmed().toLower();
    if (style == "path"_L1)
        return S3Addressing::Path;
    return style == "virtual"_L1 ? S3Addressing::Virtual : S3Addressing::Automatic;
}

} // namespace

core::Result<ProfileSettings> resolveSettings(const SettingsOptions &options, const QProcessEnvironment &environment,
                                              const SharedConfig &config, const QStringList &keychainProfiles)
{
    ProfileSettings settings;
    settings.profileChosen = !options.profile.isEmpty();
    settings.profile = firstOf({options.profile, variable(environment, {"AWS_PROFILE"_L1, "AWS_DEFAULT_PROFILE"_L1})});
    settings.profileNamed = !settings.profile.isEmpty();
    if (!settings.profileNamed)
        settings.profile = u"default"_s;
    if (settings.profileNamed && !config.profiles.contains(settings.profile)
        && !keychainProfiles.contains(settings.profile))
        return unusable(
            QCoreApplication::translate(
                "ProfileSettings", "There is no profile “%1” in the AWS config and credentials files or the keychain.")
                .arg(settings.profile),
            QCoreApplication::translate("ProfileSettings",
                                        "Choose another with --profile or AWS_PROFILE, or add it to ~/.aws/config."));

    const ConfigSection profile = config.profiles.value(settings.profile);
    settings.region = firstOf({options.region,
                               variable(environment, {"AWS_REGION"_L1, "AWS_DEFAULT_REGION"_L1}).trimmed(),
                               profile.values.value(u"region"_s)});
    settings.caBundle = firstOf(
        {options.caBundle, variable(environment, {"AWS_CA_BUNDLE"_L1}), profile.values.value(u"ca_bundle"_s)});
    settings.useFips = isTrue(
        firstOf({variable(environment, {"AWS_USE_FIPS_ENDPOINT"_L1}), profile.values.value(u"use_fips_endpoint"_s)}));
    settings.useDualStack = isTrue(firstOf(
        {variable(environment, {"AWS_USE_DUALSTACK_ENDPOINT"_L1}), profile.values.value(u"use_dualstack_endpoint"_s)}));
    resolveEndpoints(settings, options, environment, config, profile);
    const core::Result<std::optional<int>> attempts = maxAttempts(
        firstOf({variable(environment, {"AWS_MAX_ATTEMPTS"_L1}), profile.values.value(u"max_attempts"_s)}));
    if (!attempts)
        return core::fail(attempts.error());
    settings.maxAttempts = *attempts;
    settings.s3Addressing = s3Addressing(profile);
    return settings;
}

} // namespace braketeer::aws
