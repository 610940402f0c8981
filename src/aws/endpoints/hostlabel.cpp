#include "aws/endpoints/hostlabel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

bool isLabelCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-';
}

} // namespace

bool isHostLabel(QStringView text, bool dots)
{
    if (dots) {
        const auto labels = text.split(u'.');
        return std::all_of(labels.begin(), labels.end(), [](QStringView label) { return isHostLabel(label); });
    }
    return !text.isEmpty() && text.size() <= 63 && !text.startsWith(u'-') && !text.endsWith(u'-')
           && std::all_of(text.begin(), text.end(), isLabelCharacter);
}

QUrl parseEndpoint(const QString &endpoint)
{
    const QUrl url(endpoint, QUrl::StrictMode);
    const bool usable = url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1)
                        && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    return usable ? url : QUrl();
}

QByteArray originOf(const QUrl &url)
{
    return (url.scheme() + "://"_L1 + url.authority(QUrl::FullyEncoded)).toLatin1();
}

} // namespace braketeer::aws
