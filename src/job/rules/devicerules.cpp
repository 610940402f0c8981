#include "core/arn.h"
#include "job/catalogue/catalogue.h"
#include "job/rules/families.h"
#include "job/rules/places.h"
#include "job/rules/say.h"

#include <QRegularExpression>

#include <algorithm>

namespace braketeer::job::rules {

using namespace Qt::StringLiterals;

namespace {

bool isLocal(const QString &device)
{
    return device.startsWith("local:"_L1);
}

/// A quantum computer or an on-demand simulator: the ARN of a device.
std::optional<core::Arn> deviceArn(const QString &device)
{
    std::optional<core::Arn> arn = core::Arn::parse(device);
    if (!arn || arn->service != "braket"_L1 || !arn->resource.startsWith("device/"_L1))
        return std::nullopt;
    return arn;
}

bool isQpu(const core::Arn &device)
{
    return device.resource.startsWith("device/qpu/"_L1);
}

/// The catalogue's spelling of a device that differs in upper and lower case only.
QString otherSpelling(const QString &device)
{
    const QList<Device> known = devices({}, Retired::With);
    const auto same = std::ranges::find_if(
        known, [&device](const Device &row) { return row.device.compare(device, Qt::CaseInsensitive) == 0; });
    return same == known.cend() || same->device == device ? QString() : same->device;
}

QString wherever(const QStringList &regions)
{
    return regions.join(u", "_s);
}

} // namespace

void checkDeviceForm(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const QString *device = textAt(spec, devicePath());
    if (!device || device->isEmpty())
        return;
    if (const QString spelling = otherSpelling(*device); !spelling.isEmpty()) {
        findings.append(
            finding(u"V30"_s, Severity::Error, devicePath(),
                    Rules::tr("Upper and lower case count in a device's name, and Braket writes this one %1.")
                        .arg(quoted(spelling)),
                    useText(devicePath(), spelling)));
        return;
    }
    static const QRegularExpression local(uR"(\Alocal:[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+\z)"_s);
    if (isLocal(*device) ? local.match(*device).hasMatch() : deviceArn(*device).has_value())
        return;
    std::optional<Fix> fix;
    const QString trimmed = device->trimmed();
    if (trimmed != *device && (local.match(trimmed).hasMatch() || deviceArn(trimmed)))
        fix = useText(devicePath(), trimmed);
    findings.append(
        finding(u"V30"_s, Severity::Error, devicePath(),
                Rules::tr("The device %1 is neither the ARN of a Braket device nor a simulator in the job: write "
                          "arn:aws:braket:…:device/… or local:provider/simulator.")
                    .arg(quoted(*device)),
                fix));
}

void checkDeviceRegion(const JobSpec &spec, const CheckContext &context, Findings &findings)
{
    const QString *device = textAt(spec, devicePath());
    const std::optional<core::Arn> arn = device ? deviceArn(*device) : std::nullopt;
    if (!arn || context.region.isEmpty() || arn->region.isEmpty() || arn->region == context.region)
        return;
    findings.append(finding(u"V31"_s, Severity::Error, devicePath(),
                            Rules::tr("The device is in %1 and the job in %2: create the job in the device's region.")
                                .arg(arn->region, context.region)));
}

void checkSimulatorRegion(const JobSpec &spec, const CheckContext &context, Findings &findings)
{
    const QString *device = textAt(spec, devicePath());
    const Device *known = device ? findDevice(*device) : nullptr;
    // A region that the catalogue does not know is the business of V83.
    if (!known || known->kind != Device::Kind::Simulator || !findRegion(context.region)
        || known->regions.contains(context.region))
        return;
    findings.append(finding(u"V32"_s, Severity::Error, devicePath(),
                            Rules::tr("%1 is not offered in %2: create the job in one of %3, or use a local simulator.")
                                .arg(known->name, context.region, wherever(known->regions))));
}

void checkDeviceIsNotRetired(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const QString *device = textAt(spec, devicePath());
    const Device *known = device ? findDevice(*device) : nullptr;
    if (!known || !known->retired)
        return;
    findings.append(finding(
        u"V33"_s, Severity::Warning, devicePath(),
        Rules::tr("%1 %2 is listed as retired: choose a device that is online.").arg(known->provider, known->name)));
}

void checkReservation(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const Path path = Path().child(u"associations"_s).item(0).child(u"arn"_s);
    const QString *text = textAt(spec, path);
    const QString *device = textAt(spec, devicePath());
    const std::optional<core::Arn> reservation = text ? core::Arn::parse(*text) : std::nullopt;
    if (!reservation || !device)
        return;
    const std::optional<core::Arn> arn = deviceArn(*device);
    if (isLocal(*device) || (arn && !isQpu(*arn))) {
        // Source: Amazon Braket Developer Guide, reservations: they are made on quantum computers.
        findings.append(
            finding(u"V76"_s, Severity::Warning, devicePath(),
                    Rules::tr("A reservation is for a quantum computer, and the device is a simulator: choose the "
                              "reserved device, or remove the reservation.")));
        return;
    }
    if (arn && !arn->region.isEmpty() && !reservation->region.isEmpty() && arn->region != reservation->region)
        findings.append(finding(u"V76"_s, Severity::Error, path,
                                Rules::tr("The reservation is in %1 and the device in %2: they must be of one region.")
                                    .arg(reservation->region, arn->region)));
}

void checkRegion(const JobSpec &, const CheckContext &context, Findings &findings)
{
    if (context.region.isEmpty() || findRegion(context.region))
        return;
    QStringList known;
    for (const Region &region : regions())
        known << region.region;
    findings.append(finding(u"V83"_s, Severity::Warning, {},
                            Rules::tr("Braket is not known to be offered in %1: its regions are %2.")
                                .arg(quoted(context.region), wherever(known))));
}

} // namespace braketeer::job::rules
