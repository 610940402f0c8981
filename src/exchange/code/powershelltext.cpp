#include "exchange/code/powershelltext.h"

#include <QStringList>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

bool isPrintableAscii(QChar character)
{
    return character.unicode() >= 0x20 && character.unicode() < 0x7F;
}

QString quoted(QStringView ascii)
{
    return u'\'' + ascii.toString().replace(u'\'', "''"_L1) + u'\'';
}

} // namespace

QString powerShellText(QStringView text)
{
    QStringList pieces;
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = start;
        while (end < text.size() && isPrintableAscii(text.at(end)))
            ++end;
        if (end > start) {
            pieces << quoted(text.sliced(start, end - start));
        } else {
            pieces << u"[char]0x%1"_s.arg(text.at(start).unicode(), 4, 16, QLatin1Char('0'));
            ++end;
        }
        start = end;
    }
    if (pieces.isEmpty())
        return u"''"_s;
    const bool plain = pieces.size() == 1 && pieces.constFirst().startsWith(u'\'');
    return plain ? pieces.constFirst() : u"(-join ("_s + pieces.join(u", ") + u"))"_s;
}

} // namespace braketeer::exchange
