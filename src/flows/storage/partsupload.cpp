#include "flows/storage/partsupload.h"

#include "flows/storage/keyrules.h"
#include "flows/storage/refusal.h"
#include "services/s3/abortmultipartupload.h"
#include "services/s3/headobject.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

namespace s3 = services::s3;

/// After a lost answer: is the object that is there the one that was sent?
core::Task<bool> isThere(std::shared_ptr<PartsUpload> upload, qint64 size, core::CancelToken cancel)
{
    const s3::HeadObjectInput input(upload->place);
    const auto head = co_await s3::headObject(upload->access, input, cancel);
    if (!head)
        co_return core::fail(head.error());
    co_return head->contentLength == size && head->eTag.endsWith(u"-%1\""_s.arg(upload->parts.size()));
}

} // namespace

core::Task<std::shared_ptr<PartsUpload>> beginParts(s3::Access access, s3::CreateMultipartUploadInput input,
                                                    core::CancelToken cancel)
{
    const auto upload = std::make_shared<PartsUpload>();
    upload->access = access;
    upload->place = input.place;
    const aws::Request request = s3::createMultipartUploadRequest(input);
    const auto response = co_await s3::call(access, request, cancel);
    if (!response)
        co_return core::fail(aboutObject(response.error(), input.place));
    const auto id = s3::readCreateMultipartUpload(*response);
    if (!id)
        co_return core::fail(id.error());
    upload->id = *id;
    upload->wholeChecksum = aws::headerValue(response->headers, "x-amz-checksum-type") == "FULL_OBJECT";
    co_return core::Result<std::shared_ptr<PartsUpload>>(upload);
}

core::Task<> completeParts(std::shared_ptr<PartsUpload> upload, aws::Headers checksums, qint64 size, bool onlyIfAbsent,
                           core::CancelToken cancel)
{
    s3::CompleteMultipartUploadInput input;
    input.place = upload->place;
    input.uploadId = upload->id;
    input.parts = upload->parts.values();
    input.checksums = std::move(checksums);
    input.onlyIfAbsent = onlyIfAbsent;
    const auto answer = co_await s3::completeMultipartUpload(upload->access, input, cancel);
    if (answer)
        co_return core::Result<>();
    if (answer.error().serviceCode == "NoSuchUpload"_L1 || answer.error().outcomeUnknown) {
        const auto there = co_await isThere(upload, size, cancel);
        if (there.value_or(false))
            co_return core::Result<>();
    }
    co_return core::fail(aboutObject(answer.error(), upload->place));
}

QCoro::Task<core::Error> abandonParts(std::shared_ptr<PartsUpload> upload, core::Error error)
{
    const auto gone = co_await s3::abortMultipartUpload(upload->access, upload->place, upload->id);
    if (gone || gone.error().serviceCode == "NoSuchUpload"_L1)
        co_return error;
    const QString left = QCoreApplication::translate(
                             "StorageParts", "What arrived of %1 could not be taken away, and is left as an unfinished "
                                             "upload.")
                             .arg(shownKey(upload->place.toString()));
    error.suggestion = error.suggestion.isEmpty() ? left : error.suggestion + u' ' + left;
    co_return error;
}

} // namespace braketeer::flows
