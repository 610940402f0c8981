#include "exchange/command/version.h"

#include "exchange/command/parameter.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CliVersion)
};

struct Requirement
{
    const char *member; ///< top-level
    const char *inner;  ///< member of it, null for the top-level member itself
    const char *second; ///< lowest version 2
    const char *first;  ///< lowest version 1
};

// Newest first. Source: release notes of the AWS CLI, api-change of braket in 2.14.6, 2.6.1 (1.31.7, 1.23.3);
// `create-job` itself came with 2.4.1.
constexpr Requirement requirements[] = {
    {"associations", nullptr, "2.14.6", "1.31.7"},
    {"instanceConfig", "instanceCount", "2.6.1", "1.23.3"},
};
constexpr auto firstWithJobs = "2.4.1"_L1;

bool applies(const Requirement &requirement, const ExportMember &member)
{
    return member.key == QLatin1StringView(requirement.member)
           && (!requirement.inner || member.value.find(QString::fromLatin1(requirement.inner)));
}

} // namespace

QString lowestCliVersion(const QList<ExportMember> &members)
{
    const auto unknown = std::ranges::find_if(
        members, [](const ExportMember &member) { return !findTopLevelMember(member.key); });
    if (unknown != members.cend())
        return Text::tr("“%1” is no member that is known today: only a version of the AWS CLI that is newer than this "
                        "program takes it.")
            .arg(unknown->key);
    for (const Requirement &requirement : requirements) {
        const bool needed = std::ranges::any_of(
            members, [&requirement](const ExportMember &member) { return applies(requirement, member); });
        if (needed)
            return Text::tr("Needs AWS CLI %1 or later (of version 1: %2 or later), because of %3.")
                .arg(QLatin1StringView(requirement.second), QLatin1StringView(requirement.first),
                     QLatin1StringView(requirement.inner ? requirement.inner : requirement.member));
    }
    return Text::tr("Needs AWS CLI %1 or later.").arg(firstWithJobs);
}

} // namespace braketeer::exchange
