#include "services/s3/createmultipartupload.h"

#include "services/s3/wire.h"
#include "services/s3/xmlanswer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request createMultipartUploadRequest(const CreateMultipartUploadInput &input)
{
    aws::Request request = objectRequest("POST", input.place);
    request.query.append({"uploads"_ba, {}});
    addHeader(request, "content-type", input.contentType);
    addMetadata(request, input.metadata);
    addHeader(request, "x-amz-checksum-algorithm", input.checksumAlgorithm);
    addHeader(request, "x-amz-checksum-type", input.checksumType);
    request.headers += input.headers;
    return request;
}

core::Result<QString> readCreateMultipartUpload(const aws::Response &response)
{
    const auto root = readXmlAnswer(response, u"InitiateMultipartUploadResult");
    if (!root)
        return core::fail(root.error());
    const QString id = root->text(u"UploadId");
    if (id.isEmpty())
        return core::fail(
            aboutAnswer(unreadableAnswer(QCoreApplication::translate("S3Answer", "it names no upload")), response));
    return id;
}

core::Task<QString> createMultipartUpload(Access access, CreateMultipartUploadInput input, core::CancelToken cancel)
{
    const aws::Request request = createMultipartUploadRequest(input);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return readCreateMultipartUpload(*response);
}

} // namespace braketeer::services::s3
