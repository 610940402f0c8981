#pragma once

#include <QByteArrayView>
#include <QString>

namespace braketeer::archive::zip {

/// A name without the UTF-8 flag, as Python reads it: CP437.
QString fromCp437(QByteArrayView bytes);

} // namespace braketeer::archive::zip
