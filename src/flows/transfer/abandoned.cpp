#include "flows/transfer/abandoned.h"

#include "flows/storage/refusal.h"
#include "flows/transfer/enginecore.h"
#include "services/s3/abortmultipartupload.h"
#include "services/s3/listmultipartuploads.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

namespace s3 = services::s3;

/// The transfers of this computer that have an upload in this bucket.
QCoro::Task<QList<store::TransferRow>> recordedUploads(std::shared_ptr<TransferEngine> engine, QString bucket)
{
    const auto record = co_await TransferEngine::record(engine);
    if (!record)
        co_return QList<store::TransferRow>();
    const auto listed = co_await record->list();
    auto rows = listed.value_or(QList<store::TransferRow>());
    rows.removeIf([&](const store::TransferRow &row) { return !row.upload || row.bucket != bucket; });
    co_return rows;
}

} // namespace

core::Task<QList<AbandonedUpload>> findAbandonedUploads(std::shared_ptr<TransferEngine> engine, QString bucket,
                                                        core::CancelToken cancel)
{
    const auto rows = co_await recordedUploads(engine, bucket);
    QList<AbandonedUpload> found;
    s3::ListMultipartUploadsInput input;
    input.bucket = bucket;
    for (;;) {
        const auto page = co_await s3::listMultipartUploads(engine->access(false), input, cancel);
        if (!page)
            co_return core::fail(aboutBucket(page.error(), bucket));
        for (const s3::OpenUpload &upload : page->uploads) {
            const auto row = std::find_if(rows.begin(), rows.end(), [&](const store::TransferRow &candidate) {
                return candidate.uploadId == upload.uploadId;
            });
            if (row != rows.end() && row->alive)
                continue;
            found.append({{bucket, upload.key},
                          upload.uploadId,
                          engine->access(false).regions->of(bucket),
                          upload.initiated,
                          row != rows.end()});
        }
        const bool moves = page->nextKeyMarker != input.keyMarker || page->nextUploadIdMarker != input.uploadIdMarker;
        if (!page->truncated || !moves)
            break;
        input.keyMarker = page->nextKeyMarker;
        input.uploadIdMarker = page->nextUploadIdMarker;
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const AbandonedUpload &a, const AbandonedUpload &b) { return a.startedAt < b.startedAt; });
    co_return found;
}

core::Task<QList<AbandonedUpload>> findAbandonedUploads(std::shared_ptr<Session> session, QString bucket,
                                                        core::CancelToken cancel)
{
    return findAbandonedUploads(makeTransferEngine(std::move(session)), std::move(bucket), std::move(cancel));
}

core::Task<> abortUpload(std::shared_ptr<Session> session, AbandonedUpload upload, core::CancelToken cancel)
{
    return abortUpload(makeTransferEngine(std::move(session)), std::move(upload), std::move(cancel));
}

core::Task<> abortUpload(std::shared_ptr<TransferEngine> engine, AbandonedUpload upload, core::CancelToken cancel)
{
    const auto gone = co_await s3::abortMultipartUpload(engine->access(false), upload.place, upload.uploadId, cancel);
    if (!gone && gone.error().serviceCode != "NoSuchUpload"_L1 && gone.error().httpStatus != 404)
        co_return core::fail(aboutObject(gone.error(), upload.place));
    const auto rows = co_await recordedUploads(engine, upload.place.bucket);
    const auto record = co_await TransferEngine::record(engine);
    for (const store::TransferRow &row : rows) {
        if (record && row.uploadId == upload.uploadId)
            (void)co_await record->remove(row.id);
    }
    co_return core::Result<>();
}

} // namespace braketeer::flows
