#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `credentials add|list|remove`: static keys in the keychain of the operating system. The answer holds no secret.
core::Task<int> credentials(Invocation call);

} // namespace braketeer::cli
