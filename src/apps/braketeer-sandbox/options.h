#pragma once

#include "sandbox/sandbox.h"

#include <QStringList>

namespace braketeer::apps {

/// `[--port N] [--speed X] [--fault RULE]… [--state FILE]`. Fails with Usage.
core::Result<sandbox::Options> readSandboxOptions(const QStringList &arguments);

} // namespace braketeer::apps
