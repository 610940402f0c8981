#include "sandbox/service/desk.h"

#include "sandbox/faults/spoil.h"
#include "sandbox/http/bodystream.h"
#include "sandbox/s3/xml.h"
#include "sandbox/service/control.h"
#include "sandbox/service/s3desk.h"

#include <QCoreApplication>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

constexpr qint64 largestBody = 10 << 20; // of all that is not S3

QString objectsBeside(const QString &stateFile)
{
    return stateFile.isEmpty() ? QString() : stateFile + ".objects"_L1;
}

QByteArray headerOf(const Answer &answer, QByteArrayView name)
{
    for (const auto &[header, value] : answer.headers)
        if (header == name)
            return value;
    return {};
}

} // namespace

Desk::Desk(Options options)
    : m_options(std::move(options))
    , m_book(m_options.clock(), m_options.speed, m_options.stateFile)
    , m_s3(objectsBeside(m_options.stateFile), m_options.manyKeys, m_options.region)
{
    for (const KeyPair &key : m_options.keys)
        m_keys.add(key);
}

core::Result<> Desk::load()
{
    const auto keptAside = m_book.load(m_options.clock(), m_options.speed);
    if (!keptAside)
        return tl::unexpected(keptAside.error());
    if (!keptAside->isEmpty())
        qWarning("The sandbox's state could not be read; it begins anew. The damaged file is kept: %s",
                 qPrintable(*keptAside));
    return {};
}

Answer Desk::handle(RawRequest request, BodyStream &body)
{
    const bool isControl = request.path().startsWith(controlPrefix);
    if (!isControl && (s3::isSignedForS3(request) || isAnonymousForS3(request)))
        return handleS3(request, body);
    auto bytes = body.readAll(largestBody);
    if (!bytes) {
        Answer refusal;
        refusal.status = body.broken() && body.length() ? 400 : 413;
        return refusal;
    }
    request.body = std::move(*bytes);
    return isControl ? control(*this, request) : handleSmall(request);
}

Answer Desk::handleS3(const RawRequest &request, BodyStream &body)
{
    const QByteArray requestId = QUuid::createUuid().toByteArray(QUuid::Id128).left(16).toUpper();
    const auto route = s3::S3Service::routeOf(request);
    const QString operation = route.operationName();
    std::optional<Fault> fault;
    s3::Outcome<s3::Identity> identity;
    {
        const std::lock_guard lock(m_mutex);
        identity = s3::prove(m_keys, request, m_options.clock().addSecs(m_skew.count()));
        if (identity)
            fault = m_faults.take(operation);
    }
    const s3::Reply reply = identity ? serveS3(m_s3, request, body, route, *identity, fault, serviceTime())
                                     : s3::Reply(tl::unexpected(identity.error()));
    Outcome outcome{operation, reply ? *reply : s3::answerOf(reply.error(), request, requestId),
                    reply ? QString() : QString::fromLatin1(reply.error().code)};
    if (fault)
        outcome.note = u"fault"_s;
    {
        const std::lock_guard lock(m_mutex);
        const bool answered = outcome.answer.delivery != Answer::Delivery::None;
        m_ledger.add({request.requestLine,
                      request.headers,
                      {},
                      operation,
                      answered ? outcome.answer.status : 0,
                      body.bytesRead()});
    }
    outcome.answer.addHeader("x-amz-request-id", requestId);
    outcome.answer.addHeader("x-amz-id-2", s3::hostId(requestId));
    outcome.answer.addHeader("Server", "AmazonS3");
    outcome.answer.addHeader("Date", s3::httpTime(serviceTime().toMSecsSinceEpoch()));
    log(outcome, request);
    return std::move(outcome.answer);
}

Answer Desk::handleSmall(const RawRequest &request)
{
    const QString requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    Outcome outcome;
    {
        const std::lock_guard lock(m_mutex);
        m_book.refresh();
        outcome = serve(request, requestId);
        const bool answered = outcome.answer.delivery != Answer::Delivery::None;
        m_ledger.add({request.requestLine, request.headers, request.body, outcome.operation,
                      answered ? outcome.answer.status : 0, request.body.size()});
    }
    outcome.answer.addHeader("x-amzn-RequestId", requestId.toLatin1());
    outcome.answer.addHeader("Date", s3::httpTime(serviceTime().toMSecsSinceEpoch()));
    log(outcome, request);
    return outcome.answer;
}

