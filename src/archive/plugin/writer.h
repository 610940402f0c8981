#pragma once

#include "archive/tools.h"

namespace braketeer::archive {

/// ArchiveTools::write() with libarchive: pax headers only where a name needs them (long, or not ASCII), gzip level 9
/// without time and name. Source: libarchive 3.6, archive_write_set_options(3).
core::Result<std::unique_ptr<ArchiveWriter>> makeTarGzWriter(std::function<core::Result<>(QByteArrayView)> sink);

} // namespace braketeer::archive
