#include "cli/commands/s3/copyitem.h"

#include <QDir>
#include <QFileInfo>

namespace braketeer::cli {

QString shownPath(const QString &path)
{
    const QFileInfo file(path);
    const QString folder = QDir::current().relativeFilePath(file.absolutePath());
    return (folder.isEmpty() ? QStringLiteral(".") : folder) + u'/' + file.fileName();
}

QString CopyItem::text() const
{
    const QString source = way == Way::Upload ? shownPath(path) : from.toString();
    const QString target = way == Way::Download ? shownPath(path) : to.toString();
    return source + QStringLiteral(" to ") + target;
}

QByteArray CopyItem::line() const
{
    static constexpr const char *verbs[] = {"upload: ", "download: ", "copy: "};
    return verbs[int(way)] + text().toUtf8() + '\n';
}

} // namespace braketeer::cli
