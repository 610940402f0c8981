#include "job/catalogue/device.h"

#include "job/catalogue/catalogue.h"
#include "job/catalogue/file.h"

#include <algorithm>

namespace braketeer::job {

using namespace Qt::StringLiterals;

namespace {

Device::Kind kindOf(const QString &word)
{
    if (word == "qpu"_L1)
        return Device::Kind::Qpu;
    return word == "simulator"_L1 ? Device::Kind::Simulator : Device::Kind::Embedded;
}

QList<Device> readDevices()
{
    QList<Device> rows;
    for (const QJsonValue value : catalogue::rowsOf(catalogue::readFile(u"devices.json"_s), u"devices"_s)) {
        const QJsonObject row = value.toObject();
        rows.append(Device{row.value("name"_L1).toString(), row.value("provider"_L1).toString(),
                           kindOf(row.value("kind"_L1).toString()), row.value("device"_L1).toString(),
                           row.value("regions"_L1).toVariant().toStringList(),
                           row.value("status"_L1).toString() == "retired"_L1});
    }
    return rows;
}

const QList<Device> &table()
{
    static const QList<Device> devices = readDevices();
    return devices;
}

} // namespace

QList<Device> devices(QStringView region, Retired retired)
{
    QList<Device> chosen;
    std::ranges::copy_if(table(), std::back_inserter(chosen), [region, retired](const Device &device) {
        const bool here = region.isEmpty() || device.kind == Device::Kind::Embedded || device.regions.contains(region);
        return here && (retired == Retired::With || !device.retired);
    });
    return chosen;
}

const Device *findDevice(QStringView device)
{
    const auto found = std::ranges::find(table(), device, &Device::device);
    return found == table().cend() ? nullptr : &*found;
}

} // namespace braketeer::job
