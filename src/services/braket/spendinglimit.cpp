#include "services/braket/spendinglimit.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

QJsonObject TimePeriod::toJson() const
{
    return {{"startAt"_L1, startAt.toSecsSinceEpoch()}, {"endAt"_L1, endAt.toSecsSinceEpoch()}};
}

} // namespace braketeer::services::braket
