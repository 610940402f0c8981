#include "services/s3/listparts.h"

#include "services/s3/wire.h"
#include "services/s3/xmlanswer.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {
namespace {

UploadedPart readPart(const XmlNode &node)
{
    UploadedPart part;
    part.number = int(node.integer(u"PartNumber"));
    part.size = node.integer(u"Size");
    part.eTag = node.text(u"ETag");
    part.modified = timeOf(node.text(u"LastModified"));
    for (const XmlNode &child : node.children) {
        if (child.name.startsWith("Checksum"_L1))
            part.checksums.insert(child.name.sliced(8), child.content);
    }
    return part;
}

} // namespace

aws::Request listPartsRequest(const ListPartsInput &input)
{
    aws::Request request = objectRequest("GET", input.place);
    addQuery(request, "uploadId", input.uploadId);
    if (input.partNumberMarker > 0)
        request.query.append({"part-number-marker"_ba, QByteArray::number(input.partNumberMarker)});
    if (input.maxParts > 0)
        request.query.append({"max-parts"_ba, QByteArray::number(input.maxParts)});
    return request;
}

core::Result<ListPartsAnswer> readListParts(const aws::Response &response)
{
    const auto root = readXmlAnswer(response, u"ListPartsResult");
    if (!root)
        return core::fail(root.error());
    ListPartsAnswer answer;
    answer.truncated = root->boolean(u"IsTruncated");
    answer.nextPartNumberMarker = int(root->integer(u"NextPartNumberMarker"));
    for (const XmlNode &node : root->children) {
        if (node.name == "Part"_L1)
            answer.parts.append(readPart(node));
    }
    return answer;
}

core::Task<ListPartsAnswer> listParts(Access access, ListPartsInput input, core::CancelToken cancel)
{
    const aws::Request request = listPartsRequest(input);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return readListParts(*response);
}

} // namespace braketeer::services::s3
