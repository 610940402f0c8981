#pragma once

namespace braketeer::test {

/// Milliseconds that something may take on a machine that has other things to do. Only a test that fails waits so long.
inline constexpr int patience = 30000;

} // namespace braketeer::test
