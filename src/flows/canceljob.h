#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "flows/session.h"

namespace braketeer::flows {

struct CancelReceipt
{
    QString jobArn;
    QString status;  ///< CANCELLING or CANCELLED, as the service words it
    QByteArray json; ///< the service's answer
};

/// Asks Braket to stop a job. Success means "accepted", not "stopped".
///
/// `record`: the answer is written to the history where that has the job; a history that cannot be written is no error.
/// Fails as services::braket::cancelJob().
[[nodiscard]] core::Task<CancelReceipt> cancelJob(std::shared_ptr<Session> session, QString jobArn, bool record = true,
                                                  core::CancelToken cancel = {});

} // namespace braketeer::flows
