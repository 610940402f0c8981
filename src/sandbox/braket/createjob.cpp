#include "sandbox/braket/modelerrors.h"
#include "sandbox/braket/operations.h"

#include "job/catalogue/catalogue.h"
#include "job/jobspec.h"
#include "job/rules/check.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

using Problem = std::optional<ServiceError>;

// Source: service model: a string of 1 to 64.
Problem checkToken(const QJsonObject &request)
{
    const qsizetype length = request[u"clientToken"].toString().size();
    if (length >= 1 && length <= 64)
        return {};
    return ServiceError{400, "ValidationException"_ba,
                        u"1 validation error detected: Value at 'clientToken' failed to satisfy constraint: Member "
                        u"must be a string of 1 to 64 characters"_s};
}

Problem checkModel(const QJsonObject &request)
{
    const QString errors = modelErrors(job::checkModel(job::JobSpec(toValue(request))));
    return errors.isEmpty() ? Problem() : ServiceError{400, "ValidationException"_ba, errors};
}

// Only ARNs are looked up: the simulators that a container may hold under a local: name are anybody's.
Problem checkDevice(const QJsonObject &request, const QString &region)
{
    const QString name = request[u"deviceConfig"][u"device"].toString();
    if (!name.startsWith("arn:"_L1))
        return {};
    const job::Device *device = job::findDevice(name);
    if (!device)
        return ServiceError{400, "ValidationException"_ba, u"Device %1 does not exist."_s.arg(name)};
    if (device->retired)
        return ServiceError{410, "DeviceRetiredException"_ba, u"Device %1 is retired."_s.arg(name)};
    if (!device->regions.contains(region))
        return ServiceError{400, "ValidationException"_ba, u"Device %1 is not available in %2."_s.arg(name, region)};
    return {};
}

Tags tagsOf(const QJsonObject &request)
{
    Tags tags;
    const QJsonObject json = request[u"tags"].toObject();
    for (auto tag = json.begin(); tag != json.end(); ++tag)
        tags.insert(tag.key(), tag.value().toString());
    return tags;
}

Job makeJob(const Call &call, const QJsonObject &request)
{
    Job job;
    job.arn = u"arn:aws:braket:%1:000000000000:job/%2"_s.arg(call.caller.region,
                                                             QUuid::createUuid().toString(QUuid::WithoutBraces));
    job.region = call.caller.region;
    job.clientToken = request[u"clientToken"].toString();
    job.body = call.request.body;
    job.request = request;
    job.createdMs = call.now.toMSecsSinceEpoch() + call.skewMs;
    job.skewMs = call.skewMs;
    job.createdAt = call.book.sandboxSecondsAt(call.now);
    job.tags = tagsOf(request);
    return job;
}

} // namespace

Reply createJob(const Call &call)
{
    const auto request = bodyOf(call);
    if (!request)
        return tl::unexpected(request.error());
    if (const Problem problem = checkToken(*request))
        return tl::unexpected(*problem);
    if (const Job *earlier = call.book.findByToken(call.caller.region, (*request)[u"clientToken"].toString())) {
        if (earlier->request == *request)
            return QJsonObject{{u"jobArn"_s, earlier->arn}};
        return refuse(409, "ConflictException"_ba, u"The client token was used for a job with other members."_s);
    }
    if (const Problem problem = checkModel(*request))
        return tl::unexpected(*problem);
    if (const Problem problem = checkDevice(*request, call.caller.region))
        return tl::unexpected(*problem);

    const Job job = makeJob(call, *request);
    call.book.add(job);
    return QJsonObject{{u"jobArn"_s, job.arn}};
}

} // namespace braketeer::sandbox
