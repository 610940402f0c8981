#include "job/catalogue/instance.h"

#include "job/catalogue/catalogue.h"
#include "job/catalogue/file.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace braketeer::job {

using namespace Qt::StringLiterals;

namespace {

std::optional<int> integer(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

Instance instanceOf(const QJsonObject &row)
{
    Instance instance;
    instance.type = row.value("type"_L1).toString();
    instance.vcpu = integer(row.value("vcpu"_L1));
    if (const QJsonValue memory = row.value("memoryGiB"_L1); memory.isDouble())
        instance.memoryGiB = memory.toDouble();
    instance.gpus = row.value("gpus"_L1).toInt();
    instance.gpuMemoryGiB = integer(row.value("gpuMemoryGiB"_L1));
    instance.defaultQuota = integer(row.value("defaultQuota"_L1));
    instance.regions = row.value("regions"_L1).toVariant().toStringList();
    if (row.value("status"_L1).toString() == "legacy"_L1)
        instance.status = Instance::Status::Legacy;
    instance.note = row.value("note"_L1).toString();
    return instance;
}

struct Table
{
    QList<Instance> rows;
    QHash<QString, const Instance *> byType;
    QDate date;

    Table()
    {
        const QJsonObject file = catalogue::readFile(u"instances.json"_s);
        for (const QJsonValue row : catalogue::rowsOf(file, u"instances"_s))
            rows.append(instanceOf(row.toObject()));
        for (const Instance &instance : std::as_const(rows))
            byType.insert(instance.type, &instance);
        date = QDate::fromString(file.value("date"_L1).toString(), Qt::ISODate);
    }
};

const Table &table()
{
    static const Table instanceTable;
    return instanceTable;
}

} // namespace

const QList<Instance> &instances()
{
    return table().rows;
}

const Instance *findInstance(QStringView type)
{
    return table().byType.value(type.toString());
}

QDate instancesDate()
{
    return table().date;
}

QString describe(const Instance &instance)
{
    const QLocale locale;
    QStringList parts;
    if (instance.vcpu)
        parts << QCoreApplication::translate("Catalogue", "%1 vCPU").arg(locale.toString(*instance.vcpu));
    if (instance.memoryGiB)
        parts << QCoreApplication::translate("Catalogue", "%1 GiB").arg(locale.toString(*instance.memoryGiB, 'g', 6));
    if (instance.gpus > 0) {
        QString gpus = QCoreApplication::translate("Catalogue", "%1 GPU").arg(locale.toString(instance.gpus));
        if (instance.gpuMemoryGiB)
            gpus = QCoreApplication::translate("Catalogue", "%1 (%2 GiB)")
                       .arg(gpus, locale.toString(*instance.gpuMemoryGiB));
        parts << gpus;
    }
    return parts.join(u" · "_s);
}

} // namespace braketeer::job
