#pragma once

#include "job/value.h"

#include <QByteArray>

namespace braketeer::exchange {

enum class YamlTexts {
    Quoted,         ///< every text, so that nobody can take one for a number
    PlainWhereSafe, ///< quotes only where some version of YAML needs them: for people to read
};

/// Writes a document as block-style YAML that every version of YAML reads alike: each text is in double quotes by
/// default, keys too unless they are plain words. Characters that do not show what they are (isHidden()) are escaped.
QByteArray writeYaml(const job::Value &value, YamlTexts texts = YamlTexts::Quoted);

/// A text as a YAML double-quoted scalar with its quotes.
QString yamlString(QStringView text);

} // namespace braketeer::exchange
