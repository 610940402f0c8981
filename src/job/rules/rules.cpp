#include "job/rules/rules.h"

#include "job/rules/families.h"

namespace braketeer::job::rules {
namespace {

// One row a rule, in the order of their numbers.
constexpr Rule table[] = {
    {"V04", checkRolePartition},            // Braket is offered in the partition aws only
    {"V06", checkRoleIsPassable},           // a role that the managed policies do not let a caller pass
    {"V10", checkScriptIsThere},            // no script, and an image that holds none
    {"V11", checkEntryPoint},               // a module as an import names it, neither file nor path
    {"V14", checkScriptIsOneObject},        // a folder where one object must stand
    {"V15", checkCompression},              // .tar.gz is GZIP, a single .py is NONE
    {"V21", checkImageRegion},              // the image's region is the job's
    {"V22", checkImageRepository},          // a repository that Braket does not have
    {"V24", checkImageIsPinned},            // latest moves
    {"V25", checkGpuIsUsed},                // a GPU image without a GPU, or a GPU without use
    {"V30", checkDeviceForm},               // an ARN or a local: name, in Braket's own upper and lower case
    {"V31", checkDeviceRegion},             // a quantum computer's region is the job's
    {"V32", checkSimulatorRegion},          // SV1 and DM1 are not offered everywhere
    {"V33", checkDeviceIsNotRetired},       // a device that was withdrawn
    {"V40", checkBucketNames},              // names that no bucket can have
    {"V41", checkKeysAreSafe},              // characters that tools read differently
    {"V42", checkPrefixesAreApart},         // results, checkpoints and code overwrite each other
    {"V50", checkChannelNamesDiffer},       // two channels with one name
    {"V51", checkContentType},              // no MIME type
    {"V52", checkCheckpointFolder},         // a path in the container that cannot or should not be used
    {"V53", checkKey},                      // no form of a KMS key, or one of another region
    {"V60", checkInstanceQuota},            // a quota of 0 until more is asked for
    {"V61", checkInstanceRegion},           // not offered in the job's region
    {"V62", checkInstanceCount},            // several instances need a local device and a quota
    {"V64", checkInstanceIsCurrent},        // p2, p3, p3dn
    {"V70", checkRunTimeCeiling},           // nothing stops the bill before 5 days
    {"V72", checkHyperParameterCharacters}, // characters that the SDK's decorator rewrites
    {"V73", checkHyperParameterSecrets},    // a secret in the job's metadata
    {"V75", checkTags},                     // limits that the model leaves out
    {"V76", checkReservation},              // a reservation of another device
    {"V83", checkRegion},                   // a region outside the documented five
};

} // namespace

std::span<const Rule> all()
{
    return table;
}

} // namespace braketeer::job::rules
