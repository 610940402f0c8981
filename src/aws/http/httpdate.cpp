#include "aws/http/httpdate.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace braketeer::aws {

std::optional<QDateTime> parseHttpDate(QByteArrayView text)
{
    const QString date = QString::fromLatin1(text).trimmed();
    if (date.size() != 29 || !date.endsWith(" GMT"_L1))
        return {};
    // Without the day's name: a wrong one is no reason to doubt the rest.
    QDateTime time = QLocale::c().toDateTime(date.sliced(5, 20), u"dd MMM yyyy HH:mm:ss"_s);
    if (!time.isValid())
        return {};
    time.setTimeSpec(Qt::UTC);
    return time;
}

std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView text, const QDateTime &now)
{
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    const int seconds = text.toByteArray().trimmed().toInt(&isNumber);
    if (isNumber)
        return seconds >= 0 ? std::optional(std::chrono::milliseconds(std::chrono::seconds(seconds))) : std::nullopt;
    if (const auto date = parseHttpDate(text))
        return std::chrono::milliseconds(std::max<qint64>(0, now.msecsTo(*date)));
    return {};
}

} // namespace braketeer::aws
