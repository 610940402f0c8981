#pragma once

#include "job/value.h"

#include <QByteArray>
#include <QString>

namespace braketeer::exchange {

enum class JsonForm {
    Compact,       ///< one line, no blanks between tokens
    Indented,      ///< a member or item a line, two blanks a level, ends with a newline
    IndentedAscii, ///< the same with everything beyond ASCII as \uXXXX, for readers that guess encodings
    Hardened,      ///< one line of ASCII: in texts everything but letters, digits and - _ . : + / is \uXXXX, so that no
                   ///< shell finds anything to act on
};

/// Writes a document as JSON in UTF-8. Numbers keep their text. Characters that do not show what they are (isHidden())
/// are escaped in every form; lone surrogates are written as escapes.
QByteArray writeJson(const job::Value &value, JsonForm form);

/// The same as text, without the newline at the end of JsonForm::Indented; its first line stands at `level`.
QString jsonText(const job::Value &value, JsonForm form, int level = 0);

/// A text as a JSON string with its quotes.
QString jsonString(QStringView text, JsonForm form);

} // namespace braketeer::exchange
