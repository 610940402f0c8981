#include "aws/http/client.h"

#include "aws/endpoints/resolve.h"
#include "aws/errors/serviceerror.h"
#include "aws/http/httpdate.h"
#include "aws/http/log.h"
#include "aws/http/network.h"
#include "aws/http/retry.h"
#include "aws/http/wire.h"
#include "aws/sigv4/sign.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

using core::Error; // without core:: in front of a function lupdate finds its texts
using Kind = core::Error::Kind;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Client)
};

Error cancelled(const QString &host, bool outcomeUnknown)
{
    core::Error error;
    error.kind = Kind::Cancelled;
    error.message = Text::tr("The request to %1 was cancelled.").arg(host);
    error.host = host;
    error.outcomeUnknown = outcomeUnknown;
    return error;
}

// A line break would end the header and begin another one.
bool fitIntoHeaders(const Credentials &keys)
{
    const auto printable = [](auto c) { return c > ' ' && c < '\x7f'; };
    const QByteArrayView token = keys.sessionToken.reveal();
    const QByteArray id = keys.accessKeyId.toUtf8();
    return std::all_of(token.begin(), token.end(), printable) && std::all_of(id.begin(), id.end(), printable);
}

Error unusableKeys(const Credentials &keys)
{
    core::Error error;
    error.kind = Kind::Credentials;
    error.message =
        Text::tr("The keys of %1 hold characters that no key has, such as a blank or a line break.").arg(keys.source);
    error.suggestion = Text::tr("Copy the access key, the secret and the session token again.");
    error.identity = keys.source;
    return error;
}

/// A request that is settled but for credentials and time.
struct Plan
{
    Request request;
    Endpoint endpoint;
    WireRequest wire;
    QByteArray payloadHash;
};

tl::unexpected<Refusal> refusal(Error error, const Answer &answer = {})
{
    return tl::unexpected(Refusal{std::move(error), answer.headers, answer.body});
}

/// Keys that are others than the refused ones, where the provider can get any.
QCoro::Task<bool> renewed(std::shared_ptr<CredentialProvider> provider, Credentials refused)
{
    const auto fresh = co_await provider->renew(refused);
    co_return fresh && (fresh->accessKeyId != refused.accessKeyId || !fresh->sessionToken.equals(refused.sessionToken));
}

/// What a log says before a request leaves. Without the query: somebody else's text.
QString sending(const Plan &plan, const Credentials &keys, int attempt)
{
    const QString place = plan.wire.url.toString(QUrl::RemoveQuery | QUrl::FullyEncoded);
    const QString signature = plan.request.signedRequest ? u"signed for %1 in %2 with the keys of %3"_s.arg(
                                  plan.endpoint.signingName, plan.endpoint.signingRegion, keys.source)
                                                         : u"unsigned"_s;
    return u"Send %1 %2, try %3, %4."_s.arg(QString::fromLatin1(plan.request.method), place)
        .arg(attempt)
        .arg(signature);
}

/// What a log says when a try came to nothing.
QString failing(const Error &error)
{
    if (error.httpStatus == 0)
        return u"No answer: %1"_s.arg(error.message);
    return u"Answer %1 %2, request id %3."_s.arg(error.httpStatus).arg(error.serviceCode, error.requestId);
}

SignableRequest signable(const Plan &plan, const QByteArray &payloadHash)
{
    SignableRequest request{plan.request.method, plan.wire.path, plan.wire.query, plan.request.headers, payloadHash};
    request.headers.emplaceBack("host"_ba, plan.wire.host);
    return request;
}

SigningScope scopeOf(const Plan &plan, const QDateTime &time)
{
    return {plan.endpoint.signingRegion.toUtf8(), plan.endpoint.signingName.toUtf8(), time};
}

SigningOptions optionsOf(const Plan &plan)
{
    SigningOptions options;
    if (plan.endpoint.disableDoubleEncoding) {
        options.pathRule = PathRule::AsOnTheWire;
        options.sendPayloadHash = true;
    }
    return options;
}

} // namespace

