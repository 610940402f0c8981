#include "archive/look.h"
#include "archive/pack.h"
#include "archive/pack/disk.h"
#include "archive/wanted.h"

#include <QCoreApplication>

namespace braketeer::archive {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Pack)
};

} // namespace

core::Result<ArchiveContents> contentsOf(const PackPlan &plan, Stop stop)
{
    const LookLimits limits;
    ArchiveContents contents;
    contents.format = Format::TarGz;
    qint64 textLeft = limits.allTextBytes;
    for (const PlannedFile &file : plan.files) {
        if (stop.stop_requested())
            return core::fail(stopped());
        ArchiveMember member;
        member.path = file.path;
        member.rawPath = file.path.toUtf8();
        member.type = file.folder ? MemberType::Folder : MemberType::File;
        member.size = file.size;
        member.executable = file.executable;
        if (!file.folder && isTextWanted(file.path) && file.size <= std::min<qint64>(limits.textBytes, textLeft)) {
            if (!entryAt(file.onDisk))
                return core::fail(core::Error::Kind::Usage,
                                  Text::tr("“%1” has gone since the folder was looked through.").arg(file.path));
            member.text = readStart(file.onDisk, file.size);
            textLeft -= file.size;
        }
        contents.unpackedSize += member.size;
        contents.members.append(std::move(member));
    }
    return contents;
}

} // namespace braketeer::archive
