#include "job/catalogue/file.h"

#include <QFile>
#include <QJsonDocument>

// A static library's resources are not registered by themselves; the macro must stand outside any namespace.
static void registerResources()
{
    Q_INIT_RESOURCE(catalogue);
}

namespace braketeer::job::catalogue {

using namespace Qt::StringLiterals;

QJsonObject readFile(const QString &name)
{
    registerResources();
    QFile file(u":/catalogue/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The catalogue file %s is not part of this program.", qUtf8Printable(name));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        qFatal("The catalogue file %s cannot be read at byte %d: %s.", qUtf8Printable(name), error.offset,
               qUtf8Printable(error.errorString()));
    return document.object();
}

QJsonArray rowsOf(const QJsonObject &file, const QString &key)
{
    QJsonArray rows = file.value(key).toArray();
    if (rows.isEmpty())
        qFatal("The catalogue has no %s.", qUtf8Printable(key));
    return rows;
}

} // namespace braketeer::job::catalogue
