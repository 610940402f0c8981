#pragma once

#include "aws/credentials/sharedconfig.h"
#include "core/result.h"

#include <QByteArrayView>

namespace braketeer::aws {

/// A file's text, UTF-8, and the name that an error message calls it by.
struct ConfigText
{
    QString name;
    QByteArrayView text;
};

/// Reads the config and the credentials file. Pure; any bytes may come in.
///
/// - `[profile NAME]`, `[default]`, `[sso-session NAME]` and `[services NAME]` in the config file, `[NAME]` in the
///   credentials file. Other sections, and names with unusual characters, are left out. `[profile default]` beats
///   `[default]`. A section that is there twice is merged, the later value wins.
/// - `name = value`; a line that is indented deeper goes on with the value before it. Comments begin with `#` or `;`,
///   at the start of a line or after white space. Property names do not know case.
///
/// Fails with Credentials: text outside a section, a header without `]`, a line without `=` or without a name. The
/// message has file and line, and never the text of the line, which may be a secret.
/// Source: AWS SDKs and Tools Reference Guide, "Shared config and credentials files"; where AWS tools differ (indented
/// comments, indented properties), what the AWS CLI accepts is accepted.
core::Result<SharedConfig> parseConfigFiles(const ConfigText &config, const ConfigText &credentials);

} // namespace braketeer::aws
