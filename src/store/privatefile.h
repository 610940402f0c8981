#pragma once

#include "core/result.h"

#include <QString>

namespace braketeer::store {

/// Makes `folder` and what is missing above it; the ones it makes are of mode 0700. Fails with Store.
core::Result<> makePrivateFolder(const QString &folder);

/// Makes an empty file of mode 0600 where there is none, and takes the rights of others away from one that is there.
/// Success also when another process made it meanwhile. Fails with Store.
core::Result<> makePrivateFile(const QString &path);

/// "history.damaged-20260102T030405Z.sqlite": a name beside `path` that nothing has yet.
QString nameToKeepAside(const QString &path);

} // namespace braketeer::store
