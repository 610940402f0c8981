#include "job/catalogue/catalogue.h"
#include "job/rules/families.h"
#include "job/rules/places.h"
#include "job/rules/say.h"

#include <algorithm>

namespace braketeer::job::rules {

using namespace Qt::StringLiterals;

namespace {

ImageUri imageOf(const JobSpec &spec)
{
    const QString *text = textAt(spec, imagePath());
    return text ? ImageUri::parse(*text) : ImageUri();
}

} // namespace

void checkImageRegion(const JobSpec &spec, const CheckContext &context, Findings &findings)
{
    const ImageUri image = imageOf(spec);
    if (context.region.isEmpty() || image.region.isEmpty() || image.region == context.region)
        return;
    std::optional<Fix> fix;
    if (image.account == imageAccount() && findRegion(context.region))
        fix = useText(imagePath(), QString(*textAt(spec, imagePath())).replace(image.region, context.region));
    // Source: Amazon Braket Developer Guide, "Define the environment for your algorithm script".
    findings.append(
        finding(u"V21"_s, Severity::Error, imagePath(),
                Rules::tr("The container image is in %1 and the job in %2: use an image of the job's own region.")
                    .arg(image.region, context.region),
                fix));
}

void checkImageRepository(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const ImageUri image = imageOf(spec);
    if (image.account != imageAccount())
        return;
    QStringList known;
    const QList<Image> rows = images(regions().first().region);
    for (const Image &row : rows)
        known << row.repository;
    known.removeDuplicates();
    if (known.contains(image.repository))
        return;
    findings.append(finding(u"V22"_s, Severity::Warning, imagePath(),
                            Rules::tr("Braket's account has no repository %1 that is documented: choose one of %2.")
                                .arg(quoted(image.repository), known.join(u", "_s))));
}

void checkImageIsPinned(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const ImageUri image = imageOf(spec);
    if (image.tag != "latest"_L1)
        return;
    std::optional<Fix> fix;
    if (image.account == imageAccount()) {
        const QList<Image> rows = images(image.region);
        const auto pinned = std::ranges::find_if(
            rows, [&image](const Image &row) { return row.current && row.repository == image.repository; });
        if (pinned != rows.cend())
            fix = useText(imagePath(), pinned->uri);
    }
    findings.append(
        finding(u"V24"_s, Severity::Warning, imagePath(),
                Rules::tr("The tag “latest” can mean another image tomorrow: pin a version, so that the job can "
                          "be repeated."),
                fix));
}

void checkGpuIsUsed(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const Path typePath = instancePath(u"instanceType"_s);
    const QString *type = textAt(spec, typePath);
    const Instance *instance = type ? findInstance(*type) : nullptr;
    // What the catalogue knows nothing about may have GPUs: ml.p2 and ml.p3 do.
    if (!instance || !instance->vcpu)
        return;
    const ImageUri image = imageOf(spec);
    if (image.account == imageAccount() && image.tag.contains("-gpu-"_L1) && instance->gpus == 0)
        findings.append(
            finding(u"V25"_s, Severity::Warning, typePath,
                    Rules::tr("The container image is made for GPUs and %1 has none: choose an instance type with "
                              "a GPU, or the image for CPUs.")
                        .arg(instance->type)));
    const QString *device = textAt(spec, devicePath());
    if (device && instance->gpus > 0
        && (*device == "local:pennylane/lightning.qubit"_L1 || *device == "local:braket/default"_L1))
        findings.append(
            finding(u"V25"_s, Severity::Warning, typePath,
                    Rules::tr("%1 is paid for its GPU, which the simulator %2 does not use: choose a type without "
                              "one, or local:pennylane/lightning.gpu.")
                        .arg(instance->type, quoted(*device))));
}

} // namespace braketeer::job::rules
