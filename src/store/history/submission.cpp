#include "store/history/submission.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace braketeer::store {
namespace {

struct StateRow
{
    SubmissionState state = SubmissionState::Prepared;
    QLatin1StringView name;
};

constexpr std::array states{
    StateRow{SubmissionState::Prepared, "prepared"_L1}, StateRow{SubmissionState::Sent, "sent"_L1},
    StateRow{SubmissionState::Unknown, "unknown"_L1},   StateRow{SubmissionState::Accepted, "accepted"_L1},
    StateRow{SubmissionState::Refused, "refused"_L1},
};

} // namespace

QString stateName(SubmissionState state)
{
    return std::ranges::find(states, state, &StateRow::state)->name;
}

std::optional<SubmissionState> stateFromName(QStringView name)
{
    for (const StateRow &row : states) {
        if (name == row.name)
            return row.state;
    }
    return std::nullopt;
}

bool isFinalStatus(QStringView status)
{
    // Source: service model braket-2019-09-01, JobPrimaryStatus.
    return status == "COMPLETED"_L1 || status == "FAILED"_L1 || status == "CANCELLED"_L1;
}

} // namespace braketeer::store
