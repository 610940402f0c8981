#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace braketeer::exchange {

/// Reads a whole number as Python's int() does (blanks around it, a sign, leading zeros, underscores between digits)
/// and answers with the text that JSON has for it; null when it is none.
std::optional<QString> readPythonInteger(QStringView text);

} // namespace braketeer::exchange
