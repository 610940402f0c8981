#include "services/s3/getobject.h"

#include "services/s3/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request getObjectRequest(const GetObjectInput &input)
{
    aws::Request request = objectRequest("GET", input.place);
    addQuery(request, "versionId", input.versionId);
    addQuery(request, "response-content-type", input.responseContentType);
    addQuery(request, "response-content-disposition", input.responseContentDisposition);
    addHeader(request, "range", input.range);
    addHeader(request, "if-match", input.ifMatch);
    if (input.checksums)
        addHeader(request, "x-amz-checksum-mode", u"ENABLED"_s);
    return request;
}

core::Task<GetObjectAnswer> getObject(Access access, GetObjectInput input, core::CancelToken cancel)
{
    const aws::Request request = getObjectRequest(input);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return GetObjectAnswer{readObjectHeaders(response->headers), response->body, response->status == 206};
}

} // namespace braketeer::services::s3
