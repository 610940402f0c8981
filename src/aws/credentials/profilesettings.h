#pragma once

#include "aws/credentials/sharedconfig.h"
#include "aws/s3addressing.h"
#include "core/result.h"

#include <QHash>
#include <QProcessEnvironment>
#include <QStringList>

#include <optional>

namespace braketeer::aws {

/// What a person chose for this session; empty means: not chosen.
struct SettingsOptions
{
    QString profile;     ///< `--profile`
    QString region;      ///< `--region`
    QString endpointUrl; ///< `--endpoint-url`
    QString caBundle;    ///< `--ca-bundle`
};

/// Everything but the keys that options, environment and profile say together.
struct ProfileSettings
{
    QString profile;                      ///< never empty; "default" when nobody chose one
    bool profileChosen = false;           ///< by option: then keys in the environment are not used
    bool profileNamed = false;            ///< by option or `AWS_PROFILE`: then it must exist
    QString region;                       ///< empty: none is set anywhere
    QString endpointUrl;                  ///< for all services without one of their own; empty: the service's own
    QHash<QString, QString> endpointUrls; ///< by service as resolveEndpoint() knows it: "braket", "logs", …
    QString caBundle;                     ///< file; empty: the system's certificates
    bool useFips = false;
    bool useDualStack = false;
    std::optional<int> maxAttempts;
    S3Addressing s3Addressing = S3Addressing::Automatic;
};

/// Each from the first that has it: option, environment, profile.
///
/// Variables: `AWS_PROFILE` (then `AWS_DEFAULT_PROFILE`), `AWS_REGION` before `AWS_DEFAULT_REGION`,
/// `AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`, `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`, `AWS_CA_BUNDLE`,
/// `AWS_USE_FIPS_ENDPOINT`, `AWS_USE_DUALSTACK_ENDPOINT`, `AWS_MAX_ATTEMPTS`. Properties: `region`, `services`,
/// `endpoint_url`, `ignore_configured_endpoint_urls`, `ca_bundle`, `use_fips_endpoint`, `use_dualstack_endpoint`,
/// `max_attempts`, `addressing_style` below `s3`. Source: AWS SDKs and Tools Reference Guide, "Settings reference".
///
/// Fails with Credentials: the named profile is neither in `config` nor among `keychainProfiles`; max_attempts is no
/// whole number above 0.
core::Result<ProfileSettings> resolveSettings(const SettingsOptions &options, const QProcessEnvironment &environment,
                                              const SharedConfig &config, const QStringList &keychainProfiles = {});

} // namespace braketeer::aws
