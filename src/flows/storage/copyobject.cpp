#include "flows/storage/copyobject.h"

#include "flows/storage/keyrules.h"
#include "flows/storage/partsupload.h"
#include "flows/storage/refusal.h"
#include "flows/transfer/parallel.h"
#include "flows/transfer/plan.h"
#include "services/s3/copyobject.h"
#include "services/s3/getobjecttagging.h"
#include "services/s3/headobject.h"
#include "services/s3/uploadpartcopy.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

namespace s3 = services::s3;
using core::Error;

constexpr int partsAtOnce = 4;

/// What a copy at once brings along by itself. Source: Amazon S3 API Reference, CopyObject, "x-amz-metadata-directive".
constexpr const char *propertiesOfAnObject[] = {"content-type",        "content-encoding", "cache-control",
                                                "content-disposition", "content-language", "expires"};

/// One copy.
struct Copy
{
    s3::Access access;
    core::S3Uri from;
    core::S3Uri to;
    CopyOptions options;
    core::CancelToken cancel;

    // Of the source.
    qint64 size = 0;
    QString eTag;
    aws::Headers properties; ///< headers of the object that it becomes

    PartPlan plan;
    std::shared_ptr<PartsUpload> upload;
    qint64 done = 0;
};

using Run = std::shared_ptr<Copy>;

aws::Headers storageClassHeader(const CopyOptions &options)
{
    if (options.storageClass.isEmpty())
        return {};
    return {{"x-amz-storage-class"_ba, options.storageClass.toUtf8()}};
}

/// S3 says of a copy that is refused neither which bucket nor which object it means.
Error aboutCopy(const Copy &copy, Error error)
{
    error = aboutObject(std::move(error), copy.from);
    if (error.serviceCode == "NoSuchBucket"_L1 && copy.from.bucket != copy.to.bucket)
        error.message = QCoreApplication::translate("StorageObject", "There is no bucket “%1”, or no bucket “%2”.")
                            .arg(copy.from.bucket, copy.to.bucket);
    return error;
}

core::Task<> inspectSource(Run copy)
{
    const aws::Request request = s3::headObjectRequest(s3::HeadObjectInput(copy->from));
    const auto response = co_await s3::call(copy->access, request, copy->cancel);
    if (!response)
        co_return core::fail(aboutObject(response.error(), copy->from));
    const s3::ObjectHeaders head = s3::readObjectHeaders(response->headers);
    copy->size = std::max<qint64>(0, head.contentLength);
    copy->eTag = head.eTag;
    copy->properties.clear();
    for (const auto &[name, value] : response->headers) {
        const QByteArray lower = name.toLower();
        if (lower.startsWith("x-amz-meta-")
            || std::ranges::any_of(propertiesOfAnObject, [&lower](const char *known) { return lower == known; }))
            copy->properties.append({lower, value});
    }
    if (aws::headerValue(response->headers, "x-amz-tagging-count").toInt() == 0)
        co_return core::Result<>();
    const auto tags = co_await s3::getObjectTagging(copy->access, copy->from, copy->cancel);
    if (!tags)
        co_return core::fail(aboutObject(tags.error(), copy->from));
    copy->properties.append({"x-amz-tagging"_ba, s3::taggingHeader(*tags)});
    co_return core::Result<>();
}

core::Task<> copyAtOnce(Run copy)
{
    const aws::Headers headers = storageClassHeader(copy->options);
    const auto copied = co_await s3::copyObject(copy->access, copy->from, copy->to, copy->cancel, headers);
    if (!copied)
        co_return core::fail(aboutCopy(*copy, copied.error()));
    if (copy->options.progress && copy->options.size > 0)
        copy->options.progress(copy->options.size);
    co_return core::Result<>();
}

core::Task<> copyPart(Run copy, int number, core::CancelToken stop)
{
    s3::UploadPartCopyInput input;
    input.from = copy->from;
    input.to = copy->to;
    input.uploadId = copy->upload->id;
    input.partNumber = number;
    input.offset = copy->plan.offset(number);
    input.length = copy->plan.length(number);
    input.ifMatch = copy->eTag;
    const auto eTag = co_await s3::uploadPartCopy(copy->access, input, stop);
    if (!eTag)
        co_return core::fail(aboutCopy(*copy, eTag.error()));
    s3::CompletedPart part;
    part.number = number;
    part.eTag = *eTag;
    copy->upload->parts.insert(number, part);
    copy->done += input.length;
    if (copy->options.progress)
        copy->options.progress(copy->done);
    co_return core::Result<>();
}

core::Task<> copyAndComplete(Run copy)
{
    QList<int> numbers(copy->plan.count());
    std::iota(numbers.begin(), numbers.end(), 1);
    const auto work = [copy](int number, core::CancelToken stop) { return copyPart(copy, number, std::move(stop)); };
    const auto copied = co_await forEachPart(numbers, partsAtOnce, work, copy->cancel);
    if (!copied)
        co_return copied;
    if (copy->cancel.isCancelled())
        co_return core::fail(Error::Kind::Cancelled,
                             QCoreApplication::translate("StorageObject", "The copy was stopped."));
    co_return co_await completeParts(copy->upload, {}, copy->size, false, copy->cancel);
}

core::Task<> copyInParts(Run copy)
{
    copy->plan = planParts(copy->size, copy->options.partSize);
    s3::CreateMultipartUploadInput input(copy->to);
    input.headers = copy->properties + storageClassHeader(copy->options);
    const auto begun = co_await beginParts(copy->access, input, copy->cancel);
    if (!begun)
        co_return core::fail(begun.error());
    copy->upload = *begun;
    const auto done = co_await copyAndComplete(copy);
    if (done)
        co_return done;
    auto error = co_await abandonParts(copy->upload, done.error());
    co_return core::fail(std::move(error));
}

} // namespace

core::Task<> copyObject(std::shared_ptr<Session> session, core::S3Uri from, core::S3Uri to, CopyOptions options,
                        core::CancelToken cancel)
{
    for (const core::S3Uri &place : {from, to}) {
        if (const auto bucket = checkBucket(place.bucket); !bucket)
            co_return core::fail(bucket.error());
        if (const auto key = checkKey(place.key); !key)
            co_return core::fail(key.error());
    }
    const auto copy = std::make_shared<Copy>();
    copy->access = session->s3();
    copy->from = std::move(from);
    copy->to = std::move(to);
    copy->options = std::move(options);
    copy->cancel = cancel;
    // A listing may be old: what was small then is refused at worst.
    if (copy->options.size >= 0 && copy->options.size <= copy->options.mostAtOnce)
        co_return co_await copyAtOnce(copy);
    if (const auto known = co_await inspectSource(copy); !known)
        co_return core::fail(known.error());
    copy->options.size = copy->size;
    if (copy->size <= copy->options.mostAtOnce)
        co_return co_await copyAtOnce(copy);
    co_return co_await copyInParts(copy);
}

} // namespace braketeer::flows
