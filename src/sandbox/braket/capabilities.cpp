#include "sandbox/braket/capabilities.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

/// What providers take and charge. Sources: Developer Guide, "Amazon Braket Quotas" (2026-07-06) for shots; the
/// pricing page (about 2025) for prices. 0 where neither says.
struct ProviderRow
{
    const char *provider;
    const char *schema;
    int minShots;
    int maxShots;
    double price;
    const char *unit;
};

constexpr std::array providers{
    ProviderRow{"Amazon Braket", "braket.device_schema.simulators.gate_model_simulator_device_capabilities", 0, 50000,
                0.075, "minute"},
    ProviderRow{"AQT", "braket.device_schema.aqt.aqt_device_capabilities", 1, 2000, 0, "shot"},
    ProviderRow{"IQM", "braket.device_schema.iqm.iqm_device_capabilities", 1, 20000, 0.00145, "shot"},
    ProviderRow{"IonQ", "braket.device_schema.ionq.ionq_device_capabilities", 100, 0, 0.08, "shot"},
    ProviderRow{"QuEra", "braket.device_schema.quera.quera_device_capabilities", 1, 1000, 0.01, "shot"},
    ProviderRow{"Rigetti", "braket.device_schema.rigetti.rigetti_device_capabilities", 1, 50000, 0.0009, "shot"},
};

QJsonObject header(const QString &name)
{
    return {{u"name"_s, name}, {u"version"_s, u"1"_s}};
}

QJsonObject service(const ProviderRow &row, const job::Device &device, const QDateTime &now)
{
    QJsonObject json{
        {u"braketSchemaHeader"_s, header(u"braket.device_schema.device_service_properties"_s)},
        {u"executionWindows"_s, QJsonArray{QJsonObject{{u"executionDay"_s, u"Everyday"_s},
                                                       {u"windowStartHour"_s, u"00:00:00"_s},
                                                       {u"windowEndHour"_s, u"23:59:59"_s}}}},
        {u"deviceDocumentation"_s, QJsonObject{{u"summary"_s, u"%1 of the sandbox"_s.arg(device.name)}}},
        {u"deviceLocation"_s, device.regions.value(0)},
        {u"updatedAt"_s, now.toUTC().toString(Qt::ISODate)},
    };
    if (row.maxShots > 0)
        json.insert(u"shotsRange"_s, QJsonArray{row.minShots, row.maxShots});
    if (row.price > 0)
        json.insert(u"deviceCost"_s, QJsonObject{{u"price"_s, row.price}, {u"unit"_s, QString::fromLatin1(row.unit)}});
    return json;
}

QJsonObject action(const QString &name)
{
    return {{u"actionType"_s, name}, {u"version"_s, QJsonArray{u"1"_s}}};
}

} // namespace

QJsonObject capabilitiesOf(const job::Device &device, const QDateTime &now, bool openQasm)
{
    const auto row = std::find_if(providers.cbegin(), providers.cend(), [&device](const ProviderRow &each) {
        return device.provider == QLatin1StringView(each.provider);
    });
    if (row == providers.cend())
        return {};
    QJsonObject actions;
    if (device.provider == "QuEra"_L1)
        actions.insert(u"braket.ir.ahs.program"_s, action(u"braket.ir.ahs.program"_s));
    else if (openQasm)
        actions.insert(u"braket.ir.openqasm.program"_s, action(u"braket.ir.openqasm.program"_s));
    return {{u"braketSchemaHeader"_s, header(QString::fromLatin1(row->schema))},
            {u"service"_s, service(*row, device, now)},
            {u"action"_s, actions}};
}

} // namespace braketeer::sandbox
