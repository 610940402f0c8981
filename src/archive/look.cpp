#include "archive/look.h"

#include "archive/format.h"
#include "archive/looking.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::archive {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Archive)
};

/// One block of a source in S3: for most scripts the whole archive.
constexpr qint64 firstRead = 256 << 10;

core::Result<> lookAtPython(const Source &source, const LookLimits &limits, ArchiveContents &contents)
{
    ArchiveMember member;
    member.path = contents.name;
    member.rawPath = contents.name.toUtf8();
    member.size = source.size;
    if (source.size <= limits.textBytes) {
        const auto text = source.read(0, source.size);
        if (!text)
            return core::fail(text.error());
        member.text = *text;
    }
    contents.unpackedSize = member.size;
    contents.members.append(std::move(member));
    return {};
}

} // namespace

void stopLooking(ArchiveContents &contents, const QString &why)
{
    contents.truncated = true;
    contents.stopped = why;
}

core::Result<ArchiveContents> look(Source source, const LookLimits &limits, Stop stop)
{
    ArchiveContents contents;
    contents.name = source.name;
    contents.packedSize = source.size;
    if (source.size == 0)
        return core::fail(Error::Kind::Usage, Text::tr("%1 is empty.").arg(source.name));
    const Source blocks = buffered(source);
    const auto start = blocks.read(0, firstRead);
    if (!start)
        return core::fail(start.error());
    contents.format = formatOf(*start, source.name);
    core::Result<> looked;
    switch (contents.format) {
    case Format::Unknown:
        return core::fail(
            Error::Kind::Usage,
            Text::tr("%1 is neither an archive (.tar.gz, .tar, .zip) nor a Python file.").arg(source.name));
    case Format::PythonFile:
        looked = lookAtPython(blocks, limits, contents);
        break;
    case Format::Zip:
        looked = lookIntoZip(blocks, limits, stop, contents);
        break;
    case Format::TarGz:
    case Format::Tar:
    case Format::OtherArchive:
        looked = lookIntoTar(source, *start, limits, stop, contents);
        break;
    }
    if (!looked)
        return core::fail(looked.error());
    if (stop.stop_requested())
        return core::fail(stopped());
    return contents;
}

} // namespace braketeer::archive