struct Client::State
{
    ClientConfig config;
    std::shared_ptr<CredentialProvider> credentials;
    core::Clock clock;
    RetryPacing pacing;
    Signer signer;
    std::unique_ptr<Network> network;  ///< null before the first request
    std::chrono::milliseconds skew{0}; ///< the service's clock less ours

    QDateTime now() const { return clock().toUTC().addMSecs(skew.count()); }

    core::Result<Plan> plan(Request request);
    core::Result<> open();
    Headers sign(const Plan &plan, const Credentials &keys, const QDateTime &time);
    Headers signature(const Plan &plan, const Credentials &keys, const QDateTime &time);
    QByteArray presign(const Plan &plan, const Credentials &keys, std::chrono::seconds expires);
    bool learnSkew(const core::Error &error, const Headers &answer, const QDateTime &signedAt);
};

core::Result<Plan> Client::State::plan(Request request)
{
    EndpointParameters parameters;
    parameters.region = request.region.isEmpty() ? config.region : request.region;
    parameters.useFips = config.useFips;
    parameters.useDualStack = config.useDualStack;
    parameters.endpoint = config.endpointUrls.value(request.service, config.endpointUrl);
    parameters.bucket = request.bucket;
    parameters.forcePathStyle = config.s3Addressing == S3Addressing::Path
                                || (config.s3Addressing == S3Addressing::Automatic && !parameters.endpoint.isEmpty());
    auto endpoint = resolveEndpoint(request.service, parameters);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    if (request.signedRequest && endpoint->signingRegion.isEmpty())
        return core::fail(Kind::Usage,
                          Text::tr("No region is set: choose one with --region, AWS_REGION or the profile."));
    auto wire = layOut(request, *endpoint);
    if (!wire)
        return tl::unexpected(wire.error());
    QByteArray payloadHash = signer.payloadHash(request.body);
    return Plan{std::move(request), std::move(*endpoint), std::move(*wire), std::move(payloadHash)};
}

core::Result<> Client::State::open()
{
    if (network)
        return {};
    auto opened = openNetwork(config.proxy);
    if (!opened)
        return tl::unexpected(opened.error());
    network = std::move(*opened);
    return {};
}

Headers Client::State::sign(const Plan &plan, const Credentials &keys, const QDateTime &time)
{
    Headers headers{{"Host"_ba, plan.wire.host}, {"User-Agent"_ba, config.userAgent}};
    headers += plan.request.headers;
    if (plan.request.signedRequest)
        headers += signature(plan, keys, time);
    return headers;
}

Headers Client::State::signature(const Plan &plan, const Credentials &keys, const QDateTime &time)
{
    return signer.signHeaders(signable(plan, plan.payloadHash), keys, scopeOf(plan, time), optionsOf(plan)).headers;
}

QByteArray Client::State::presign(const Plan &plan, const Credentials &keys, std::chrono::seconds expires)
{
    SigningOptions options = optionsOf(plan);
    options.sendPayloadHash = false;
    const QuerySignature signature = signer.presign(signable(plan, "UNSIGNED-PAYLOAD"_ba), keys, scopeOf(plan, now()),
                                                    int(expires.count()), options);
    const QByteArray place = plan.wire.url.toEncoded(QUrl::RemoveQuery);
    return place + '?' + signature.query;
}

// A signature holds for five minutes to either side, so a smaller difference is not what the service complains about.
bool Client::State::learnSkew(const core::Error &error, const Headers &answer, const QDateTime &signedAt)
{
    static constexpr qint64 tolerated = qint64(4) * 60 * 1000;
    if (!mayBeClockSkew(error.serviceCode))
        return false;
    const auto theirs = parseHttpDate(headerValue(answer, "date"));
    if (!theirs || std::abs(signedAt.msecsTo(*theirs)) < tolerated)
        return false;
    skew = std::chrono::milliseconds(clock().toUTC().msecsTo(*theirs));
    return true;
}

