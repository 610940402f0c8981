#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace braketeer::exchange {

/// The text of $'…', from `at` (behind its opening quote) on; `at` is then behind the closing quote. Null where it is
/// not closed. Octal and \x escapes are bytes of UTF-8. Source: bash manual, "ANSI-C Quoting".
std::optional<QString> readAnsiEscapes(QStringView text, qsizetype &at);

/// The value of up to `most` hexadecimal digits at `at`, which is then behind them; null where there is none.
std::optional<char32_t> readHexDigits(QStringView text, qsizetype &at, int most);

/// Appends the character that a number stands for; U+FFFD where there is none. (QString::fromUcs4() loses a U+FEFF.)
void appendCharacter(QString &text, char32_t character);

} // namespace braketeer::exchange
