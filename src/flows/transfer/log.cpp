#include "flows/transfer/log.h"

namespace braketeer::flows {

Q_LOGGING_CATEGORY(transferLog, "braketeer.transfer", QtWarningMsg)

} // namespace braketeer::flows
