#pragma once

#include "job/rules/check.h"

// The rules of each family, as Rule::check wants them; what each is about stands beside its row in rules.cpp.
namespace braketeer::job::rules {

// rolerules.cpp
void checkRolePartition(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkRoleIsPassable(const JobSpec &spec, const CheckContext &context, Findings &findings);

// scriptrules.cpp
void checkScriptIsThere(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkEntryPoint(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkScriptIsOneObject(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkCompression(const JobSpec &spec, const CheckContext &context, Findings &findings);

// imagerules.cpp
void checkImageRegion(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkImageRepository(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkImageIsPinned(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkGpuIsUsed(const JobSpec &spec, const CheckContext &context, Findings &findings);

// devicerules.cpp
void checkDeviceForm(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkDeviceRegion(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkSimulatorRegion(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkDeviceIsNotRetired(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkReservation(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkRegion(const JobSpec &spec, const CheckContext &context, Findings &findings);

// storagerules.cpp
void checkBucketNames(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkKeysAreSafe(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkPrefixesAreApart(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkCheckpointFolder(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkKey(const JobSpec &spec, const CheckContext &context, Findings &findings);

// inputrules.cpp
void checkChannelNamesDiffer(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkContentType(const JobSpec &spec, const CheckContext &context, Findings &findings);

// computerules.cpp
void checkInstanceQuota(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkInstanceRegion(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkInstanceCount(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkInstanceIsCurrent(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkRunTimeCeiling(const JobSpec &spec, const CheckContext &context, Findings &findings);

// maprules.cpp
void checkHyperParameterCharacters(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkHyperParameterSecrets(const JobSpec &spec, const CheckContext &context, Findings &findings);
void checkTags(const JobSpec &spec, const CheckContext &context, Findings &findings);

} // namespace braketeer::job::rules
