#include "exchange/import/files.h"

#include "exchange/import/importtext.h"

#include <QCoreApplication>
#include <QDir>

namespace braketeer::exchange {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

/// Relative, and without a step that leaves the folder.
bool staysInside(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    return QDir::isRelativePath(clean) && clean != u".." && !clean.startsWith(u"../") && !clean.startsWith(u'~')
           && !clean.isEmpty();
}

} // namespace

core::Result<QByteArray> noFile(const QString &path)
{
    return core::fail(core::Error::Kind::Usage, Text::tr("The file “%1” is not there.").arg(path));
}

FileReader filesBeside(const QString &folder)
{
    return [folder](const QString &path) -> core::Result<QByteArray> {
        if (!staysInside(path))
            return core::fail(
                core::Error::Kind::Usage,
                Text::tr("The file “%1” is not read, because it does not lie beside the imported text.").arg(path));
        QFile file(QDir(folder).filePath(path));
        const QString real = QFileInfo(file).canonicalFilePath();
        if (!real.startsWith(QDir(folder).canonicalPath() + u'/') || !QFileInfo(real).isFile()
            || !file.open(QIODevice::ReadOnly) || file.size() > maximumArgumentFileBytes)
            return noFile(path);
        return file.readAll();
    };
}

} // namespace braketeer::exchange
