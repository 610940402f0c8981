#include "exchange/publicaddress.h"

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

QString publicAddress(QString url)
{
    const qsizetype scheme = url.indexOf("://"_L1);
    const qsizetype start = scheme < 0 ? 0 : scheme + 3;
    qsizetype end = start;
    while (end < url.size() && !u"/?#"_s.contains(url.at(end)))
        ++end;
    const qsizetype at = QStringView(url).sliced(start, end - start).lastIndexOf(u'@');
    return at < 0 ? url : url.remove(start, at + 1);
}

} // namespace braketeer::exchange
