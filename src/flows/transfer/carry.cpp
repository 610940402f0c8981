#include "flows/transfer/carry.h"

#include "aws/errors/serviceerror.h"
#include "aws/http/client.h"
#include "aws/http/httpdate.h"
#include "aws/http/retry.h"
#include "flows/transfer/log.h"
#include "services/s3/region.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

using core::Error; // without core:: in front of a function lupdate finds its texts

constexpr int mostLessons = 4; ///< of region, clock and keys together; more would be going in circles

Error cancelled()
{
    Error error;
    error.kind = Error::Kind::Cancelled;
    error.message = QCoreApplication::translate("Transfer", "The transfer was stopped.");
    return error;
}

/// Why one try failed, and what follows from it.
struct Setback
{
    Error error;
    aws::Headers headers; ///< of a refusal
    QByteArray body;
    bool connectionLost = false;
};

Setback setbackOf(const aws::BulkFailure &failure)
{
    return {failure.error, {}, {}, failure.connectionLost};
}

Setback setbackOf(const aws::BulkAnswer &answer, const aws::SignedRequest &request)
{
    Setback setback{aws::decodeServiceError(answer.status, answer.headers, answer.body, request.host), answer.headers,
                    answer.body, false};
    setback.error.identity = request.keys.source;
    return setback;
}

aws::BulkRequest wireRequest(const Cargo &cargo, const aws::SignedRequest &ready, bool askFirst)
{
    aws::BulkRequest request;
    request.method = cargo.request.method;
    request.url = ready.url;
    request.headers = ready.headers;
    request.source = cargo.source;
    request.sink = cargo.sink;
    request.digest = cargo.digest;
    request.askFirst = askFirst;
    request.sent = cargo.source ? cargo.moved : nullptr;
    request.received = cargo.sink ? cargo.moved : nullptr;
    return request;
}

bool asksToSlowDown(const Error &error)
{
    return error.httpStatus == 503 || error.httpStatus == 429 || aws::isThrottling(error.serviceCode);
}

/// True when the refusal told another region than the one that was used.
bool goesElsewhere(const services::s3::Access &access, const aws::Request &request, const Setback &setback)
{
    const QString used = request.region.isEmpty() ? access.client->config().region : request.region;
    const QString told = services::s3::regionOf({setback.error, setback.headers, setback.body});
    access.regions->learn(request.bucket, told);
    return !told.isEmpty() && told != used && services::s3::isElsewhere(setback.error);
}

} // namespace

core::Task<aws::BulkAnswer> carry(std::shared_ptr<TransferEngine> engine, Cargo cargo, core::CancelToken cancel)
{
    const auto transport = engine->transport();
    if (!transport)
        co_return core::fail(transport.error());
    const services::s3::Access access = engine->access(cargo.requesterPays);
    int lessons = 0;
    bool askFirst = false;
    for (int failures = 0;;) {
        Lanes::Pass pass = co_await engine->lanes.enter(cancel);
        if (!pass)
            co_return core::fail(cancelled());
        const aws::Request request = services::s3::prepared(access, cargo.request);
        const auto ready = co_await access.client->sign(request, cargo.payloadHash);
        if (!ready)
            co_return core::fail(ready.error());
        aws::BulkRequest wire = wireRequest(cargo, *ready, askFirst);
        auto answer = co_await (*transport)->send(std::move(wire), cancel);
        if (answer && answer->status >= 200 && answer->status < 300) {
            engine->lanes.succeeded();
            co_return std::move(*answer);
        }

        const Setback setback = answer ? setbackOf(*answer, *ready) : setbackOf(answer.error());
        if (cancel.isCancelled())
            co_return core::fail(cancelled());
        qCInfo(transferLog).noquote() << "A part failed:" << setback.error.text();
        askFirst = answer.has_value(); // the next body may be refused too
        if (answer && lessons < mostLessons) {
            core::Result<bool> learned = goesElsewhere(access, request, setback);
            if (!*learned)
                learned = co_await access.client->learn(*ready, setback.error, setback.headers);
            if (learned.value_or(false)) {
                ++lessons;
                continue;
            }
        }
        ++failures;
        const bool transient = answer ? aws::isTransient(setback.error) : setback.connectionLost;
        if (!transient || failures >= engine->limits.maxAttempts)
            co_return core::fail(setback.error);
        if (answer && asksToSlowDown(setback.error))
            engine->lanes.slowDown(pass);
        pass = {}; // somebody else may go meanwhile
        const auto retryAfter = answer ? aws::parseRetryAfter(aws::headerValue(setback.headers, "retry-after"),
                                                              engine->session->clock()())
                                       : std::nullopt;
        if (retryAfter.value_or(std::chrono::milliseconds(0)) > aws::longestRetryAfter)
            co_return core::fail(setback.error);
        co_await engine->pacing.sleep(aws::backoff(failures, engine->pacing.random(), retryAfter), cancel);
    }
}

} // namespace braketeer::flows
