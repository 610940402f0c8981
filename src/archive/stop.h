#pragma once

#include "core/result.h"

#include <stop_token>

namespace braketeer::archive {

/// How work on a thread of its own is told to end. Asked often; a stopped function fails with Cancelled.
using Stop = std::stop_token;

/// The error of work that was stopped.
core::Error stopped();

} // namespace braketeer::archive
