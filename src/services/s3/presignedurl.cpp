#include "services/s3/presignedurl.h"

#include "aws/http/client.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

core::Task<QString> presignedUrl(Access access, aws::Request request, std::chrono::seconds expires)
{
    if (expires < std::chrono::seconds(1) || expires > longestLife)
        co_return core::fail(core::Error::Kind::Usage,
                             QCoreApplication::translate(
                                 "S3Request", "A signed URL lives 1 second to 7 days (604800 seconds): choose that."));
    // In a URL the consent is a parameter: whoever has it sends no headers.
    const bool requesterPays = access.termsOf(request.bucket).requesterPays;
    request = prepared(access, std::move(request));
    request.headers.removeIf([](const auto &header) { return header.first == "x-amz-request-payer"; });
    if (requesterPays)
        request.query.append({"x-amz-request-payer"_ba, "requester"_ba});
    const auto url = co_await access.client->presign(request, expires);
    if (!url)
        co_return core::fail(url.error());
    co_return QString::fromLatin1(*url);
}

} // namespace braketeer::services::s3
