#include "services/s3/listmultipartuploads.h"

#include "services/s3/wire.h"
#include "services/s3/xmlanswer.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request listMultipartUploadsRequest(const ListMultipartUploadsInput &input)
{
    aws::Request request = bucketRequest("GET", input.bucket);
    request.query = {{"uploads"_ba, {}}, {"encoding-type"_ba, "url"_ba}};
    addQuery(request, "prefix", input.prefix);
    addQuery(request, "key-marker", input.keyMarker);
    addQuery(request, "upload-id-marker", input.uploadIdMarker);
    return request;
}

core::Result<ListMultipartUploadsAnswer> readListMultipartUploads(const aws::Response &response)
{
    const auto root = readXmlAnswer(response, u"ListMultipartUploadsResult");
    if (!root)
        return core::fail(root.error());
    const bool encoded = root->text(u"EncodingType") == "url"_L1;
    ListMultipartUploadsAnswer answer;
    answer.truncated = root->boolean(u"IsTruncated");
    answer.nextKeyMarker = urlDecoded(root->text(u"NextKeyMarker"), encoded);
    answer.nextUploadIdMarker = root->text(u"NextUploadIdMarker");
    for (const XmlNode &node : root->children) {
        if (node.name == "Upload"_L1)
            answer.uploads.append(
                {urlDecoded(node.text(u"Key"), encoded), node.text(u"UploadId"), timeOf(node.text(u"Initiated"))});
    }
    return answer;
}

core::Task<ListMultipartUploadsAnswer> listMultipartUploads(Access access, ListMultipartUploadsInput input,
                                                            core::CancelToken cancel)
{
    const aws::Request request = listMultipartUploadsRequest(input);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return readListMultipartUploads(*response);
}

} // namespace braketeer::services::s3