Client::Client(ClientConfig config, std::shared_ptr<CredentialProvider> credentials, core::Clock clock,
               RetryPacing pacing)
    : m_state(std::make_shared<State>())
{
    m_state->config = std::move(config);
    m_state->credentials = std::move(credentials);
    m_state->clock = std::move(clock);
    m_state->pacing = std::move(pacing);
}

Client::~Client() = default;

const ClientConfig &Client::config() const
{
    return m_state->config;
}

core::Task<Response> Client::send(Request request, core::CancelToken cancel)
{
    return sendWith(m_state, std::move(request), std::move(cancel));
}

core::Task<Response> Client::sendWith(std::shared_ptr<State> state, Request request, core::CancelToken cancel)
{
    auto outcome = co_await run(std::move(state), std::move(request), std::move(cancel));
    if (!outcome)
        co_return tl::unexpected(std::move(outcome.error().error));
    co_return std::move(*outcome);
}

QCoro::Task<Client::Outcome> Client::ask(Request request, core::CancelToken cancel)
{
    return run(m_state, std::move(request), std::move(cancel));
}

core::Task<QByteArray> Client::presign(Request request, std::chrono::seconds expires)
{
    return presignWith(m_state, std::move(request), expires);
}

core::Task<QByteArray> Client::presignWith(std::shared_ptr<State> state, Request request, std::chrono::seconds expires)
{
    const auto plan = state->plan(std::move(request));
    if (!plan)
        co_return tl::unexpected(plan.error());
    const auto keys = co_await state->credentials->credentials();
    if (!keys)
        co_return tl::unexpected(keys.error());
    if (!fitIntoHeaders(*keys))
        co_return tl::unexpected(unusableKeys(*keys));
    co_return state->presign(*plan, *keys, expires);
}

core::Task<SignedRequest> Client::sign(Request request, QByteArray payloadHash)
{
    return signWith(m_state, std::move(request), std::move(payloadHash));
}

core::Task<SignedRequest> Client::signWith(std::shared_ptr<State> state, Request request, QByteArray payloadHash)
{
    auto plan = state->plan(std::move(request));
    if (!plan)
        co_return tl::unexpected(plan.error());
    plan->payloadHash = std::move(payloadHash);
    SignedRequest result;
    result.url = plan->wire.url.toEncoded();
    result.host = plan->wire.url.host();
    result.signedAt = state->now();
    if (plan->request.signedRequest) {
        auto keys = co_await state->credentials->credentials();
        if (!keys)
            co_return tl::unexpected(keys.error());
        if (!fitIntoHeaders(*keys))
            co_return tl::unexpected(unusableKeys(*keys));
        result.keys = std::move(*keys);
        result.signedAt = state->now();
        result.headers = state->signature(*plan, result.keys, result.signedAt);
    }
    result.headers = Headers{{"Host"_ba, plan->wire.host}, {"User-Agent"_ba, state->config.userAgent}}
                     + plan->request.headers + result.headers;
    qCInfo(httpLog).noquote() << sending(*plan, result.keys, 1);
    co_return result;
}

core::Task<bool> Client::learn(SignedRequest request, core::Error error, Headers answer)
{
    return learnWith(m_state, std::move(request), std::move(error), std::move(answer));
}

core::Task<bool> Client::learnWith(std::shared_ptr<State> state, SignedRequest request, core::Error error,
                                   Headers answer)
{
    if (state->learnSkew(error, answer, request.signedAt))
        co_return true;
    if (!meansExpiredKeys(error.serviceCode))
        co_return false;
    co_return co_await renewed(state->credentials, request.keys);
}

