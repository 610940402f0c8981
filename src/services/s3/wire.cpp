#include "services/s3/wire.h"

#include "aws/sigv4/percent.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request bucketRequest(const char *method, const QString &bucket)
{
    aws::Request request;
    request.service = u"s3"_s;
    request.method = method;
    request.path.clear();
    request.bucket = bucket;
    request.repeatable = true; // reads, and changes that end the same when they are made twice
    return request;
}

aws::Request objectRequest(const char *method, const core::S3Uri &place)
{
    aws::Request request = bucketRequest(method, place.bucket);
    request.path = '/' + aws::percentEncoded(place.key.toUtf8(), aws::Slash::Keep);
    return request;
}

void addHeader(aws::Request &request, const char *name, const QString &value)
{
    if (!value.isEmpty())
        request.headers.append({name, value.toUtf8()});
}

void addQuery(aws::Request &request, const char *name, const QString &value)
{
    if (!value.isEmpty())
        request.query.append({name, value.toUtf8()});
}

void addCopySource(aws::Request &request, const core::S3Uri &from)
{
    request.headers.append({"x-amz-copy-source"_ba,
                            from.bucket.toUtf8() + '/' + aws::percentEncoded(from.key.toUtf8(), aws::Slash::Keep)});
}

void addMetadata(aws::Request &request, const QMap<QString, QString> &metadata)
{
    for (auto entry = metadata.begin(); entry != metadata.end(); ++entry)
        request.headers.append({"x-amz-meta-" + entry.key().toLower().toUtf8(), entry.value().toUtf8()});
}

QString urlDecoded(const QString &text, bool encoded)
{
    if (!encoded)
        return text;
    QByteArray bytes = text.toUtf8();
    bytes.replace('+', ' ');
    return QString::fromUtf8(aws::percentDecoded(bytes));
}

} // namespace braketeer::services::s3
