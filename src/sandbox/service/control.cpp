#include "sandbox/service/control.h"

#include "sandbox/service/desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

Answer json(const QJsonObject &members, int status = 200)
{
    Answer answer;
    answer.status = status;
    answer.addHeader("Content-Type", "application/json");
    answer.body = QJsonDocument(members).toJson(QJsonDocument::Indented);
    return answer;
}

Answer problem(int status, const QString &message)
{
    return json({{u"message"_s, message}}, status);
}

Answer done(const core::Result<> &result)
{
    return result ? json({}) : problem(400, result.error().text());
}

Answer state(Desk &desk, const RawRequest &)
{
    QJsonArray jobs;
    for (const JobSnapshot &job : desk.jobs())
        jobs.append(QJsonObject{{u"jobArn"_s, job.jobArn},
                                {u"jobName"_s, job.jobName},
                                {u"region"_s, job.region},
                                {u"status"_s, job.status},
                                {u"createdAt"_s, job.createdAt.toString(Qt::ISODateWithMs)}});
    return json(
        {{u"jobs"_s, jobs}, {u"speed"_s, desk.speed()}, {u"time"_s, desk.serviceTime().toString(Qt::ISODateWithMs)}});
}

Answer requests(Desk &desk, const RawRequest &)
{
    QJsonObject counts;
    const QHash<QString, int> known = desk.requestCounts();
    for (auto count = known.cbegin(); count != known.cend(); ++count)
        counts.insert(count.key(), count.value());
    return json({{u"total"_s, desk.requestCount({})}, {u"operations"_s, counts}});
}

Answer addFaults(Desk &desk, const RawRequest &request)
{
    const QStringList rules = QString::fromUtf8(request.body).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &rule : rules)
        if (const auto result = desk.addFault(rule); !result)
            return done(result);
    return json({});
}

Answer clearFaults(Desk &desk, const RawRequest &)
{
    desk.clearFaults();
    return json({});
}

Answer setSpeed(Desk &desk, const RawRequest &request)
{
    bool isNumber = false;
    const double speed = request.body.trimmed().toDouble(&isNumber);
    return done(desk.setSpeed(isNumber ? speed : -1));
}

Answer setSkew(Desk &desk, const RawRequest &request)
{
    constexpr int year = 366 * 24 * 3600;
    bool isNumber = false;
    const int seconds = request.body.trimmed().toInt(&isNumber);
    if (!isNumber || seconds < -year || seconds > year)
        return problem(400, u"The skew must be a number of seconds, at most a year."_s);
    desk.setClockSkew(std::chrono::seconds(seconds));
    return json({});
}

struct ControlRow
{
    const char *method;
    const char *path;
    Answer (*carryOut)(Desk &desk, const RawRequest &request);
};

constexpr std::array table{
    ControlRow{"GET", "/_sandbox/state", state},       ControlRow{"GET", "/_sandbox/requests", requests},
    ControlRow{"POST", "/_sandbox/faults", addFaults}, ControlRow{"DELETE", "/_sandbox/faults", clearFaults},
    ControlRow{"POST", "/_sandbox/speed", setSpeed},   ControlRow{"POST", "/_sandbox/skew", setSkew},
};

bool mayControl(const RawRequest &request)
{
    const QByteArray host = request.header("Host");
    const QByteArray name = host.split(':').first();
    return !request.hasHeader("Origin") && (name == "127.0.0.1" || name == "localhost");
}

} // namespace

Answer control(Desk &desk, const RawRequest &request)
{
    if (!mayControl(request))
        return problem(403, u"The control path is for programs of this machine."_s);
    for (const ControlRow &row : table)
        if (request.method == row.method && request.path() == row.path)
            return row.carryOut(desk, request);
    return problem(404, u"The sandbox has no such control."_s);
}

} // namespace braketeer::sandbox
