#pragma once

#include "services/s3/access.h"
#include "services/s3/listedobjects.h"

namespace braketeer::services::s3 {

struct ListObjectsInput
{
    QString bucket;
    QString prefix;
    QString delimiter; ///< "/" rolls up what is deeper; empty: everything
    int maxKeys = 0;   ///< 0: the service's own, 1,000
    QByteArray continuationToken;
    QString startAfter;

    ListObjectsInput() = default;
};

/// `GET ?list-type=2`, always with encoding-type=url: XML cannot hold every key.
aws::Request listObjectsRequest(const ListObjectsInput &input);

/// The page of an answer: by a scan of the known shape, else by an XML reader (scanListing(), readListingXml()).
/// Fails with Service (an `<Error>` with status 200) or Network: not readable, or cut short without a token to go on.
core::Result<ListedObjects> readListObjects(const aws::Response &response);

/// One page. Safe to repeat.
[[nodiscard]] core::Task<ListedObjects> listObjectsV2(Access access, ListObjectsInput input,
                                                      core::CancelToken cancel = {});

/// One page as it came, for those who ask for the next one before they read it (peekNextToken()).
[[nodiscard]] core::Task<aws::Response> listObjectsAnswer(Access access, ListObjectsInput input,
                                                          core::CancelToken cancel = {});

} // namespace braketeer::services::s3
