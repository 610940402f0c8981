#include "flows/whoami.h"

#include "aws/credentials/provider.h"
#include "aws/identity/getcalleridentity.h"

namespace braketeer::flows {

core::Task<Identity> whoami(std::shared_ptr<Session> session, core::CancelToken cancel)
{
    const auto keys = co_await session->credentials()->credentials();
    if (!keys)
        co_return core::fail(keys.error());
    const QString source = keys->source;
    const auto caller = co_await aws::getCallerIdentity(session->client(), cancel);
    if (!caller)
        co_return core::fail(caller.error());
    const Place &place = session->place();
    co_return Identity{caller->account, caller->arn,  caller->userId,   source,
                       place.profile,   place.region, place.endpointUrl};
}

} // namespace braketeer::flows