Desk::Outcome Desk::serve(const RawRequest &request, const QString &requestId)
{
    const auto authorization = readAuthorization(request);
    const Service *service = authorization ? findService(authorization->service) : &likelyService(request);
    const auto refusal = [&](QString operation, const ServiceError &error) {
        const Service &form = service ? *service : likelyService(request);
        return Outcome{std::move(operation), form.refusal(error, requestId), QString::fromLatin1(error.code)};
    };
    if (!service)
        return refusal({}, {404, "UnknownOperationException"_ba,
                            u"The sandbox does not serve '%1'."_s.arg(QString::fromUtf8(authorization->service))});

    const QString operation = service->operationOf(request);
    if (!authorization)
        return refusal(operation, authorization.error());
    const QDateTime now = m_options.clock();
    const auto caller = m_keys.verify(request, *authorization, service->pathForm, now.addSecs(m_skew.count()));
    if (!caller)
        return refusal(operation, caller.error());
    if (operation.isEmpty())
        return refusal({}, {404, "UnknownOperationException"_ba,
                            u"The sandbox has no operation for %1."_s.arg(QString::fromUtf8(request.requestLine))});
    const Call call{request, *caller, m_book, now, std::chrono::milliseconds(m_skew).count(), requestId, {}};
    return carryOut(*service, call, operation);
}

Desk::Outcome Desk::carryOut(const Service &service, const Call &call, QString operation)
{
    const auto fault = m_faults.take(operation);
    if (!fault) {
        const Answer answer = service.carryOut(call);
        return {std::move(operation), answer, QString::fromLatin1(headerOf(answer, "x-amzn-ErrorType"))};
    }
    const Answer answer = fault->preventsWork() ? Answer() : service.carryOut(call);
    const auto refusal = [&](const ServiceError &error) { return service.refusal(error, call.requestId); };
    return {std::move(operation), spoil(*fault, refusal, answer), u"fault"_s};
}

void Desk::log(const Outcome &outcome, const RawRequest &request)
{
    if (!m_options.log)
        return;
    const bool answered = outcome.answer.delivery != Answer::Delivery::None;
    QStringList words{serviceTime().toString(Qt::ISODateWithMs)};
    words += outcome.operation.isEmpty() ? QString::fromUtf8(request.requestLine) : outcome.operation;
    words += answered ? QString::number(outcome.answer.status) : u"no answer"_s;
    if (!outcome.note.isEmpty())
        words += outcome.note;
    const std::lock_guard lock(m_logMutex);
    m_options.log(words.join(u' '));
}

core::Result<> Desk::addFault(const QString &rule)
{
    const auto fault = Fault::parse(rule);
    if (!fault)
        return tl::unexpected(fault.error());
    const std::lock_guard lock(m_mutex);
    m_faults.add(*fault);
    return {};
}

void Desk::clearFaults()
{
    const std::lock_guard lock(m_mutex);
    m_faults.clear();
}

core::Result<> Desk::checkSpeed(double speed)
{
    if (Pace::isSpeed(speed))
        return {};
    return core::fail(
        core::Error::Kind::Usage,
        QCoreApplication::translate("Sandbox", "The speed of the sandbox must be a number from 0 to 1,000,000."));
}

core::Result<> Desk::setSpeed(double speed)
{
    core::Result<> checked = checkSpeed(speed);
    if (checked) {
        const std::lock_guard lock(m_mutex);
        m_book.setSpeed(speed, m_options.clock());
    }
    return checked;
}

void Desk::setClockSkew(std::chrono::seconds skew)
{
    const std::lock_guard lock(m_mutex);
    m_skew = skew;
}

void Desk::addKey(const KeyPair &key)
{
    const std::lock_guard lock(m_mutex);
    m_keys.add(key);
}

double Desk::speed() const
{
    const std::lock_guard lock(m_mutex);
    return m_book.speed();
}

QList<JobSnapshot> Desk::jobs()
{
    const std::lock_guard lock(m_mutex);
    m_book.refresh();
    const QDateTime now = m_options.clock();
    QList<JobSnapshot> snapshots;
    for (const Job &job : m_book.jobs())
        snapshots.append({job.arn, job.name(), job.region, job.clientToken, m_book.lifeOf(job, now).status,
                          m_book.shownTime(job, 0), job.body});
    return snapshots;
}

int Desk::requestCount(const QString &operation) const
{
    const std::lock_guard lock(m_mutex);
    return m_ledger.count(operation);
}

QHash<QString, int> Desk::requestCounts() const
{
    const std::lock_guard lock(m_mutex);
    return m_ledger.counts();
}

QList<RecordedRequest> Desk::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_ledger.latest();
}

QDateTime Desk::serviceTime() const
{
    const std::lock_guard lock(m_mutex);
    return m_options.clock().toUTC().addSecs(m_skew.count());
}

} // namespace braketeer::sandbox
