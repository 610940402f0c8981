#include "services/s3/copyobject.h"

#include "services/s3/wire.h"
#include "services/s3/xmlanswer.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request copyObjectRequest(const core::S3Uri &from, const core::S3Uri &to)
{
    aws::Request request = objectRequest("PUT", to);
    addCopySource(request, from);
    return request;
}

core::Result<QString> readCopyObject(const aws::Response &response)
{
    const auto root = readXmlAnswer(response, u"CopyObjectResult");
    if (!root)
        return core::fail(root.error());
    return root->text(u"ETag");
}

core::Task<QString> copyObject(Access access, core::S3Uri from, core::S3Uri to, core::CancelToken cancel,
                               aws::Headers headers)
{
    aws::Request request = copyObjectRequest(from, to);
    request.headers += headers;
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return readCopyObject(*response);
}

} // namespace braketeer::services::s3
