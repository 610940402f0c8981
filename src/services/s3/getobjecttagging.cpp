#include "services/s3/getobjecttagging.h"

#include "aws/sigv4/percent.h"
#include "services/s3/wire.h"
#include "services/s3/xmlanswer.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request getObjectTaggingRequest(const core::S3Uri &place)
{
    aws::Request request = objectRequest("GET", place);
    request.query.append({"tagging"_ba, {}});
    return request;
}

core::Result<ObjectTags> readGetObjectTagging(const aws::Response &response)
{
    const auto root = readXmlAnswer(response, u"Tagging");
    if (!root)
        return core::fail(root.error());
    ObjectTags tags;
    for (const XmlNode &set : root->children) {
        for (const XmlNode &tag : set.children)
            tags.append({tag.text(u"Key"), tag.text(u"Value")});
    }
    return tags;
}

core::Task<ObjectTags> getObjectTagging(Access access, core::S3Uri place, core::CancelToken cancel)
{
    const aws::Request request = getObjectTaggingRequest(place);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return readGetObjectTagging(*response);
}

QByteArray taggingHeader(const ObjectTags &tags)
{
    QByteArrayList members;
    for (const auto &[name, value] : tags)
        members.append(aws::percentEncoded(name.toUtf8(), aws::Slash::Encode) + '='
                       + aws::percentEncoded(value.toUtf8(), aws::Slash::Encode));
    return members.join('&');
}

} // namespace braketeer::services::s3
