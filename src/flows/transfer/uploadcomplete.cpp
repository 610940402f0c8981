#include "flows/storage/keyrules.h"
#include "flows/storage/refusal.h"
#include "flows/transfer/upload.h"
#include "services/s3/headobject.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::flows::uploading {
namespace {

using core::Error; // without core:: in front of a function lupdate finds its texts

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

/// The checksum of the parts' checksums, as S3 shows it: "BASE64-12".
QString compositeOf(const Upload &upload)
{
    aws::RunningDigest sum(aws::BulkDigest::Crc32c);
    for (const QByteArray &digest : upload.digests)
        sum.add(digest);
    return QString::fromLatin1(sum.result().toBase64()) + u'-' + QString::number(upload.digests.size());
}

Error notWhatWasSent(const Upload &upload)
{
    Error error;
    error.kind = Error::Kind::Network;
    error.message = Text::tr("What the service put together is not what was sent: the checksums of %1 differ.")
                        .arg(shownKey(upload.place().toString()));
    error.suggestion = Text::tr("Upload it again.");
    return error;
}

/// After a lost answer: is the object that is there the one that was sent?
core::Task<bool> isComplete(Run upload)
{
    s3::HeadObjectInput input(upload->place());
    input.checksums = true;
    const auto head = co_await s3::headObject(upload->access(), input, upload->job->stopToken);
    if (!head)
        co_return false;
    const QString checksum = head->checksums.value(crc32c);
    if (!checksum.isEmpty())
        co_return checksum == compositeOf(*upload);
    co_return head->contentLength == upload->facts.size && head->eTag.endsWith(u"-%1\""_s.arg(upload->plan.count()));
}

} // namespace

core::Task<> complete(Run upload)
{
    if (auto same = unchanged(*upload); !same)
        co_return same;
    upload->job->setVerifying();
    s3::CompleteMultipartUploadInput input;
    input.place = upload->place();
    input.uploadId = upload->job->row.uploadId;
    input.parts = upload->parts.values();
    const auto answer = co_await s3::completeMultipartUpload(upload->access(), input, upload->job->stopToken);
    if (!answer) {
        // The answer to an earlier try may have been lost.
        if (answer.error().serviceCode == "NoSuchUpload"_L1 || answer.error().outcomeUnknown) {
            const auto complete = co_await isComplete(upload);
            if (complete.value_or(false))
                co_return core::Result<>();
        }
        co_return core::fail(aboutObject(answer.error(), upload->place()));
    }
    const QString told = answer->checksums.value(crc32c);
    if (!told.isEmpty() && told.contains(u'-') && told != compositeOf(*upload))
        co_return core::fail(notWhatWasSent(*upload));
    upload->job->setProof(upload->serverChecks ? Proof::Crc32c : Proof::Length);
    co_return core::Result<>();
}

} // namespace braketeer::flows::uploading
