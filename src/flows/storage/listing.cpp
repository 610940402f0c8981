#include "flows/storage/listing.h"

#include "flows/storage/keyrules.h"
#include "flows/storage/refusal.h"
#include "services/s3/listobjectsv2.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

namespace s3 = services::s3;

ObjectEntry toEntry(const s3::ListedObject &listed)
{
    ObjectEntry entry;
    entry.key = QString::fromUtf8(listed.key);
    entry.folder = listed.prefix;
    if (listed.prefix)
        return entry;
    entry.size = listed.size;
    if (listed.modified >= 0)
        entry.modified = QDateTime::fromMSecsSinceEpoch(listed.modified, Qt::UTC);
    entry.storageClass = QString::fromUtf8(listed.storageClass);
    if (!listed.eTag.isEmpty())
        entry.eTag = u'"' + QString::fromUtf8(listed.eTag) + u'"';
    return entry;
}

} // namespace

core::Task<ListPage> listPage(std::shared_ptr<Session> session, ListQuery query, core::CancelToken cancel)
{
    if (const auto checked = checkBucket(query.place.bucket); !checked)
        co_return core::fail(checked.error());
    if (const auto checked = checkPrefix(query.place.key); !checked)
        co_return core::fail(checked.error());
    s3::ListObjectsInput input;
    input.bucket = query.place.bucket;
    input.prefix = query.place.key;
    input.delimiter = query.recursive ? QString() : u"/"_s;
    input.maxKeys = std::clamp(query.pageSize, 1, 1000);
    input.continuationToken = query.continuationToken.toUtf8();
    auto answer = co_await s3::listObjectsV2(session->s3(), input, cancel);
    if (!answer)
        co_return core::fail(aboutBucket(answer.error(), query.place.bucket));

    // Objects and folders come as two lists, each in the order of bytes.
    std::stable_sort(answer->entries.begin(), answer->entries.end(),
                     [](const s3::ListedObject &a, const s3::ListedObject &b) {
                         return std::string_view(a.key.data(), std::size_t(a.key.size()))
                                < std::string_view(b.key.data(), std::size_t(b.key.size()));
                     });
    ListPage page;
    page.entries.reserve(qsizetype(answer->entries.size()));
    for (const s3::ListedObject &listed : answer->entries)
        page.entries.append(toEntry(listed));
    if (answer->truncated && answer->nextToken != query.continuationToken.toUtf8())
        page.nextToken = QString::fromUtf8(answer->nextToken);
    page.region = session->s3().regions->of(query.place.bucket);
    co_return page;
}

} // namespace braketeer::flows
