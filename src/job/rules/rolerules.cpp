#include "core/arn.h"
#include "job/rules/families.h"
#include "job/rules/say.h"

namespace braketeer::job::rules {

using namespace Qt::StringLiterals;

namespace {

std::optional<core::Arn> roleOf(const JobSpec &spec)
{
    const QString *text = textAt(spec, Path().child(u"roleArn"_s));
    return text ? core::Arn::parse(*text) : std::nullopt;
}

} // namespace

void checkRolePartition(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const std::optional<core::Arn> role = roleOf(spec);
    // Source: Amazon Braket Developer Guide, "Supported regions and devices": five regions, all in this partition.
    if (!role || role->partition == "aws"_L1 || !role->partition.startsWith("aws"_L1))
        return;
    findings.append(
        finding(u"V04"_s, Severity::Warning, Path().child(u"roleArn"_s),
                Rules::tr("The role is of the partition %1, and Braket is offered in the partition “aws” only: "
                          "choose a role whose ARN starts with “arn:aws:”.")
                    .arg(quoted(role->partition))));
}

void checkRoleIsPassable(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const std::optional<core::Arn> role = roleOf(spec);
    // Source: AWS Managed Policy Reference, AmazonBraketFullAccess: the roles that its iam:PassRole admits.
    if (!role || role->service != "iam"_L1
        || role->resource.startsWith("role/service-role/AmazonBraketJobsExecutionRole"_L1))
        return;
    findings.append(
        finding(u"V06"_s, Severity::Warning, Path().child(u"roleArn"_s),
                Rules::tr("AmazonBraketFullAccess lets nobody pass this role, because it is not under "
                          "service-role/AmazonBraketJobsExecutionRole: you need iam:PassRole on it from elsewhere.")));
}

} // namespace braketeer::job::rules
