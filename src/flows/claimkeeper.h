#pragma once

#include "store/history/claim.h"

#include <QTimer>

#include <memory>

namespace braketeer::store {
class History;
} // namespace braketeer::store

namespace braketeer::flows {

/// How long a claim holds without being renewed, in seconds.
inline constexpr int claimSeconds = 60;

/// Renews a claim for as long as it lives: a send may take longer than a claim holds.
class ClaimKeeper final
{
public:
    ClaimKeeper(std::shared_ptr<store::History> history, qint64 id, store::Claim claim);

private:
    QTimer m_timer;
};

} // namespace braketeer::flows
