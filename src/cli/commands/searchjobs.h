#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `search-jobs --filters …`: all pages as one document with `jobs`, as `aws braket search-jobs` gives it; with
/// `--next-token` or `--max-results` one page.
core::Task<int> searchJobs(Invocation call);

} // namespace braketeer::cli
