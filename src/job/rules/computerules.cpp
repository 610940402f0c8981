#include "job/catalogue/catalogue.h"
#include "job/rules/families.h"
#include "job/rules/places.h"
#include "job/rules/say.h"

namespace braketeer::job::rules {

using namespace Qt::StringLiterals;

namespace {

const Instance *instanceOf(const JobSpec &spec)
{
    const QString *type = textAt(spec, instancePath(u"instanceType"_s));
    return type ? findInstance(*type) : nullptr;
}

} // namespace

void checkInstanceQuota(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const Instance *instance = instanceOf(spec);
    if (!instance || instance->status == Instance::Status::Legacy || instance->defaultQuota != 0)
        return;
    findings.append(
        finding(u"V60"_s, Severity::Warning, instancePath(u"instanceType"_s),
                Rules::tr("The quota for %1 is 0 until more is granted: ask for it under Service Quotas, or choose "
                          "another type.")
                    .arg(instance->type)));
}

void checkInstanceRegion(const JobSpec &spec, const CheckContext &context, Findings &findings)
{
    const Instance *instance = instanceOf(spec);
    if (!instance || instance->status == Instance::Status::Legacy || !findRegion(context.region)
        || instance->regions.contains(context.region))
        return;
    findings.append(finding(u"V61"_s, Severity::Warning, instancePath(u"instanceType"_s),
                            Rules::tr("%1 is not listed for %2, only for %3: choose another type.")
                                .arg(instance->type, context.region, instance->regions.join(u", "_s))));
}

void checkInstanceCount(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const Path path = instancePath(u"instanceCount"_s);
    const Value *value = spec.find(path);
    const qint64 count = value ? value->toInteger().value_or(1) : 1;
    if (count <= 1)
        return;
    // Source: Amazon Braket Developer Guide, "Configure your hybrid job instance".
    constexpr qint64 documentedMost = 5;
    const QString *device = textAt(spec, devicePath());
    if (device && !device->startsWith("local:"_L1))
        findings.append(
            finding(u"V62"_s, Severity::Warning, path,
                    Rules::tr("More than one instance works only with a simulator in the job: choose a local: "
                              "device, or one instance.")));
    else if (count > documentedMost)
        findings.append(
            finding(u"V62"_s, Severity::Warning, path,
                    Rules::tr("%1 instances are more than the documented 5: ask for fewer, or for a larger quota.")
                        .arg(QString::number(count))));
    else
        findings.append(
            finding(u"V62"_s, Severity::Warning, path,
                    Rules::tr("The quota is one instance a job until more is granted: ask for it under Service "
                              "Quotas.")));
}

void checkInstanceIsCurrent(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const Instance *instance = instanceOf(spec);
    if (!instance || instance->status == Instance::Status::Current)
        return;
    // Source: Amazon Braket API Reference of 2026-09-18 and "Amazon Braket Quotas".
    findings.append(
        finding(u"V64"_s, Severity::Warning, instancePath(u"instanceType"_s),
                Rules::tr("%1 is no longer in Braket's documentation and will very likely be refused: ml.g6 types "
                          "have GPUs too.")
                    .arg(instance->type)));
}

void checkRunTimeCeiling(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    constexpr qint64 fiveDays = 432000;
    const Path path = Path().child(u"stoppingCondition"_s).child(u"maxRuntimeInSeconds"_s);
    const Value *condition = spec.find(path.parent());
    const Value *value = spec.find(path);
    if (value ? value->toInteger() != fiveDays : condition && !condition->isMap())
        return;
    findings.append(
        finding(u"V70"_s, Severity::Info, path,
                Rules::tr("Nothing stops this job before 5 days, which is 7200 billed minutes of each instance: "
                          "set a maximum run time.")));
}

} // namespace braketeer::job::rules
