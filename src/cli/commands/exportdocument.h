#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `export FILE --as TARGET`: the equivalent command or document of one target of exchange/targets.h, as text.
core::Task<int> exportDocument(Invocation call);

} // namespace braketeer::cli
