#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace braketeer::exchange {

/// One word of a PowerShell script, every version: what the word is to PowerShell itself. ASCII letters, digits and
/// inner hyphens that begin with a letter stand as they are; all else comes in single quotes, in which each of the five
/// characters that PowerShell takes for a single quote (U+0027 and U+2018 to U+201B) is doubled.
/// Source: the tokenizer (ScanStringLiteral, CharTraits.IsSingleQuote).
QString quotePowerShell(QStringView word);

/// An argument for a native program under PowerShell 7.3 and later (on Windows: an .exe), which pass every text
/// unchanged.
std::optional<QString> quotePowerShell7(QStringView argument);

/// An argument for a native program under Windows PowerShell 5.1 to PowerShell 7.2, whose passing to programs changes
/// arguments: each `"` is written `\"`, backslashes before it are doubled. Null where no text is certain to arrive in
/// all of these versions: an empty argument (dropped), white space beside a `"` (5.1 splits there), white space in an
/// argument that ends in a backslash (5.1 lets it swallow the closing quote), characters beyond ASCII (5.1 reads a
/// script without byte-order mark in the system's code page: about_Character_Encoding).
std::optional<QString> quotePowerShell51(QStringView argument);

} // namespace braketeer::exchange
