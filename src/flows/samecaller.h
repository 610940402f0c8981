#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "flows/session.h"
#include "store/history/submission.h"

#include <optional>

namespace braketeer::flows {

/// Tells whether a submission was made where a session is: region, endpoint and account. A request that is sent again
/// in another account would start a second job there.
///
/// The account that a submission belongs to is what its credentials stated, else, at AWS, that of its role: Braket
/// takes only roles of the caller's own account. Where neither is known (another endpoint), the source of the
/// credentials must be the same ("profile research").
class SameCaller final
{
public:
    explicit SameCaller(std::shared_ptr<Session> session, core::CancelToken cancel);

    /// Asks STS once, and only when that decides something. Fails as aws::getCallerIdentity().
    /// The object must outlive the task.
    [[nodiscard]] core::Task<bool> made(store::Submission submission);

private:
    core::Task<QString> account();

    std::shared_ptr<Session> m_session;
    core::CancelToken m_cancel;
    std::optional<QString> m_account;
};

} // namespace braketeer::flows
