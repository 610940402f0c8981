#pragma once

#include "core/result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QString>

namespace braketeer::aws {

/// The certificates of a PEM file.
/// Fails with Tls, and the file's name, when it cannot be read or holds no certificate: going on without it would show
/// up as a failed handshake that explains nothing.
core::Result<QList<QSslCertificate>> readBundle(const QString &bundle);

/// TLS settings that trust the system's certificates and those of a PEM file beside them. Reads all of the system's,
/// which takes a tenth of a second. Fails as readBundle().
core::Result<QSslConfiguration> trustWithBundle(const QString &bundle);

} // namespace braketeer::aws
