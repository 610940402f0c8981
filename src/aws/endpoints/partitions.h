#pragma once

#include <QStringView>

namespace braketeer::aws {

/// A group of regions with names, accounts and hosts of its own.
struct Partition
{
    const char *name;
    const char *regionPrefix; ///< regions that begin so belong to it; empty for the one that takes all others
    const char *globalRegion; ///< the pseudo region for global services
    const char *dnsSuffix;
    const char *dualStackSuffix;
    bool s3Fips;

    // IAM is global: one host and one signing region for the whole partition.
    const char *iamRegion;
    const char *iamHost;
    const char *iamFipsHost;          ///< null: not offered
    const char *iamDualStackHost;     ///< null: not offered
    const char *iamFipsDualStackHost; ///< null: not offered
};

/// The partition of a region; regions that nobody knows belong to "aws".
const Partition &partitionOf(QStringView region);

} // namespace braketeer::aws
