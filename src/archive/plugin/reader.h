#pragma once

#include "archive/tools.h"

namespace braketeer::archive {

/// ArchiveTools::read() with libarchive. Starts no outside program, which libarchive would do for some compressions.
core::Result<> readMembers(Format format, const Visitor &visitor);

} // namespace braketeer::archive
