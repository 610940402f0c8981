#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace braketeer::exchange {

/// A command line of Windows taken apart as a program's C runtime does: blanks separate outside of quotes; of
/// backslashes before a quote every two are one, and an odd one makes the quote a character; "" inside of quotes is
/// one. Source: Microsoft, "Parsing C command-line arguments".
QStringList splitRuntimeArguments(QStringView commandLine);

/// What one word of PowerShell before 7.3 becomes in the program: its quotes taken as the C runtime takes them, its
/// blanks kept together.
QString runtimeArgument(QStringView word);

} // namespace braketeer::exchange
