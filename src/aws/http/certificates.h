#pragma once

#include "core/result.h"

#include <QSslConfiguration>
#include <QString>

namespace braketeer::aws {

/// TLS settings that trust the system's certificates and those of a PEM file beside them.
/// Fails with Tls, and the file's name, when it cannot be read or holds no certificate: going on without it would show
/// up as a failed handshake that explains nothing.
core::Result<QSslConfiguration> trustWithBundle(const QString &bundle);

} // namespace braketeer::aws
