#include "services/s3/deleteobject.h"

#include "services/s3/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request deleteObjectRequest(const core::S3Uri &place)
{
    return objectRequest("DELETE", place);
}

core::Task<> deleteObject(Access access, core::S3Uri place, core::CancelToken cancel)
{
    const aws::Request request = deleteObjectRequest(place);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return {};
}

} // namespace braketeer::services::s3
