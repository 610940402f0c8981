#include "flows/storage/names.h"

#include "flows/storage/keyrules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

// Of every file system that Linux commonly has.
constexpr qsizetype longestName = 255;

} // namespace

core::Result<QString> fileBelow(const QString &folder, const QString &prefix, const QString &key)
{
    const QString below = key.startsWith(prefix) ? key.sliced(prefix.size()) : key;
    const QList<QStringView> parts = QStringView(below).split(u'/');
    for (const QStringView part : parts) {
        if (part.isEmpty() || part == u"." || part == u".." || part.contains(QChar(0))
            || part.toUtf8().size() > longestName)
            return core::fail(core::Error::Kind::Usage,
                              QCoreApplication::translate(
                                  "StorageNames", "No file can have the name of the object “%1”: copy it alone, "
                                                  "to a name of your own.")
                                  .arg(shownKey(key)));
    }
    return folder.endsWith(u'/') ? folder + below : folder + u'/' + below;
}

QString lastName(const QString &path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

core::S3Uri asFolder(core::S3Uri place)
{
    if (!place.key.isEmpty() && !place.key.endsWith(u'/'))
        place.key += u'/';
    return place;
}

} // namespace braketeer::flows
