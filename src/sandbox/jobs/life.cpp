#include "sandbox/jobs/life.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

constexpr double priorityWait = 10; // of a job on a quantum computer
constexpr double instanceWait = 8;  // from the queue to an instance
constexpr double instanceStart = 8; // until the instance can load data
constexpr double download = 4;      // until the script runs
constexpr double defaultRuntime = 40;
constexpr double importTime = 3; // until Python finds that a module does not exist
constexpr double upload = 5;
constexpr double cancellation = 3;
constexpr double defaultMaxRuntime = 432000; // Source: API reference, JobStoppingCondition: five days

/// The whole life of a job that nobody cancels.
struct Plan
{
    QList<LifeEvent> events;
    double startsAt = 0;
    double endsAt = 0;
    QString outcome;
    QString failureReason;

    void add(const QString &type, double at, const QString &message) { events.append({type, at, message}); }

    void end(const QString &type, double at, const QString &message)
    {
        add(type, at, message);
        endsAt = at;
        outcome = type;
    }

    void fail(double at, const QString &reason)
    {
        failureReason = reason;
        end(u"FAILED"_s, at, reason);
    }
};

QString entryPointModule(const QJsonObject &request)
{
    const QString entryPoint = request[u"algorithmSpecification"][u"scriptModeConfig"][u"entryPoint"].toString();
    return entryPoint.section(u':', 0, 0);
}

double runtimeOf(const QJsonObject &request)
{
    bool isNumber = false;
    const double seconds = request[u"hyperParameters"][u"sandbox_runtime"].toString().toDouble(&isNumber);
    return isNumber && seconds >= 0 && seconds <= defaultMaxRuntime ? seconds : defaultRuntime;
}

double addWaiting(Plan &plan, const QJsonObject &request)
{
    double at = 0;
    const QString device = request[u"deviceConfig"][u"device"].toString();
    if (device.contains(u":device/qpu/")) {
        plan.add(u"WAITING_FOR_PRIORITY"_s, at, u"Job is waiting for priority access to the device."_s);
        at += priorityWait;
    }
    plan.add(u"QUEUED_FOR_EXECUTION"_s, at, u"Job is queued for execution."_s);
    at += instanceWait;
    plan.add(u"STARTING_INSTANCE"_s, at, u"Starting the instance."_s);
    at += instanceStart;
    plan.add(u"DOWNLOADING_DATA"_s, at, u"Downloading the container image and the input data."_s);
    return at + download;
}

Plan planOf(const QJsonObject &request)
{
    Plan plan;
    plan.startsAt = addWaiting(plan, request);
    plan.add(u"RUNNING"_s, plan.startsAt, u"Running the algorithm script."_s);

    const QString module = entryPointModule(request);
    if (module.endsWith(u".py")) {
        plan.fail(plan.startsAt + importTime,
                  u"AlgorithmError: Job at exit code 1: ModuleNotFoundError: No module named '%1'; the entry point "
                  u"names a module, without .py"_s.arg(module));
        return plan;
    }
    const double runtime = runtimeOf(request);
    const double longest = request[u"stoppingCondition"][u"maxRuntimeInSeconds"].toDouble(defaultMaxRuntime);
    if (runtime > longest) {
        plan.add(u"MAX_RUNTIME_EXCEEDED"_s, plan.startsAt + longest, u"The maximum run time was exceeded."_s);
        plan.fail(plan.startsAt + longest,
                  u"MaxRuntimeExceeded: the job ran longer than its stopping condition allows"_s);
        return plan;
    }
    if (request[u"hyperParameters"][u"sandbox_outcome"].toString() == "FAILED"_L1) {
        plan.fail(plan.startsAt + runtime, u"AlgorithmError: Job at exit code 1: sandbox_outcome is FAILED"_s);
        return plan;
    }
    plan.add(u"UPLOADING_RESULTS"_s, plan.startsAt + runtime, u"Uploading the results."_s);
    plan.end(u"COMPLETED"_s, plan.startsAt + runtime + upload, u"The job completed."_s);
    return plan;
}

void cancel(Plan &plan, double at)
{
    const auto later = std::find_if(plan.events.cbegin(), plan.events.cend(),
                                    [at](const LifeEvent &event) { return event.at > at; });
    plan.events.erase(later, plan.events.cend());
    plan.failureReason.clear();
    plan.end(u"CANCELLED"_s, at + cancellation, u"The job was cancelled."_s);
}

} // namespace

Life lifeOf(const QJsonObject &request, double age, std::optional<double> cancelledAt)
{
    Plan plan = planOf(request);
    if (cancelledAt)
        cancel(plan, *cancelledAt);

    Life life;
    std::copy_if(plan.events.cbegin(), plan.events.cend(), std::back_inserter(life.events),
                 [age](const LifeEvent &event) { return event.at <= age; });
    const bool wasStarted = std::any_of(life.events.cbegin(), life.events.cend(),
                                        [](const LifeEvent &event) { return event.type == "RUNNING"_L1; });
    if (wasStarted)
        life.startedAt = plan.startsAt;
    if (age >= plan.endsAt) {
        life.endedAt = plan.endsAt;
        life.status = plan.outcome;
        life.failureReason = plan.failureReason;
    } else if (cancelledAt) {
        life.status = u"CANCELLING"_s;
    } else {
        life.status = wasStarted ? u"RUNNING"_s : u"QUEUED"_s;
    }
    return life;
}

} // namespace braketeer::sandbox
