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

enum class YamlCharacters {
    Readable, ///< letters of every script stand as they are
    Ascii,    ///< everything beyond ASCII as \u or \U: the AWS CLI reads a file in the locale's encoding
};

/// A text as a YAML double-quoted scalar with its quotes. A character beyond U+FFFF is escaped whole (\U0001f600): the
/// two halves that JSON writes are two wrong characters in YAML.
QString yamlString(QStringView text, YamlCharacters characters = YamlCharacters::Readable);

/// A key and its colon: the key as it is where no version of YAML takes it for anything else than text, else like
/// yamlString(). Beyond the 1,024 characters that YAML allows in front of a colon it becomes `? "key"`, and the colon
/// stands in a line of its own behind `indent`.
QString yamlKey(const QString &key, const QString &indent, YamlCharacters characters = YamlCharacters::Readable);

} // namespace braketeer::exchange
