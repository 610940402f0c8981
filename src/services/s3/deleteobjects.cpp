#include "services/s3/deleteobjects.h"

#include "services/s3/wire.h"
#include "services/s3/xmlanswer.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request deleteObjectsRequest(const QString &bucket, const QStringList &keys)
{
    aws::Request request = bucketRequest("POST", bucket);
    request.query.append({"delete"_ba, {}});
    request.body = "<Delete xmlns=\""_ba + xmlNamespace + "\"><Quiet>true</Quiet>";
    for (const QString &key : keys)
        request.body += "<Object><Key>" + xmlText(key) + "</Key></Object>";
    request.body += "</Delete>";
    // S3 wants a checksum of this body; of all kinds this is the one that every server knows.
    request.headers = {{"content-md5"_ba, QCryptographicHash::hash(request.body, QCryptographicHash::Md5).toBase64()},
                       {"content-type"_ba, "application/xml"_ba}};
    return request;
}

core::Result<QList<DeletionRefused>> readDeleteObjects(const aws::Response &response)
{
    const auto root = readXmlAnswer(response, u"DeleteResult");
    if (!root)
        return core::fail(root.error());
    QList<DeletionRefused> refused;
    for (const XmlNode &node : root->children) {
        if (node.name == "Error"_L1)
            refused.append({node.text(u"Key"), node.text(u"Code"), node.text(u"Message")});
    }
    return refused;
}

core::Task<QList<DeletionRefused>> deleteObjects(Access access, QString bucket, QStringList keys,
                                                 core::CancelToken cancel)
{
    const aws::Request request = deleteObjectsRequest(bucket, keys);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return readDeleteObjects(*response);
}

} // namespace braketeer::services::s3
