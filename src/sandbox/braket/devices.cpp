#include "sandbox/braket/capabilities.h"
#include "sandbox/braket/operations.h"
#include "sandbox/braket/searchrequest.h"

#include "job/catalogue/catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

QJsonObject summary(const job::Device &device)
{
    return {{u"deviceArn"_s, device.device},
            {u"deviceName"_s, device.name},
            {u"providerName"_s, device.provider},
            {u"deviceType"_s, device.kind == job::Device::Kind::Qpu ? u"QPU"_s : u"SIMULATOR"_s},
            {u"deviceStatus"_s, device.retired ? u"RETIRED"_s : u"ONLINE"_s}};
}

// Retired ones too, as the service does; embedded simulators are none of its devices.
QList<job::Device> served(const QString &region)
{
    QList<job::Device> devices = job::devices(region, job::Retired::With);
    erase_if(devices, [](const job::Device &device) { return device.kind == job::Device::Kind::Embedded; });
    return devices;
}

qsizetype waitingJobs(const Call &call, const QString &device)
{
    const QList<Job> jobs = call.book.jobs(call.caller.region);
    return std::count_if(jobs.cbegin(), jobs.cend(), [&](const Job &job) {
        return job.device() == device && call.book.lifeOf(job, call.now).status == "QUEUED"_L1;
    });
}

// Sizes are text. Source: service model, DeviceQueueInfo.
QJsonArray queues(const Call &call, const QString &device)
{
    return {QJsonObject{
                {u"queue"_s, u"QUANTUM_TASKS_QUEUE"_s}, {u"queueSize"_s, u"0"_s}, {u"queuePriority"_s, u"Normal"_s}},
            QJsonObject{
                {u"queue"_s, u"QUANTUM_TASKS_QUEUE"_s}, {u"queueSize"_s, u"0"_s}, {u"queuePriority"_s, u"Priority"_s}},
            QJsonObject{{u"queue"_s, u"JOBS_QUEUE"_s}, {u"queueSize"_s, QString::number(waitingJobs(call, device))}}};
}

} // namespace

Reply getDevice(const Call &call)
{
    const QList<job::Device> devices = served(call.caller.region);
    const auto device = std::find_if(devices.cbegin(), devices.cend(),
                                     [&call](const job::Device &each) { return each.device == call.label; });
    if (device == devices.cend())
        return notFound(u"Device %1 does not exist in %2."_s.arg(call.label, call.caller.region));
    // Source: API reference, GetDevice: OpenQASM data only for clients that say they know its schema.
    const bool openQasm = call.request.header("User-Agent").contains("BraketSchemas/");
    const QByteArray capabilities =
        QJsonDocument(capabilitiesOf(*device, call.now, openQasm)).toJson(QJsonDocument::Compact);
    QJsonObject answer = summary(*device);
    answer.insert(u"deviceCapabilities"_s, QString::fromUtf8(capabilities));
    answer.insert(u"deviceQueueInfo"_s, queues(call, device->device));
    return answer;
}

Reply searchDevices(const Call &call)
{
    const auto search = readSearch(call, false);
    if (!search)
        return tl::unexpected(search.error());
    QList<job::Device> devices = served(call.caller.region);
    for (const SearchFilter &filter : search->filters) {
        if (filter.name != "deviceArn"_L1)
            return invalid(u"Invalid filter name: %1"_s.arg(filter.name));
        erase_if(devices, [&filter](const job::Device &device) { return !filter.values.contains(device.device); });
    }
    QStringList ids;
    for (const job::Device &device : devices)
        ids.append(device.device);
    const auto page = pageOf(ids, *search);
    if (!page)
        return tl::unexpected(page.error());

    QJsonArray list;
    for (const job::Device &device : devices.mid(page->begin, page->end - page->begin))
        list.append(summary(device));
    QJsonObject answer{{u"devices"_s, list}};
    if (!page->nextToken.isEmpty())
        answer.insert(u"nextToken"_s, page->nextToken);
    return answer;
}

} // namespace braketeer::sandbox
