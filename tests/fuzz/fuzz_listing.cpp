#include "fuzztarget.h"

#include "services/s3/listbuckets.h"
#include "services/s3/listingscan.h"
#include "services/s3/listingxml.h"
#include "services/s3/listobjectsv2.h"
#include "services/s3/region.h"

using namespace braketeer;
using namespace braketeer::services::s3;

namespace {

bool same(const ListedObject &a, const ListedObject &b)
{
    return a.key == b.key && a.eTag == b.eTag && a.storageClass == b.storageClass && a.size == b.size
           && a.modified == b.modified && a.prefix == b.prefix;
}

bool same(const ListedObjects &a, const ListedObjects &b)
{
    return a.nextToken == b.nextToken && a.truncated == b.truncated
           && std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                         [](const ListedObject &x, const ListedObject &y) { return same(x, y); });
}

} // namespace

/// The input is an answer of S3. What the scan of a listing takes, the XML reader must read in the same way.
void fuzz(QByteArrayView input)
{
    const QByteArray body = input.toByteArray();
    const auto read = readListingXml(body);
    if (const auto scanned = scanListing(body)) {
        if (!read)
            qFatal("The scan took what is no XML.");
        if (!same(*scanned, *read))
            qFatal("The scan and the XML reader differ.");
    }
    (void)peekNextToken(body);

    aws::Response response;
    response.status = 200;
    response.body = body;
    if (const auto page = readListObjects(response); page && page->truncated && page->nextToken.isEmpty())
        qFatal("A listing that is cut short must say how it goes on.");
    (void)readListBuckets(response);
    aws::Refusal refusal;
    refusal.body = body;
    if (const QString region = regionOf(refusal); !region.isEmpty() && !isRegionName(region))
        qFatal("A region that is no name.");
}
