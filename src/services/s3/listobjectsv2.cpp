#include "services/s3/listobjectsv2.h"

#include "services/s3/listingscan.h"
#include "services/s3/listingxml.h"
#include "services/s3/wire.h"
#include "services/s3/xmlanswer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {
namespace {

// What was read has to say how it goes on, or a listing would end early and nobody would know.
core::Result<ListedObjects> whole(ListedObjects page, const aws::Response &response)
{
    if (!page.truncated || !page.nextToken.isEmpty())
        return page;
    return core::fail(aboutAnswer(unreadableAnswer(QCoreApplication::translate(
                                      "S3Answer", "the list is cut short and does not say how it goes on")),
                                  response));
}

} // namespace

aws::Request listObjectsRequest(const ListObjectsInput &input)
{
    aws::Request request = bucketRequest("GET", input.bucket);
    request.query = {{"list-type"_ba, "2"_ba}, {"prefix"_ba, input.prefix.toUtf8()}, {"encoding-type"_ba, "url"_ba}};
    addQuery(request, "delimiter", input.delimiter);
    if (input.maxKeys > 0)
        request.query.append({"max-keys"_ba, QByteArray::number(input.maxKeys)});
    if (!input.continuationToken.isEmpty())
        request.query.append({"continuation-token"_ba, input.continuationToken});
    addQuery(request, "start-after", input.startAfter);
    return request;
}

core::Result<ListedObjects> readListObjects(const aws::Response &response)
{
    if (auto scanned = scanListing(response.body))
        return whole(std::move(*scanned), response);
    auto read = readListingXml(response.body);
    if (read)
        return whole(std::move(*read), response);
    if (const auto other = readXmlAnswer(response, u"ListBucketResult"); !other && !other.error().serviceCode.isEmpty())
        return core::fail(other.error()); // the service's own words
    return core::fail(aboutAnswer(std::move(read.error()), response));
}

core::Task<aws::Response> listObjectsAnswer(Access access, ListObjectsInput input, core::CancelToken cancel)
{
    const aws::Request request = listObjectsRequest(input);
    co_return co_await call(access, request, cancel);
}

core::Task<ListedObjects> listObjectsV2(Access access, ListObjectsInput input, core::CancelToken cancel)
{
    const auto response = co_await listObjectsAnswer(access, input, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return readListObjects(*response);
}

} // namespace braketeer::services::s3
