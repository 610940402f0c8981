#pragma once

#include <QLoggingCategory>

namespace braketeer::flows {

/// What transfers decide on their way: `braketeer.transfer`, silent unless asked for. Names places and numbers, never
/// keys or contents.
Q_DECLARE_LOGGING_CATEGORY(transferLog)

} // namespace braketeer::flows
