#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace braketeer::exchange {

/// The FileReader that knows no file.
core::Result<QByteArray> noFile(const QString &path);

} // namespace braketeer::exchange
