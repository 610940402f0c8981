#pragma once

#include <QByteArray>

namespace braketeer::sandbox {

/// "HTTP/1.1 404 Not Found\r\n"
QByteArray statusLine(int status);

} // namespace braketeer::sandbox
