#include "services/s3/listingscan.h"

#include "services/s3/listingbytes.h"

#include <algorithm>
#include <string_view>

namespace braketeer::services::s3 {
namespace {

using std::string_view;
using Leaf = ListingBytes::Leaf;

constexpr qsizetype peekedBytes = qsizetype(8) * 1024;

/// What of `<Contents>` is of interest.
struct RawObject
{
    Leaf key, modified, eTag, size, storageClass;
};

/// Makes a page of the elements. Every function answers false when something is not as it is known; then all is over.
class Scanner final
{
public:
    explicit Scanner(QByteArray answer) : m_bytes(answer) { m_page.text = std::move(answer); }

    std::optional<ListedObjects> scan()
    {
        if (!prolog() || !root())
            return std::nullopt;
        if (m_urlEncoded)
            decodeNames(m_page);
        return std::move(m_page);
    }

private:
    bool prolog()
    {
        // UTF-8 is the default, and what every server says.
        if (m_bytes.skip("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))
            m_bytes.skipBlanks();
        if (!m_bytes.skip("<ListBucketResult"))
            return false;
        if (m_bytes.skip(">"))
            return true;
        return m_bytes.skip(" xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
    }

    bool root()
    {
        for (;;) {
            m_bytes.skipBlanks();
            if (m_bytes.skip("</ListBucketResult>"))
                break;
            string_view name;
            bool empty = false;
            if (!m_bytes.open(name, empty) || !member(name, empty))
                return false;
        }
        m_bytes.skipBlanks();
        return m_bytes.atEnd();
    }

    bool member(string_view name, bool empty)
    {
        if (name == "Contents")
            return !empty && object();
        if (name == "CommonPrefixes")
            return !empty && prefix();
        Leaf *wanted = nullptr;
        if (name == "NextContinuationToken")
            wanted = &m_token;
        else if (name == "EncodingType")
            wanted = &m_encoding;
        else if (name == "IsTruncated")
            wanted = &m_truncated;
        if (!wanted)
            return empty || m_bytes.pass(name, 1);
        if (!m_bytes.leaf(name, empty, *wanted) || wanted->entities)
            return false;
        if (wanted == &m_token)
            m_page.nextToken = wanted->text.toByteArray();
        else if (wanted == &m_encoding)
            m_urlEncoded = wanted->text == "url";
        else
            m_page.truncated = wanted->text == "true";
        return true;
    }

    bool object()
    {
        RawObject raw;
        for (;;) {
            m_bytes.skipBlanks();
            if (m_bytes.skip("</Contents>"))
                return add(raw);
            string_view name;
            bool empty = false;
            if (!m_bytes.open(name, empty))
                return false;
            Leaf *wanted = nullptr;
            if (name == "Key")
                wanted = &raw.key;
            else if (name == "LastModified")
                wanted = &raw.modified;
            else if (name == "ETag")
                wanted = &raw.eTag;
            else if (name == "Size")
                wanted = &raw.size;
            else if (name == "StorageClass")
                wanted = &raw.storageClass;
            if (wanted ? !m_bytes.leaf(name, empty, *wanted) : !(empty || m_bytes.pass(name, 2)))
                return false;
        }
    }

    bool prefix()
    {
        Leaf text;
        for (;;) {
            m_bytes.skipBlanks();
            if (m_bytes.skip("</CommonPrefixes>"))
                break;
            string_view name;
            bool empty = false;
            if (!m_bytes.open(name, empty) || name != "Prefix" || !m_bytes.leaf(name, empty, text))
                return false;
        }
        if (text.text.isEmpty() || text.entities || m_page.entries.size() >= mostEntries)
            return false;
        ListedObject &entry = m_page.entries.emplace_back();
        entry.key = text.text;
        entry.prefix = true;
        return true;
    }

    bool add(const RawObject &raw)
    {
        // An entity in a key is rare (keys come percent-encoded), and so is a number that is none.
        if (raw.key.text.isEmpty() || raw.key.entities || raw.size.entities || raw.storageClass.entities
            || raw.modified.entities || m_page.entries.size() >= mostEntries)
            return false;
        ListedObject entry;
        entry.key = raw.key.text;
        if (!raw.size.text.isEmpty() && !number(raw.size.text, entry.size))
            return false;
        if (!raw.modified.text.isEmpty()) {
            entry.modified = listedTime(raw.modified.text);
            if (entry.modified < 0)
                return false;
        }
        entry.storageClass = raw.storageClass.text;
        if (!eTag(raw.eTag, entry.eTag))
            return false;
        m_page.entries.push_back(entry);
        return true;
    }

    static bool number(QByteArrayView text, qint64 &value)
    {
        if (text.size() > 18)
            return false;
        value = 0;
        for (const char c : text) {
            if (c < '0' || c > '9')
                return false;
            value = 10 * value + (c - '0');
        }
        return true;
    }

    /// Without its quotation marks, which S3 sends as &quot; and others as they are.
    static bool eTag(const Leaf &raw, QByteArrayView &eTag)
    {
        constexpr QByteArrayView mark = "&quot;";
        eTag = raw.text;
        if (!raw.entities) {
            if (eTag.size() >= 2 && eTag.startsWith('"') && eTag.endsWith('"'))
                eTag = eTag.sliced(1, eTag.size() - 2);
            return true;
        }
        if (eTag.size() < 2 * mark.size() || !eTag.startsWith(mark) || !eTag.endsWith(mark))
            return false;
        eTag = eTag.sliced(mark.size(), eTag.size() - 2 * mark.size());
        return !eTag.contains('&');
    }

    ListingBytes m_bytes;
    ListedObjects m_page;
    Leaf m_token, m_encoding, m_truncated;
    bool m_urlEncoded = false;
};

} // namespace

std::optional<ListedObjects> scanListing(QByteArray answer)
{
    return Scanner(std::move(answer)).scan();
}

QByteArray peekNextToken(QByteArrayView answer)
{
    constexpr QByteArrayView opening = "<NextContinuationToken>";
    constexpr QByteArrayView closing = "</NextContinuationToken>";
    const QByteArrayView front = answer.first(std::min(answer.size(), peekedBytes));
    const QByteArrayView back = answer.last(std::min(answer.size(), peekedBytes));
    for (const QByteArrayView part : {front, back}) {
        const qsizetype start = part.indexOf(opening);
        const qsizetype end = start < 0 ? -1 : part.indexOf(closing, start);
        if (end < 0)
            continue;
        const QByteArrayView token = part.sliced(start + opening.size(), end - start - opening.size());
        return token.contains('&') || token.contains('<') ? QByteArray() : token.toByteArray();
    }
    return {};
}

} // namespace braketeer::services::s3
