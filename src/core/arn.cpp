#include "core/arn.h"

#include <QList>

namespace braketeer::core {

std::optional<Arn> Arn::parse(QStringView text)
{
    QList<QStringView> parts;
    qsizetype from = 0;
    while (parts.size() < 5) {
        const qsizetype colon = text.indexOf(u':', from);
        if (colon < 0)
            return std::nullopt;
        parts << text.sliced(from, colon - from);
        from = colon + 1;
    }
    const QStringView resource = text.sliced(from);
    if (parts[0] != u"arn" || parts[1].isEmpty() || parts[2].isEmpty() || resource.isEmpty())
        return std::nullopt;
    return Arn{parts[1].toString(), parts[2].toString(), parts[3].toString(), parts[4].toString(), resource.toString()};
}

QString Arn::toString() const
{
    return QStringLiteral("arn:%1:%2:%3:%4:").arg(partition, service, region, account) + resource;
}

} // namespace braketeer::core
