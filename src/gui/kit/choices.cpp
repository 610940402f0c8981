#include "gui/kit/choices.h"

#include "job/catalogue/catalogue.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

struct Choices
{
    Q_DECLARE_TR_FUNCTIONS(Choices)
};

template<class T>
QString numberOrBlank(const std::optional<T> &number)
{
    return number ? QLocale().toString(*number) : QString();
}

QString memory(const std::optional<double> &gib)
{
    return gib ? Choices::tr("%1 GiB").arg(QLocale().toString(*gib)) : QString();
}

QString gpus(const job::Instance &instance)
{
    if (instance.gpus == 0)
        return {};
    return instance.gpuMemoryGiB ? Choices::tr("%1 × GPU, %2 GiB").arg(instance.gpus).arg(*instance.gpuMemoryGiB)
                                 : Choices::tr("%1 × GPU").arg(instance.gpus);
}

QString remark(const job::Instance &instance, const QString &region)
{
    if (instance.status == job::Instance::Status::Legacy || instance.regions.isEmpty())
        return Choices::tr("no longer offered");
    if (!region.isEmpty() && !instance.regions.contains(region))
        return Choices::tr("not in %1").arg(region);
    return {};
}

QString quota(const job::Instance &instance)
{
    return instance.defaultQuota ? Choices::tr("default quota %1").arg(*instance.defaultQuota) : QString();
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

ChoiceTable instanceChoices(const QString &region)
{
    ChoiceTable table;
    table.headings = {Choices::tr("Type"), Choices::tr("vCPU"),  Choices::tr("Memory"),
                      Choices::tr("GPU"),  Choices::tr("Quota"), Choices::tr("Remark")};
    table.detailsBeside = true;
    for (const job::Instance &instance : job::instances()) {
        const QString note = remark(instance, region);
        table.choices.append({instance.type,
                              {instance.type, numberOrBlank(instance.vcpu), memory(instance.memoryGiB), gpus(instance),
                               numberOrBlank(instance.defaultQuota), note},
                              joined({job::describe(instance), quota(instance), note}),
                              note.isEmpty()});
    }
    return table;
}

QString kindName(job::Device::Kind kind)
{
    switch (kind) {
    case job::Device::Kind::Qpu:
        return Choices::tr("Quantum computer");
    case job::Device::Kind::Simulator:
        return Choices::tr("Simulator");
    case job::Device::Kind::Embedded:
        break;
    }
    return Choices::tr("Embedded simulator");
}

ChoiceTable deviceChoices(const QString &region)
{
    ChoiceTable table;
    table.headings = {Choices::tr("Device"), Choices::tr("Provider"), Choices::tr("Kind"), Choices::tr("Regions")};
    for (const job::Device &device : job::devices()) {
        const bool embedded = device.kind == job::Device::Kind::Embedded;
        const QString places = embedded ? Choices::tr("all") : device.regions.join(u", "_s);
        const bool here = region.isEmpty() || embedded || device.regions.contains(region);
        const QString note = here ? QString() : Choices::tr("not for jobs in %1").arg(region);
        table.choices.append({device.device,
                              {device.name, device.provider, kindName(device.kind), places},
                              joined({device.name, device.provider, kindName(device.kind), note}),
                              here});
    }
    return table;
}

ChoiceTable imageChoices(const QString &region)
{
    ChoiceTable table;
    table.headings = {Choices::tr("Image"), Choices::tr("Tag"), Choices::tr("Python"), Choices::tr("Made for")};
    for (const job::Image &image : job::images(region)) {
        const QString hardware = image.gpu ? Choices::tr("GPU") : Choices::tr("CPU");
        const QString age = image.current ? QString() : Choices::tr("older");
        table.choices.append({image.uri,
                              {joined({image.name, age}), image.tag, image.python, hardware},
                              joined({image.name, Choices::tr("Python %1").arg(image.python), hardware, age}),
                              true});
    }
    return table;
}

} // namespace

ChoiceTable choicesOf(const QString &catalogue, const QString &region)
{
    ChoiceTable table;
    if (catalogue == "instances"_L1)
        table = instanceChoices(region);
    else if (catalogue == "devices"_L1)
        table = deviceChoices(region);
    else if (catalogue == "images"_L1)
        table = imageChoices(region);
    std::stable_partition(table.choices.begin(), table.choices.end(), [](const Choice &c) { return c.usable; });
    return table;
}

} // namespace braketeer::gui
