#include "archive/plugin/archiveplugin.h"

#include "archive/plugin/reader.h"
#include "archive/plugin/writer.h"

namespace braketeer::archive {

core::Result<> ArchivePlugin::read(Format format, const Visitor &visitor) const
{
    return readMembers(format, visitor);
}

core::Result<std::unique_ptr<ArchiveWriter>> ArchivePlugin::write(
    std::function<core::Result<>(QByteArrayView)> sink) const
{
    return makeTarGzWriter(std::move(sink));
}

} // namespace braketeer::archive
