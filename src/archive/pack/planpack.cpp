#include "archive/pack.h"
#include "archive/pack/disk.h"
#include "archive/pack/walk.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::archive {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Pack)
};

bool canBeRoot(const QString &name)
{
    return !name.isEmpty() && name != u'.' && name != ".."_L1 && !name.contains(u'/') && !name.contains(QChar(0))
           && name.toUtf8().size() <= 255;
}

core::Result<PackPlan> planFile(const QString &place, const DiskEntry &entry)
{
    PackPlan plan;
    plan.place = place;
    if (!place.endsWith(".py"_L1))
        return core::fail(
            Error::Kind::Usage,
            Text::tr("%1 is neither a folder nor a Python file: pack the folder that the script is in.").arg(place));
    if (!entry.readable)
        return core::fail(Error::Kind::Usage, Text::tr("%1 cannot be read: its permissions forbid it.").arg(place));
    plan.files.append({.path = QFileInfo(place).fileName(),
                       .onDisk = QFile::encodeName(place),
                       .executable = entry.executable,
                       .size = entry.identity.size,
                       .identity = entry.identity});
    plan.totalSize = entry.identity.size;
    return plan;
}

core::Result<PackPlan> planFolder(const QByteArray &folder, const PackOptions &options, const Stop &stop)
{
    PackPlan plan;
    plan.place = QFile::decodeName(folder);
    plan.root = options.rootName.isEmpty() ? QFileInfo(plan.place).fileName() : options.rootName;
    if (!canBeRoot(plan.root) || (options.rootName.isEmpty() && !folder.isValidUtf8()))
        return core::fail(Error::Kind::Usage,
                          Text::tr("“%1” cannot be the name of the folder at the top of the archive.").arg(plan.root));
    if (auto walked = Walk(folder, options, stop, plan).run(); !walked)
        return core::fail(walked.error());
    const auto isFile = [](const PlannedFile &file) { return !file.folder; };
    if (plan.warnings.isEmpty() && std::ranges::none_of(plan.files, isFile))
        return core::fail(Error::Kind::Usage,
                          plan.ignored.isEmpty()
                              ? Text::tr("There is no file in %1.").arg(plan.place)
                              : Text::tr("Nothing of %1 is left to pack: all of it is ignored, “%2” for one, by %3.")
                                    .arg(plan.place, plan.ignored.first().path, plan.ignored.first().rule));
    std::ranges::sort(plan.files, {}, [](const PlannedFile &file) { return file.path.toUtf8(); });
    std::ranges::sort(plan.ignored, {}, &IgnoredPath::path);
    return plan;
}

} // namespace

core::Result<PackPlan> planPack(const QString &place, const PackOptions &options, Stop stop)
{
    const QByteArray real = realPath(QFile::encodeName(QFileInfo(place).absoluteFilePath()));
    const auto entry = real.isEmpty() ? std::nullopt : entryAt(real);
    if (!entry)
        return core::fail(Error::Kind::Usage, Text::tr("There is no folder %1.").arg(place));
    if (entry->kind == DiskEntry::Kind::Folder)
        return planFolder(real, options, stop);
    if (entry->kind == DiskEntry::Kind::File)
        return planFile(QFileInfo(place).absoluteFilePath(), *entry);
    return core::fail(Error::Kind::Usage, Text::tr("%1 is neither a folder nor a file.").arg(place));
}

} // namespace braketeer::archive
