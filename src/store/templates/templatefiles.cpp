#include "store/templates/templatefiles.h"

#include "store/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace braketeer::store {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TemplateFiles)
};

constexpr qint64 maximumBytes = 1 << 20;
constexpr qsizetype longestName = 60;

/// A name that every file system takes.
QString fileNameFor(const QString &title)
{
    QString name;
    for (const QChar character : title.toLower()) {
        const bool plain = character.unicode() < 0x80 && character.isLetterOrNumber();
        if (plain)
            name += character;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    name.truncate(longestName);
    while (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? u"template"_s : name;
}

} // namespace

QList<TemplateFile> readTemplateFiles(const QString &folder)
{
    QList<TemplateFile> files;
    const QDir place(folder);
    for (const QFileInfo &info : place.entryInfoList({u"*.yaml"_s, u"*.yml"_s, u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (info.size() <= maximumBytes && file.open(QIODevice::ReadOnly))
            files.append({info.completeBaseName(), info.filePath(), file.readAll()});
    }
    return files;
}

core::Result<QString> writeTemplateFile(const QString &folder, const QString &title, const QByteArray &bytes)
{
    if (const auto made = makePrivateFolder(folder); !made)
        return core::fail(made.error());
    const QString path = folder + u'/' + fileNameFor(title) + u".yaml"_s;
    if (QFileInfo::exists(path))
        return core::fail(
            core::Error::Kind::Store,
            Text::tr("There is a template %1 already: choose another name.").arg(QDir::toNativeSeparators(path)));
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
                         && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
                         && file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return core::fail(
            core::Error::Kind::Store,
            Text::tr("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
    return path;
}

} // namespace braketeer::store
