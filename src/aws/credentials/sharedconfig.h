#pragma once

#include "core/secret.h"

#include <QMap>
#include <QString>

namespace braketeer::aws {

/// One profile, sso-session or services section: property name in lower case → value.
///
/// `aws_secret_access_key` and `aws_session_token` are in `secrets`, all others in `values`. A value that goes on over
/// several lines has them joined with a line feed; nested properties are such a value that begins with a line feed.
struct ConfigSection
{
    QMap<QString, QString> values;
    QMap<QString, core::Secret> secrets;

    /// The nested properties of `name`: `s3 =⏎  max_concurrency = 4` gives max_concurrency → 4. Names in lower case.
    QMap<QString, QString> nested(const QString &name) const;
};

/// The two files that all AWS tools share, merged: where both set a property, the credentials file has it.
struct SharedConfig
{
    QMap<QString, ConfigSection> profiles; ///< by name, without the word "profile"
    QMap<QString, ConfigSection> ssoSessions;
    QMap<QString, ConfigSection> services; ///< endpoint settings that a profile names with `services = NAME`
};

} // namespace braketeer::aws
