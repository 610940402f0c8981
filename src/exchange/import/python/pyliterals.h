#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace braketeer::exchange {

/// What one string literal of Python says, prefix included.
struct PyString
{
    QString text;
    bool formatted = false; ///< an f-string: `text` is what stands between its quotes
};

/// The literal at `at`, which is then behind it. Null where none begins there, or it is not closed.
/// Source: Python Language Reference, "String and Bytes literals".
std::optional<PyString> readPyString(QStringView text, qsizetype &at);

/// Whether a string literal begins at `at`: quotes, or a prefix with quotes behind it.
bool beginsPyString(QStringView text, qsizetype at);

} // namespace braketeer::exchange
