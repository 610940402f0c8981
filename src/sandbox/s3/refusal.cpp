#include "sandbox/s3/refusal.h"

#include "sandbox/s3/xml.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {

Refusal accessDenied()
{
    return {403, "AccessDenied"_ba, u"Access Denied"_s, {}, {}};
}

Refusal noSuchBucket(const QByteArray &bucket)
{
    return {404, "NoSuchBucket"_ba, u"The specified bucket does not exist"_s, {{"BucketName"_ba, bucket}}, {}};
}

Refusal noSuchKey(const QByteArray &key)
{
    return {404, "NoSuchKey"_ba, u"The specified key does not exist."_s, {{"Key"_ba, key}}, {}};
}

Refusal noSuchUpload(const QByteArray &uploadId)
{
    return {404,
            "NoSuchUpload"_ba,
            u"The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted "
            u"or completed."_s,
            {{"UploadId"_ba, uploadId}},
            {}};
}

Refusal invalidArgument(const QString &message, const QByteArray &name, const QByteArray &value)
{
    return {400, "InvalidArgument"_ba, message, {{"ArgumentName"_ba, name}, {"ArgumentValue"_ba, value}}, {}};
}

Refusal invalidRequest(const QString &message)
{
    return {400, "InvalidRequest"_ba, message, {}, {}};
}

Refusal malformedXml()
{
    return {400,
            "MalformedXML"_ba,
            u"The XML you provided was not well-formed or did not validate against our published schema"_s,
            {},
            {}};
}

Refusal preconditionFailed(const QByteArray &condition)
{
    return {412,
            "PreconditionFailed"_ba,
            u"At least one of the pre-conditions you specified did not hold"_s,
            {{"Condition"_ba, condition}},
            {}};
}

Refusal notImplemented(const QString &what)
{
    return {501, "NotImplemented"_ba, u"The sandbox does not serve %1."_s.arg(what), {}, {}};
}

Refusal internalError()
{
    return {500, "InternalError"_ba, u"We encountered an internal error. Please try again."_s, {}, {}};
}

Refusal incompleteBody()
{
    return {400,
            "IncompleteBody"_ba,
            u"You did not provide the number of bytes specified by the Content-Length HTTP header"_s,
            {},
            {}};
}

Refusal slowDown()
{
    return {503, "SlowDown"_ba, u"Please reduce your request rate."_s, {}, {}};
}

Answer answerOf(const Refusal &refusal, const RawRequest &request, const QByteArray &requestId)
{
    Answer answer;
    answer.status = refusal.status;
    answer.headers = refusal.headers;
    if (refusal.status == 304)
        return answer;
    Xml xml;
    xml.open("Error");
    xml.leaf("Code", refusal.code);
    xml.leaf("Message", refusal.message.toUtf8());
    for (const auto &[name, value] : refusal.members)
        xml.leaf(name, value);
    xml.leaf("Resource", QByteArray::fromPercentEncoding(request.path()));
    xml.leaf("RequestId", requestId);
    xml.leaf("HostId", hostId(requestId));
    xml.close("Error");
    answer.addHeader("Content-Type"_ba, "application/xml"_ba);
    answer.body = xml.text();
    return answer;
}

} // namespace braketeer::sandbox::s3
