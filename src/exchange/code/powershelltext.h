#pragma once

#include <QString>
#include <QStringView>

namespace braketeer::exchange {

/// A text as a PowerShell expression, every version: `'…'`, or `(-join ('…', [char]0x00e9, '…'))` where there is more
/// in it than printable ASCII.
///
/// The expression itself is ASCII, because Windows PowerShell 5.1 reads a script without byte-order mark in the
/// system's code page: the second byte of a Cyrillic letter in UTF-8 is a single quote there, and what follows it would
/// run. `-join` of a list instead of `+`: a chain of 2,500 additions nests as deep.
/// Source: about_Quoting_Rules, about_Operator_Precedence, about_Character_Encoding.
QString powerShellText(QStringView text);

} // namespace braketeer::exchange
