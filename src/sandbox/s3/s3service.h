#pragma once

#include "sandbox/s3/operations.h"

namespace braketeer::sandbox::s3 {

/// S3: routes a request to its operation, and knows what all answers have in common. May be used from any thread,
/// several at a time.
class S3Service final
{
public:
    /// `folder` as Store has it; `region` is that of the demo's bucket.
    S3Service(const QString &folder, qint64 manyKeys, const QString &region);

    /// A request as far as it can be understood before anybody proved it.
    struct Route
    {
        Outcome<Address> address;
        Query query;
        const Operation *operation = nullptr;

        QString operationName() const;
    };

    static Route routeOf(const RawRequest &request);

    Reply carryOut(const RawRequest &request, BodyStream &body, const Route &route, const Identity &identity,
                   const QDateTime &now);

    Store &store() { return m_store; }

private:
    Store m_store;
    const qint64 m_manyKeys;
};

} // namespace braketeer::sandbox::s3
