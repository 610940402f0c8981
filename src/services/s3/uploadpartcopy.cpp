#include "services/s3/uploadpartcopy.h"

#include "services/s3/wire.h"
#include "services/s3/xmlanswer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request uploadPartCopyRequest(const UploadPartCopyInput &input)
{
    aws::Request request = objectRequest("PUT", input.to);
    request.query = {{"partNumber"_ba, QByteArray::number(input.partNumber)}, {"uploadId"_ba, input.uploadId.toUtf8()}};
    addCopySource(request, input.from);
    addHeader(request, "x-amz-copy-source-range",
              u"bytes=%1-%2"_s.arg(input.offset).arg(input.offset + input.length - 1));
    addHeader(request, "x-amz-copy-source-if-match", input.ifMatch);
    return request;
}

core::Result<QString> readUploadPartCopy(const aws::Response &response)
{
    const auto root = readXmlAnswer(response, u"CopyPartResult");
    if (!root)
        return core::fail(root.error());
    const QString eTag = root->text(u"ETag");
    if (eTag.isEmpty())
        return core::fail(
            aboutAnswer(unreadableAnswer(QCoreApplication::translate("S3Answer", "it names no part")), response));
    return eTag;
}

core::Task<QString> uploadPartCopy(Access access, UploadPartCopyInput input, core::CancelToken cancel)
{
    const aws::Request request = uploadPartCopyRequest(input);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return readUploadPartCopy(*response);
}

} // namespace braketeer::services::s3
