#pragma once

#include "core/error.h"

namespace braketeer::cli {

/// Exit codes of AWS CLI v2, so that scripts written for it keep working.
/// Source: AWS CLI User Guide v2, "Command line return codes".
enum ExitCode {
    Done = 0,
    HasErrors = 1, ///< `check` found errors; the only answer that is neither success nor failure
    Interrupted = 130,
    NobodyReads = 141,    ///< who read standard output has gone; what a shell says of a program that SIGPIPE ended
    WrongUsage = 252,     ///< wrong option, unreadable or invalid document
    NoCredentials = 253,  ///< no usable configuration or credentials
    ServiceRefused = 254, ///< a service answered with an error
    GeneralFailure = 255, ///< network, TLS, store and anything else
};

int exitCodeFor(const core::Error &error);

} // namespace braketeer::cli
