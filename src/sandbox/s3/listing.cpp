#include "sandbox/s3/listing.h"

#include "sandbox/s3/owner.h"
#include "sandbox/s3/xml.h"

namespace braketeer::sandbox::s3 {
namespace {

// The first that is behind all keys with the prefix: UTF-8 has no byte 0xff.
QByteArray behindPrefix(const QByteArray &prefix)
{
    return prefix + '\xff';
}

} // namespace

Listing::Listing(Store &store, QByteArray bucket, ManyKeys many, bool encoded, bool withOwner)
    : m_store(store), m_bucket(std::move(bucket)), m_many(std::move(many)), m_encoded(encoded), m_withOwner(withOwner)
{
}

std::optional<Listing::Entry> Listing::entryAt(const Place &place) const
{
    const ObjectPtr object = m_store.firstFrom(m_bucket, place.key, place.after);
    const qint64 index = m_many.firstFrom(place.key, place.after);
    if (index >= m_many.count())
        return object ? std::optional(Entry{object, 0, object->key}) : std::nullopt;
    const QByteArray made = m_many.key(index);
    if (object && object->key <= made)
        return Entry{object, 0, object->key};
    return Entry{nullptr, index, made};
}

// How many made-up objects follow one another from here on, with nothing between them.
qint64 Listing::runOf(const Entry &entry, const Query &query, int limit) const
{
    const bool undivided = query.delimiter.isEmpty()
                           || (query.delimiter == "/" && query.prefix.size() >= m_many.prefix().size());
    if (!undivided)
        return 1;
    qint64 end = std::min<qint64>(m_many.count(), entry.index + limit);
    if (const ObjectPtr object = m_store.firstFrom(m_bucket, entry.key, true))
        end = std::min(end, m_many.firstFrom(object->key, false));
    if (query.prefix.size() > m_many.prefix().size())
        end = std::min(end, m_many.firstFrom(behindPrefix(query.prefix), false));
    return end - entry.index;
}

void Listing::appendObject(QByteArray &text, const Object &object) const
{
    Xml xml;
    const qsizetype begin = xml.text().size();
    xml.open("Contents");
    xml.leaf("Key", m_encoded ? object.key.toPercentEncoding("/") : object.key);
    xml.leaf("LastModified", xmlTime(object.modifiedMs));
    xml.leaf("ETag", '"' + object.eTag + '"');
    if (object.checksum) {
        xml.leaf("ChecksumAlgorithm", nameOf(object.checksum->algorithm));
        xml.leaf("ChecksumType", QByteArrayView(object.checksum->composite ? "COMPOSITE" : "FULL_OBJECT"));
    }
    xml.number("Size", object.size);
    if (m_withOwner)
        appendOwner(xml, "Owner");
    xml.leaf("StorageClass", object.storageClass);
    xml.close("Contents");
    text.append(xml.text().sliced(begin));
}

Listing::Page Listing::page(const Query &query) const
{
    Page page;
    Place place = query.begin;
    if (place.key < query.prefix)
        place = {query.prefix, false};
    if (query.limit == 0)
        return page;
    for (auto entry = entryAt(place); entry && entry->key.startsWith(query.prefix); entry = entryAt(place)) {
        if (page.count >= query.limit) {
            page.next = place;
            return page;
        }
        const qsizetype divider = query.delimiter.isEmpty() ? -1
                                                            : entry->key.indexOf(query.delimiter, query.prefix.size());
        if (divider >= 0) {
            page.last = entry->key.left(divider + query.delimiter.size());
            page.commonPrefixes.append(page.last);
            place = {behindPrefix(page.last), false};
            ++page.count;
        } else if (entry->object) {
            appendObject(page.contents, *entry->object);
            page.last = entry->key;
            place = {entry->key, true};
            ++page.count;
        } else {
            const qint64 run = runOf(*entry, query, query.limit - page.count);
            m_many.appendContents(page.contents, entry->index, run, m_withOwner);
            page.last = m_many.key(entry->index + run - 1);
            place = {page.last, true};
            page.count += int(run);
        }
    }
    return page;
}

QByteArray Listing::tokenOf(const Place &place)
{
    return (QByteArray(1, place.after ? '>' : '=') + place.key).toBase64();
}

std::optional<Listing::Place> Listing::placeOf(const QByteArray &token)
{
    const auto text = QByteArray::fromBase64Encoding(token, QByteArray::AbortOnBase64DecodingErrors);
    if (!text || !(text.decoded.startsWith('>') || text.decoded.startsWith('=')))
        return {};
    return Place{text.decoded.mid(1), text.decoded.startsWith('>')};
}

Listing::Place Listing::placeBehind(const QByteArray &marker, const Query &query)
{
    const bool isCommonPrefix = !query.delimiter.isEmpty() && marker.startsWith(query.prefix)
                                && marker.size() > query.prefix.size() && marker.endsWith(query.delimiter);
    return isCommonPrefix ? Place{behindPrefix(marker), false} : Place{marker, true};
}

} // namespace braketeer::sandbox::s3
