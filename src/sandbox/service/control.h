#pragma once

#include "sandbox/http/message.h"

namespace braketeer::sandbox {

class Desk;

inline constexpr char controlPrefix[] = "/_sandbox/";

/// The unsigned path for tests and scripts, documented at Sandbox. A browser's cross-site request is refused, and one
/// for a host name that is not this machine's: a web page must not steer the sandbox.
Answer control(Desk &desk, const RawRequest &request);

} // namespace braketeer::sandbox
