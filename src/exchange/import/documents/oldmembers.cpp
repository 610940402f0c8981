#include "exchange/import/documents/oldmembers.h"

#include "exchange/import/notes.h"

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::JobSpec;
using job::Path;
using job::Value;

namespace {

// Source: AWS Braket Developer Guide, "Using the API with Hybrid Jobs", whose sample is of before the first release.
struct OldMember
{
    const char *before;
    const char *now; ///< null: nothing has taken its place
};

constexpr OldMember oldMembers[] = {
    {"algorithmSpecification.scriptModeConfig.containerImage", "algorithmSpecification.containerImage"},
    {"deviceConfig.priorityAccess.devices", "deviceConfig.device"},
    {"stoppingCondition.maximumTaskLimit", nullptr},
    {"instanceConfig.volumeKmsKeyId", nullptr},
    {"vpcConfig", nullptr},
};

/// Of each item of inputDataConfig.
constexpr const char *oldChannelMembers[] = {"compressionType", "dataSource.s3DataSource.s3DataType"};

/// What the API no longer has stays, like everything that it does not know; but this much is known about it.
void nameObsolete(const JobSpec &spec, const Path &path, job::Findings &findings)
{
    if (spec.find(path))
        findings << obsoleteNote(path);
}

/// A list of one becomes its item: priorityAccess had a list of devices, of which a job took one.
std::optional<Value> successor(const Value &value, const Path &now)
{
    if (now.toString() != u"deviceConfig.device")
        return value;
    const bool isOne = value.isList() && value.items().size() == 1 && value.items().constFirst().isText();
    return isOne ? std::optional(value.items().constFirst()) : std::nullopt;
}

void move(JobSpec &spec, const Path &before, const Path &now, job::Findings &findings)
{
    const Value *value = spec.find(before);
    if (!value || spec.find(now))
        return;
    if (const auto moved = successor(*value, now)) {
        spec.remove(before);
        spec.set(now, *moved);
        findings << renamedNote(now, before.toString());
    }
}

} // namespace

void translateOldMembers(JobSpec &spec, job::Findings &findings)
{
    for (const OldMember &member : oldMembers) {
        const Path before = Path::parse(QString::fromLatin1(member.before));
        if (member.now)
            move(spec, before, Path::parse(QString::fromLatin1(member.now)), findings);
        else
            nameObsolete(spec, before, findings);
    }
    const Value *channels = spec.find(Path::parse(u"inputDataConfig"));
    const qsizetype count = channels && channels->isList() ? channels->items().size() : 0;
    constexpr qsizetype most = 1000;
    for (qsizetype i = 0; i < qMin(count, most); ++i) {
        for (const char *name : oldChannelMembers)
            nameObsolete(spec, Path::parse(u"inputDataConfig[%1].%2"_s.arg(i).arg(QLatin1StringView(name))), findings);
    }
}

} // namespace braketeer::exchange
