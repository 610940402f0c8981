#include "exchange/quoting/runtimeargument.h"

namespace braketeer::exchange {

QString escapeForRuntime(QStringView argument, AtEnd atEnd)
{
    QString out;
    out.reserve(argument.size() + 16);
    qsizetype backslashes = 0;
    for (const QChar character : argument) {
        if (character == u'"')
            out += QString(backslashes + 1, u'\\');
        out += character;
        backslashes = character == u'\\' ? backslashes + 1 : 0;
    }
    if (atEnd == AtEnd::Quote)
        out += QString(backslashes, u'\\');
    return out;
}

} // namespace braketeer::exchange
