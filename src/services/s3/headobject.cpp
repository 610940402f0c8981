#include "services/s3/headobject.h"

#include "services/s3/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request headObjectRequest(const HeadObjectInput &input)
{
    aws::Request request = objectRequest("HEAD", input.place);
    addQuery(request, "versionId", input.versionId);
    if (input.checksums)
        addHeader(request, "x-amz-checksum-mode", u"ENABLED"_s);
    return request;
}

core::Task<ObjectHeaders> headObject(Access access, HeadObjectInput input, core::CancelToken cancel)
{
    const aws::Request request = headObjectRequest(input);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return readObjectHeaders(response->headers);
}

} // namespace braketeer::services::s3
