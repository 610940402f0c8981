#pragma once

#include "archive/look.h"

namespace braketeer::archive {

/// The parts of look(). Each fills members, sizes, `stopped` and `damage`; look() does the rest.
/// `start`: the first bytes, which are read already.
core::Result<> lookIntoTar(const Source &source, const QByteArray &start, const LookLimits &limits, const Stop &stop,
                           ArchiveContents &contents);
core::Result<> lookIntoZip(const Source &source, const LookLimits &limits, const Stop &stop, ArchiveContents &contents);

/// Marks contents as not looked at whole.
void stopLooking(ArchiveContents &contents, const QString &why);

} // namespace braketeer::archive
