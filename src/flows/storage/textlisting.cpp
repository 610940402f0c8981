#include "flows/storage/textlisting.h"

#include "flows/storage/keyrules.h"
#include "flows/storage/refusal.h"
#include "flows/storage/textlines.h"
#include "services/s3/listingscan.h"
#include "services/s3/listobjectsv2.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

namespace s3 = services::s3;

} // namespace

core::Task<TextListingTotals> listAsText(std::shared_ptr<Session> session, core::S3Uri place,
                                         TextListingOptions options, std::function<void(const QByteArray &)> write,
                                         core::CancelToken cancel)
{
    if (const auto checked = checkBucket(place.bucket); !checked)
        co_return core::fail(checked.error());
    if (const auto checked = checkPrefix(place.key); !checked)
        co_return core::fail(checked.error());
    s3::ListObjectsInput input;
    input.bucket = place.bucket;
    input.prefix = place.key;
    input.delimiter = options.recursive ? QString() : u"/"_s;
    input.maxKeys = std::clamp(options.pageSize, 1, 1000);

    TextLines lines(options.recursive, options.humanReadable);
    QByteArray text; // one buffer for all pages
    std::optional<core::Task<aws::Response>> coming(s3::listObjectsAnswer(session->s3(), input, cancel));
    while (coming) {
        const auto answer = co_await *coming;
        if (!answer)
            co_return core::fail(aboutBucket(answer.error(), place.bucket));
        coming.reset();
        // The next page is asked for before this one is read; what was seen is compared with what was read.
        const QByteArray seen = s3::peekNextToken(answer->body);
        if (!seen.isEmpty() && seen != input.continuationToken) {
            input.continuationToken = seen;
            coming.emplace(s3::listObjectsAnswer(session->s3(), input, cancel));
        }
        const auto page = s3::readListObjects(*answer);
        if (!page)
            co_return core::fail(aboutBucket(page.error(), place.bucket));
        text.resize(0);
        lines.append(text, *page);
        write(text);
        if (!page->truncated) {
            coming.reset();
        } else if (page->nextToken != seen) {
            input.continuationToken = page->nextToken;
            coming.emplace(s3::listObjectsAnswer(session->s3(), input, cancel));
        }
    }
    co_return lines.totals();
}

} // namespace braketeer::flows
