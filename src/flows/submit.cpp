#include "flows/submit.h"

#include "aws/credentials/provider.h"
#include "exchange/json/writejson.h"
#include "flows/claimkeeper.h"
#include "flows/outcome.h"
#include "services/braket/createjob.h"
#include "store/history/history.h"

#include <QCoreApplication>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

const job::Path tokenPath = job::Path().child(u"clientToken"_s);

/// The record of one submission, or the absence of one.
struct Record
{
    std::shared_ptr<store::History> history; ///< null: without a record
    qint64 id = 0;
    store::Claim claim;
};

core::Error withoutRecordHint(core::Error error)
{
    if (error.suggestion.isEmpty())
        error.suggestion = QCoreApplication::translate("Submit", "Nothing was sent. To go on without a record, use "
                                                                 "--no-history.");
    return error;
}

/// Writes request and token to the disk, as sent: the next thing that happens is the send, and after a crash between
/// the two nobody could tell.
core::Task<Record> writeIntent(std::shared_ptr<Session> session, job::JobSpec spec, PreparedRequest request)
{
    const auto history = co_await session->history();
    if (!history)
        co_return core::fail(withoutRecordHint(history.error()));
    if (const auto writable = (*history)->writable(); !writable)
        co_return core::fail(writable.error());
    const auto keys = co_await session->credentials()->credentials();

    store::Submission row;
    row.clientToken = request.clientToken;
    row.jobName = spec.text(u"jobName");
    row.device = spec.text(u"deviceConfig.device");
    row.region = session->place().region;
    row.endpoint = session->place().recordedEndpoint();
    row.profile = session->place().profile;
    if (keys) {
        row.account = keys->accountId;
        row.identity = keys->source;
    }
    row.request = request.body;
    row.createdAt = row.firstSentAt = row.updatedAt = session->clock()();
    row.state = store::SubmissionState::Sent;
    row.attempts = 1;
    Record record{*history, 0, store::newClaim(QDateTime::currentDateTimeUtc(), claimSeconds)};
    const auto id = co_await record.history->prepare(row, record.claim);
    if (!id)
        co_return core::fail(withoutRecordHint(id.error()));
    record.id = *id;
    co_return record;
}

core::Error jobWithoutRecord(core::Error error, const QString &jobArn)
{
    error.suggestion = QCoreApplication::translate("Submit", "Keep the job's ARN yourself: %1").arg(jobArn);
    return error;
}

/// Stores a failure, and gives it back for the caller to judge. When even that cannot be stored, the submission stays
/// open, and is settled later.
core::Task<core::Error> writeFailure(Record record, core::Error error)
{
    const bool unknown = judge(error) == Verdict::Unknown;
    error.outcomeUnknown = unknown;
    if (record.history && unknown)
        (void)co_await record.history->markUnknown(record.id, error);
    else if (record.history)
        (void)co_await record.history->refuse(record.id, error);
    co_return error;
}

} // namespace

PreparedRequest prepareRequest(job::JobSpec spec)
{
    QString token = spec.text(tokenPath);
    if (!spec.find(tokenPath)) {
        token = QUuid::createUuid().toString(QUuid::WithoutBraces);
        spec.set(tokenPath, job::Value::text(token));
    }
    return {exchange::writeJson(spec.root(), exchange::JsonForm::Compact), token};
}

core::Task<Receipt> submit(std::shared_ptr<Session> session, job::JobSpec spec, SubmitOptions options)
{
    const PreparedRequest request = prepareRequest(spec);
    Record record;
    if (options.record) {
        auto written = co_await writeIntent(session, spec, request);
        if (!written)
            co_return core::fail(written.error());
        record = std::move(*written);
    }
    std::optional<ClaimKeeper> keeper;
    if (record.history)
        keeper.emplace(record.history, record.id, record.claim);

    const auto answer = co_await services::braket::createJob(session->client(), request.body, options.cancel);

    // Stored before it is judged: a refusal and a silence are history too.
    if (!answer) {
        const auto error = co_await writeFailure(record, answer.error());
        co_return core::fail(error ? *error : answer.error());
    }
    Receipt receipt{record.id, answer->jobArn, request.clientToken, answer->json, {}};
    if (record.history) {
        const auto stored = co_await record.history->accept(record.id, answer->jobArn);
        if (!stored)
            receipt.notStored = jobWithoutRecord(stored.error(), answer->jobArn);
    }
    co_return receipt;
}

} // namespace braketeer::flows
