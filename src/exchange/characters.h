#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace braketeer::exchange {

/// The characters of a text. Halves of surrogate pairs that stand alone come as they are, unlike in
/// QStringView::toUcs4(), which puts U+FFFD in their place: a writer must not change a text that it is to carry.
QList<char32_t> charactersOf(QStringView text);

/// How many units at the start of a text are printable ASCII, but neither " nor \: what needs no escape between double
/// quotes in any language.
qsizetype plainLength(QStringView text);

/// Appends `\u` and four hexadecimal digits; for a character beyond U+FFFF `\U` and eight.
void appendUnicodeEscape(QString &out, char32_t character);

/// Appends what stands between double quotes: what needs no escape in stretches, every other character through
/// `escape(out, character)`.
template<class Escape>
void appendEscaped(QString &out, QStringView text, const Escape &escape)
{
    while (!text.isEmpty()) {
        const qsizetype plain = plainLength(text);
        out += text.first(plain);
        text = text.sliced(plain);
        qsizetype special = 0;
        while (special < text.size() && plainLength(text.sliced(special, 1)) == 0)
            ++special;
        for (const char32_t character : charactersOf(text.first(special)))
            escape(out, character);
        text = text.sliced(special);
    }
}

} // namespace braketeer::exchange
