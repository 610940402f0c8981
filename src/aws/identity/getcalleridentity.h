#pragma once

#include "core/canceltoken.h"
#include "core/task.h"

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace braketeer::aws {

class Client;
struct Request;

/// Who the credentials belong to.
struct CallerIdentity
{
    QString account; ///< twelve digits
    QString arn;     ///< user, assumed role, root or federated user
    QString userId;

    bool operator==(const CallerIdentity &) const = default;
};

/// STS GetCallerIdentity, query protocol, version 2011-06-15. Needs no permission; safe to repeat.
Request getCallerIdentityRequest();

/// Reads the XML answer. Fails with Network when it is no such answer or has no account.
core::Result<CallerIdentity> readCallerIdentity(QByteArrayView xml);

/// Sends it. Fails with Credentials or Service (keys unknown, expired), Network, Tls or Cancelled.
[[nodiscard]] core::Task<CallerIdentity> getCallerIdentity(std::shared_ptr<Client> client,
                                                           core::CancelToken cancel = {});

} // namespace braketeer::aws
