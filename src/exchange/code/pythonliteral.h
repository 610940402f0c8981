#pragma once

#include "job/value.h"

#include <QString>
#include <QStringView>

namespace braketeer::exchange {

enum class PythonText {
    Readable, ///< letters of every script stand as they are; the file must be UTF-8, as Python takes it to be
    Ascii,    ///< everything beyond ASCII as an escape
};

/// A text as a Python string literal in double quotes, whatever is in it: quotes, backslashes, line ends, NUL and lone
/// surrogates. Characters that do not show what they are (isHidden()) are escaped in both forms.
///
/// Source: The Python Language Reference, 2.4.1 (string literals). Never a raw, formatted or bytes literal.
QString pythonString(QStringView text, PythonText form = PythonText::Readable);

/// A document value as a Python expression that ast.literal_eval() reads: dict, list, str, number, True, False, None.
///
/// Members and items stand on lines of their own, four blanks a level, with a comma behind the last; the first line
/// is not indented and the last has no line end. Numbers keep their text; one that is no JSON number becomes a str.
QString pythonLiteral(const job::Value &value, PythonText form = PythonText::Readable, int level = 0);

} // namespace braketeer::exchange
