#include "services/s3/putobject.h"

#include "services/s3/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request putObjectRequest(const PutObjectInput &input)
{
    aws::Request request = objectRequest("PUT", input.place);
    addHeader(request, "content-type", input.contentType);
    addMetadata(request, input.metadata);
    addHeader(request, "x-amz-server-side-encryption", input.serverSideEncryption);
    addHeader(request, "x-amz-server-side-encryption-aws-kms-key-id", input.kmsKeyId);
    addHeader(request, "x-amz-tagging", input.tagging);
    if (input.onlyIfAbsent)
        addHeader(request, "if-none-match", u"*"_s);
    request.headers += input.checksums;
    request.body = input.body;
    return request;
}

core::Task<QString> putObject(Access access, PutObjectInput input, core::CancelToken cancel)
{
    const aws::Request request = putObjectRequest(input);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return QString::fromUtf8(aws::headerValue(response->headers, "etag"));
}

} // namespace braketeer::services::s3
