#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `import FILE|- [--as FORMAT] [--index N]`: whatever describes a job as CreateJob JSON on standard output; what
/// is to be said about it on standard error. Files that the text names are read only when they lie beside it.
core::Task<int> importDocument(Invocation call);

} // namespace braketeer::cli
