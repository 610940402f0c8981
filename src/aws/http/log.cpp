#include "aws/http/log.h"

namespace braketeer::aws {

Q_LOGGING_CATEGORY(httpLog, "braketeer.http", QtWarningMsg)

} // namespace braketeer::aws
