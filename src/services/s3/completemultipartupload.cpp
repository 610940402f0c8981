#include "services/s3/completemultipartupload.h"

#include "services/s3/wire.h"
#include "services/s3/xmlanswer.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request completeMultipartUploadRequest(const CompleteMultipartUploadInput &input)
{
    aws::Request request = objectRequest("POST", input.place);
    addQuery(request, "uploadId", input.uploadId);
    if (input.onlyIfAbsent)
        addHeader(request, "if-none-match", u"*"_s);
    request.headers += input.checksums;
    request.body = "<CompleteMultipartUpload xmlns=\""_ba + xmlNamespace + "\">";
    for (const CompletedPart &part : input.parts) {
        request.body += "<Part><ETag>" + xmlText(part.eTag) + "</ETag>";
        for (auto checksum = part.checksums.begin(); checksum != part.checksums.end(); ++checksum) {
            const QByteArray name = "Checksum" + checksum.key().toUtf8();
            request.body += '<' + name + '>' + xmlText(checksum.value()) + "</" + name + '>';
        }
        request.body += "<PartNumber>" + QByteArray::number(part.number) + "</PartNumber></Part>";
    }
    request.body += "</CompleteMultipartUpload>";
    return request;
}

core::Result<CompleteMultipartUploadAnswer> readCompleteMultipartUpload(const aws::Response &response)
{
    const auto root = readXmlAnswer(response, u"CompleteMultipartUploadResult");
    if (!root)
        return core::fail(root.error());
    CompleteMultipartUploadAnswer answer;
    answer.eTag = root->text(u"ETag");
    for (const XmlNode &node : root->children) {
        if (node.name.startsWith("Checksum"_L1) && node.name != "ChecksumType"_L1)
            answer.checksums.insert(node.name.sliced(8), node.content);
    }
    return answer;
}

core::Task<CompleteMultipartUploadAnswer> completeMultipartUpload(Access access, CompleteMultipartUploadInput input,
                                                                  core::CancelToken cancel)
{
    const aws::Request request = completeMultipartUploadRequest(input);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return readCompleteMultipartUpload(*response);
}

} // namespace braketeer::services::s3
