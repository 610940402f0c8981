#include "gui/kit/s3uriedit.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

QString s3UriOfConsole(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    static const QRegularExpression page(u"^/s3/(?:object|buckets)/([a-z0-9.-]+)/?$"_s);
    const QRegularExpressionMatch match = page.match(url.path());
    if (url.scheme() != "https"_L1 || !url.host().endsWith("console.aws.amazon.com"_L1) || !match.hasMatch())
        return {};
    return u"s3://%1/%2"_s.arg(match.captured(1), QUrlQuery(url).queryItemValue(u"prefix"_s, QUrl::FullyDecoded));
}

QString S3UriEdit::cleaned(const QString &pasted) const
{
    const QString trimmed = CodeEdit::cleaned(pasted);
    const QString location = s3UriOfConsole(trimmed);
    return location.isEmpty() ? trimmed : location;
}

} // namespace braketeer::gui
