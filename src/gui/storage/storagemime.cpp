#include "gui/storage/storagemime.h"

#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

std::unique_ptr<QMimeData> storageMime(const QList<core::S3Uri> &places)
{
    QStringList lines;
    QList<QUrl> urls;
    for (const core::S3Uri &place : places) {
        lines.append(place.toString());
        urls.append(QUrl::fromEncoded("s3://" + place.bucket.toUtf8() + '/' + QUrl::toPercentEncoding(place.key, "/")));
    }
    auto mime = std::make_unique<QMimeData>();
    mime->setText(lines.join(u'\n'));
    mime->setUrls(urls);
    return mime;
}

QStringList storageMimeTypes()
{
    return {u"text/uri-list"_s, u"text/plain"_s};
}

} // namespace braketeer::gui
