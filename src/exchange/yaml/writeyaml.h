#pragma once

#include "job/value.h"

#include <QByteArray>

namespace braketeer::exchange {

/// Writes a document as block-style YAML that every version of YAML reads alike: each text is in double quotes, keys
/// too unless they are plain words. Characters that do not show what they are (isHidden()) are escaped.
QByteArray writeYaml(const job::Value &value);

/// A text as a YAML double-quoted scalar with its quotes.
QString yamlString(QStringView text);

} // namespace braketeer::exchange
