#pragma once

#include "core/task.h"
#include "flows/session.h"
#include "job/jobspec.h"

#include <QDateTime>

#include <optional>

namespace braketeer::flows {

/// A job that was created before, as the record has it.
struct LastJob
{
    job::JobSpec spec; ///< without its client token, which belongs to that submission alone
    QDateTime createdAt;
};

/// The newest accepted submission with this name; null when there is none. Asks the record only, never the service.
/// Fails with Store.
[[nodiscard]] core::Task<std::optional<LastJob>> lastJobNamed(std::shared_ptr<Session> session, QString jobName);

} // namespace braketeer::flows
