#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `export FILE --as TARGET [--form readable|hardened|file] [--with-client-token] [--overwrite]`: the equivalent
/// command or document of one target of exchange/targets.h on standard output, what to know about it on standard error.
///
/// In the file form, asked for or because the text would be too long, `<jobName>.json` is written into the working
/// folder first. A file of that name with something else in it is left alone and nothing is printed (Usage), unless
/// --overwrite is given; one that holds the same document as plain ASCII JSON is used as it is.
core::Task<int> exportDocument(Invocation call);

} // namespace braketeer::cli
