#include "exchange/code/powershelltext.h"

#include <algorithm>
#include <iterator>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

bool isPrintableAscii(QChar character)
{
    return character.unicode() >= 0x20 && character.unicode() < 0x7F;
}

/// How many printable ASCII characters stand at the start.
qsizetype printableLength(QStringView text)
{
    return std::ranges::find_if_not(text, isPrintableAscii) - text.begin();
}

void appendQuoted(QString &out, QStringView ascii)
{
    out += u'\'';
    while (!ascii.isEmpty()) {
        const qsizetype quote = ascii.indexOf(u'\'');
        const qsizetype length = quote < 0 ? ascii.size() : quote + 1;
        out += ascii.first(length);
        if (quote >= 0)
            out += u'\'';
        ascii = ascii.sliced(length);
    }
    out += u'\'';
}

void appendUnit(QString &out, char16_t unit)
{
    static constexpr char16_t digits[] = u"0123456789abcdef";
    const char16_t text[] = {u'[',
                             u'c',
                             u'h',
                             u'a',
                             u'r',
                             u']',
                             u'0',
                             u'x',
                             digits[unit >> 12],
                             digits[unit >> 8 & 0xF],
                             digits[unit >> 4 & 0xF],
                             digits[unit & 0xF]};
    out += QStringView(text, std::size(text));
}

} // namespace

QString powerShellText(QStringView text)
{
    QString out;
    if (printableLength(text) == text.size()) {
        out.reserve(text.size() + 2);
        appendQuoted(out, text);
        return out;
    }
    out += "(-join ("_L1;
    while (!text.isEmpty()) {
        const qsizetype printable = printableLength(text);
        if (printable > 0)
            appendQuoted(out, text.first(printable));
        else
            appendUnit(out, text.front().unicode());
        text = text.sliced(printable > 0 ? printable : 1);
        if (!text.isEmpty())
            out += ", "_L1;
    }
    return out + "))"_L1;
}

} // namespace braketeer::exchange