QCoro::Task<Client::Outcome> Client::run(std::shared_ptr<State> state, Request request, core::CancelToken cancel)
{
    const auto plan = state->plan(std::move(request));
    if (!plan)
        co_return refusal(plan.error());
    if (const auto opened = state->open(); !opened)
        co_return refusal(opened.error());
    const auto prepared = state->network->prepare(plan->wire.url, state->config.caBundle);
    if (!prepared)
        co_return refusal(prepared.error());

    const QString host = plan->wire.url.host();
    bool outcomeUnknown = false; // of any try so far
    bool skewCorrected = false;
    bool keysRenewed = false;
    for (int failures = 0;;) {
        Credentials keys;
        if (plan->request.signedRequest) {
            auto asked = co_await state->credentials->credentials();
            if (!asked) {
                asked.error().outcomeUnknown = outcomeUnknown;
                co_return refusal(asked.error());
            }
            keys = std::move(*asked);
            if (!fitIntoHeaders(keys))
                co_return refusal(unusableKeys(keys));
        }
        if (cancel.isCancelled())
            co_return refusal(cancelled(host, outcomeUnknown));

        const QDateTime time = state->now();
        Transmission transmission{plan->wire.url,
                                  state->sign(*plan, keys, time),
                                  plan->request.method,
                                  plan->request.body,
                                  state->config.connectTimeout,
                                  state->config.readTimeout,
                                  state->config.maxAnswerBytes,
                                  *prepared};
        qCInfo(httpLog).noquote() << sending(*plan, keys, failures + 1);
        const auto answer = co_await state->network->exchange(std::move(transmission), cancel);
        if (answer && answer->status >= 200 && answer->status < 300) {
            qCInfo(httpLog).noquote() << u"Answer %1 with %2 bytes, request id %3."_s.arg(answer->status)
                                             .arg(answer->body.size())
                                             .arg(requestIdOf(answer->headers));
            co_return Response{answer->status, answer->headers, answer->body, requestIdOf(answer->headers), host};
        }

        core::Error error = answer ? decodeServiceError(answer->status, answer->headers, answer->body, host)
                                   : answer.error().error;
        error.identity = keys.source;
        qCInfo(httpLog).noquote() << failing(error);
        outcomeUnknown = outcomeUnknown || error.outcomeUnknown;
        error.outcomeUnknown = outcomeUnknown;
        if (answer && !skewCorrected && state->learnSkew(error, answer->headers, time)) {
            qCInfo(httpLog) << "Correct the clock by" << state->skew.count() << "ms and sign again.";
            skewCorrected = true; // refused for its time alone, so it may go again whatever it is
            continue;
        }
        // The answer to a HEAD has no body to say so.
        if (answer && !keysRenewed && plan->request.signedRequest
            && (meansExpiredKeys(error.serviceCode) || (answer->status == 400 && plan->request.method == "HEAD"))) {
            keysRenewed = true;
            const bool others = co_await renewed(state->credentials, keys);
            if (others) {
                qCInfo(httpLog) << "The keys have expired: sign again with new ones.";
                continue;
            }
        }
        ++failures;
        const bool transient = answer ? isTransient(error) : answer.error().connectionLost;
        if (!transient || !plan->request.repeatable || failures >= state->config.maxAttempts)
            co_return answer ? refusal(std::move(error), *answer) : refusal(std::move(error));
        const auto retryAfter = answer ? parseRetryAfter(headerValue(answer->headers, "retry-after"), state->now())
                                       : std::nullopt;
        if (retryAfter.value_or(std::chrono::milliseconds(0)) > longestRetryAfter)
            co_return answer ? refusal(std::move(error), *answer) : refusal(std::move(error));
        const auto pause = backoff(failures, state->pacing.random(), retryAfter);
        qCInfo(httpLog) << "Wait" << pause.count() << "ms, then try again.";
        co_await state->pacing.sleep(pause, cancel);
        if (cancel.isCancelled())
            co_return refusal(cancelled(host, outcomeUnknown));
    }
}

} // namespace braketeer::aws
