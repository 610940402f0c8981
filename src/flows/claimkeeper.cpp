#include "flows/claimkeeper.h"

#include "store/history/history.h"

namespace braketeer::flows {

ClaimKeeper::ClaimKeeper(std::shared_ptr<store::History> history, qint64 id, store::Claim claim)
{
    m_timer.setInterval(claimSeconds * 1000 / 3);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [history, id, claim]() mutable {
        claim.until = QDateTime::currentDateTimeUtc().addSecs(claimSeconds);
        (void)history->renew(id, claim); // lost all the same: the token keeps a second job from being made
    });
    m_timer.start();
}

} // namespace braketeer::flows
