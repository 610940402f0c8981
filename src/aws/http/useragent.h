#pragma once

#include <QByteArray>

namespace braketeer::aws {

/// "Braketeer/0.1.0 BraketSchemas/1.8.0".
/// The second part makes GetDevice answer with everything it has. Source: API reference, GetDevice.
QByteArray defaultUserAgent();

} // namespace braketeer::aws
