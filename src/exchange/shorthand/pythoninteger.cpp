#include "exchange/shorthand/pythoninteger.h"

#include "exchange/shorthand/grammar.h"

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

QStringView withoutBlanks(QStringView text)
{
    while (!text.isEmpty() && isPythonSpace(text.front().unicode()))
        text = text.mid(1);
    while (!text.isEmpty() && isPythonSpace(text.back().unicode()))
        text.chop(1);
    return text;
}

} // namespace

std::optional<QString> readPythonInteger(QStringView text)
{
    text = withoutBlanks(text);
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.mid(1);
    QString digits;
    bool afterDigit = false;
    for (const QChar character : text) {
        const bool isDigit = character >= u'0' && character <= u'9';
        if (!isDigit && !(character == u'_' && afterDigit))
            return std::nullopt;
        if (isDigit && !(digits.isEmpty() && character == u'0'))
            digits += character;
        afterDigit = isDigit;
    }
    if (!afterDigit)
        return std::nullopt;
    if (digits.isEmpty())
        return u"0"_s;
    return negative ? u'-' + digits : digits;
}

} // namespace braketeer::exchange
