#pragma once

#include <QStringView>

namespace braketeer::aws {

/// How a service behaves in GovCloud when FIPS is asked for: all hosts there are FIPS hosts, but not all are named so.
enum class GovFips {
    OwnHost,        ///< "kms-fips.us-gov-west-1…" as everywhere
    PlainHost,      ///< "logs.us-gov-west-1…"; with dual stack "logs-fips" after all
    AlwaysPlainHost ///< "monitoring.us-gov-west-1…", with dual stack too
};

/// What the resolver knows about a service with a host in each region.
struct ServiceRow
{
    const char *name;
    const char *signingName;
    const char *host; ///< before the region; FIPS adds "-fips"
    GovFips govFips = GovFips::OwnHost;
    const char *dualStackHost = nullptr; ///< null: as `host`
};

/// Null for a service that is not in the table. S3 and IAM are in it for their signing names.
const ServiceRow *findService(QStringView name);

} // namespace braketeer::aws
