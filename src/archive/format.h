#pragma once

#include "archive/contents.h"

#include <QByteArrayView>

namespace braketeer::archive {

/// What the first bytes of a file say it is; the name decides only whether text is Python. TarGz stands for anything in
/// gzip: whether a tar is in it shows when it is read. 512 bytes are enough.
Format formatOf(QByteArrayView start, const QString &name);

} // namespace braketeer::archive
