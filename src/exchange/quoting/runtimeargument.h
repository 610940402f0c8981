#pragma once

#include <QString>
#include <QStringView>

namespace braketeer::exchange {

/// What follows an argument that escapeForRuntime() wrote.
enum class AtEnd {
    Nothing, ///< a blank or the end
    Quote,   ///< a closing `"`: backslashes before it count
};

/// The inside of an argument as the C runtime of Windows programs reads command lines: each `"` becomes `\"`, and
/// backslashes before a `"` are doubled; all others are plain.
/// Source: "Parsing C command-line arguments", Microsoft.
QString escapeForRuntime(QStringView argument, AtEnd atEnd);

} // namespace braketeer::exchange
