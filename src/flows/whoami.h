#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "flows/session.h"

namespace braketeer::flows {

/// Who the session acts as, and where.
struct Identity
{
    QString account; ///< twelve digits
    QString arn;
    QString userId;
    QString source; ///< where the credentials came from: "environment", "profile research"
    QString profile;
    QString region;
    QString endpointUrl;
};

/// Asks STS. Fails with Credentials, Service, Network, Tls or Cancelled.
[[nodiscard]] core::Task<Identity> whoami(std::shared_ptr<Session> session, core::CancelToken cancel = {});

} // namespace braketeer::flows
