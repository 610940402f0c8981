#include "flows/storage/object.h"

#include "flows/storage/buckets.h"
#include "flows/storage/keyrules.h"
#include "flows/storage/refusal.h"
#include "services/s3/getobject.h"
#include "services/s3/headobject.h"
#include "services/s3/presignedurl.h"
#include "services/s3/putobject.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

namespace s3 = services::s3;

constexpr qint64 mostBytes = qint64(32) * 1024 * 1024;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StorageObject)
};

core::Result<> checkPlace(const core::S3Uri &place)
{
    if (auto bucket = checkBucket(place.bucket); !bucket)
        return bucket;
    return checkKey(place.key);
}

QString rangeOf(qint64 offset, qint64 length)
{
    if (offset < 0)
        return u"bytes=-%1"_s.arg(std::min(-offset, length));
    return u"bytes=%1-%2"_s.arg(offset).arg(offset + length - 1);
}

} // namespace

core::Task<ObjectFacts> inspectObject(std::shared_ptr<Session> session, core::S3Uri place, core::CancelToken cancel)
{
    if (const auto checked = checkPlace(place); !checked)
        co_return core::fail(checked.error());
    s3::HeadObjectInput input(place);
    input.checksums = true;
    const auto head = co_await s3::headObject(session->s3(), input, cancel);
    if (!head)
        co_return core::fail(aboutObject(head.error(), place));
    ObjectFacts facts;
    facts.size = std::max<qint64>(0, head->objectSize);
    facts.modified = head->lastModified;
    facts.eTag = head->eTag;
    facts.contentType = head->contentType;
    facts.contentEncoding = head->contentEncoding;
    facts.storageClass = head->storageClass.isEmpty() ? u"STANDARD"_s : head->storageClass;
    facts.versionId = head->versionId;
    facts.encryption = head->encryption;
    facts.checksums = head->checksums;
    facts.metadata = head->metadata;
    facts.region = session->s3().regions->of(place.bucket);
    co_return facts;
}

core::Task<QByteArray> readObject(std::shared_ptr<Session> session, core::S3Uri place, qint64 offset, qint64 length,
                                  core::CancelToken cancel, QString eTag)
{
    if (const auto checked = checkPlace(place); !checked)
        co_return core::fail(checked.error());
    if (length <= 0)
        co_return QByteArray();
    length = std::min(length, mostBytes);
    s3::GetObjectInput input(place);
    input.range = rangeOf(offset, length);
    input.ifMatch = eTag;
    auto answer = co_await s3::getObject(session->s3(), input, cancel);
    if (!answer) {
        if (answer.error().httpStatus == 416) // behind the end, or an empty object
            co_return QByteArray();
        co_return core::fail(aboutObject(answer.error(), place));
    }
    QByteArray bytes = std::move(answer->body);
    if (!answer->partial) // a server that knows no ranges sends all of it
        bytes = offset < 0 ? bytes.right(std::min(-offset, length)) : bytes.mid(offset, length);
    co_return bytes;
}

core::Task<> writeObject(std::shared_ptr<Session> session, core::S3Uri place, QByteArray bytes, QString contentType,
                         core::CancelToken cancel)
{
    if (const auto checked = checkPlace(place); !checked)
        co_return core::fail(checked.error());
    if (bytes.size() > mostBytes)
        co_return core::fail(
            core::Error::Kind::Usage,
            Text::tr("%1 bytes are too many for one request: upload them as a file.").arg(bytes.size()));
    s3::PutObjectInput input(place);
    input.body = std::move(bytes);
    input.contentType = std::move(contentType);
    const auto put = co_await s3::putObject(session->s3(), input, cancel);
    if (!put)
        co_return core::fail(aboutObject(put.error(), place));
    co_return {};
}

core::Task<> makeFolder(std::shared_ptr<Session> session, core::S3Uri place, core::CancelToken cancel)
{
    if (!place.key.endsWith(u'/'))
        place.key += u'/';
    co_return co_await writeObject(session, place, {}, {}, cancel);
}

core::Task<QString> presign(std::shared_ptr<Session> session, core::S3Uri place, std::chrono::seconds expires,
                            QByteArray method, core::CancelToken cancel)
{
    if (const auto checked = checkPlace(place); !checked)
        co_return core::fail(checked.error());
    if (session->s3().termsOf(place.bucket).anonymous)
        co_return core::fail(
            core::Error::Kind::Usage,
            Text::tr(
                "A signed URL needs keys, and this bucket is asked without: choose to sign requests, or a profile."));
    // Where it cannot be found out, the session's own region is as good a guess as any.
    if (const auto region = co_await bucketRegion(session, place.bucket, cancel);
        !region && region.error().kind == core::Error::Kind::Cancelled)
        co_return core::fail(region.error());
    const aws::Request request = method == "PUT" ? s3::putObjectRequest(s3::PutObjectInput(place))
                                                 : s3::getObjectRequest(s3::GetObjectInput(place));
    co_return co_await s3::presignedUrl(session->s3(), request, expires);
}

} // namespace braketeer::flows
