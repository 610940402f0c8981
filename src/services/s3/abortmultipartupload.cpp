#include "services/s3/abortmultipartupload.h"

#include "services/s3/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request abortMultipartUploadRequest(const core::S3Uri &place, const QString &uploadId)
{
    aws::Request request = objectRequest("DELETE", place);
    addQuery(request, "uploadId", uploadId);
    return request;
}

core::Task<> abortMultipartUpload(Access access, core::S3Uri place, QString uploadId, core::CancelToken cancel)
{
    const aws::Request request = abortMultipartUploadRequest(place, uploadId);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return {};
}

} // namespace braketeer::services::s3
