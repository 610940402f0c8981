#include "services/s3/listingscan.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace braketeer::services::s3 {
namespace {

using std::string_view;

constexpr int deepest = 8;
constexpr qsizetype peekedBytes = 8 * 1024;

enum Kind : unsigned char { Plain, Stop, Foreign };

/// What a byte of text is: part of it, its end or an entity, or nothing that is known here.
constexpr std::array<Kind, 256> kinds = [] {
    std::array<Kind, 256> table{};
    table.fill(Foreign);
    for (int c = 0x20; c < 0x7f; ++c)
        table[std::size_t(c)] = Plain;
    table['\n'] = table['\t'] = Plain;
    table['<'] = table['&'] = Stop;
    table['>'] = Foreign; // "]]>" may not stand in a text
    return table;
}();

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool isNameByte(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9');
}

/// The text of an element: where it stands, and whether entities are in it.
struct Leaf
{
    QByteArrayView text;
    bool entities = false;
    bool given = false;
};

/// What of `<Contents>` is of interest.
struct RawObject
{
    Leaf key, modified, eTag, size, storageClass;
};

/// Moves through the bytes once. Every function answers false when something is not as it is known; then all is over.
class Scanner final
{
public:
    explicit Scanner(QByteArray answer) : m_at(answer.constData()), m_end(m_at + answer.size())
    {
        m_page.text = std::move(answer);
    }

    std::optional<ListedObjects> scan()
    {
        if (!prolog() || !root())
            return std::nullopt;
        if (m_urlEncoded)
            decodeNames(m_page);
        return std::move(m_page);
    }

private:
    bool skip(string_view expected)
    {
        if (std::size_t(m_end - m_at) < expected.size() || std::memcmp(m_at, expected.data(), expected.size()) != 0)
            return false;
        m_at += expected.size();
        return true;
    }

    void skipBlanks()
    {
        while (m_at != m_end && isBlank(*m_at))
            ++m_at;
    }

    bool prolog()
    {
        // UTF-8 is the default, and what every server says.
        if (skip("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))
            skipBlanks();
        if (!skip("<ListBucketResult"))
            return false;
        if (skip(">"))
            return true;
        return skip(" xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
    }

    bool root()
    {
        for (;;) {
            skipBlanks();
            if (skip("</ListBucketResult>"))
                break;
            string_view name;
            bool empty = false;
            if (!open(name, empty) || !member(name, empty))
                return false;
        }
        skipBlanks();
        return m_at == m_end;
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
            return empty || pass(name, 1);
        if (!leaf(name, empty, *wanted) || wanted->entities)
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
            skipBlanks();
            if (skip("</Contents>"))
                return add(raw);
            string_view name;
            bool empty = false;
            if (!open(name, empty))
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
            if (wanted ? !leaf(name, empty, *wanted) : !(empty || pass(name, 2)))
                return false;
        }
    }

    bool prefix()
    {
        Leaf text;
        for (;;) {
            skipBlanks();
            if (skip("</CommonPrefixes>"))
                break;
            string_view name;
            bool empty = false;
            if (!open(name, empty) || name != "Prefix" || !leaf(name, empty, text))
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

    bool open(string_view &name, bool &empty)
    {
        if (m_at == m_end || *m_at != '<')
            return false;
        const char *const start = ++m_at;
        if (m_at == m_end || !isLetter(*m_at))
            return false;
        while (m_at != m_end && isNameByte(*m_at))
            ++m_at;
        name = string_view(start, std::size_t(m_at - start));
        empty = skip("/");
        return skip(">");
    }

    bool close(string_view name) { return skip("</") && skip(name) && skip(">"); }

    bool leaf(string_view name, bool empty, Leaf &leaf)
    {
        if (leaf.given)
            return false;
        leaf.given = true;
        return empty || (text(leaf) && close(name));
    }

    bool text(Leaf &leaf)
    {
        const char *const start = m_at;
        for (;; ++m_at) {
            while (m_at != m_end && kinds[static_cast<unsigned char>(*m_at)] == Plain)
                ++m_at;
            if (m_at == m_end || kinds[static_cast<unsigned char>(*m_at)] == Foreign)
                return false;
            if (*m_at == '<')
                break;
            if (!isEntity())
                return false;
            leaf.entities = true;
        }
        leaf.text = QByteArrayView(start, m_at - start);
        return true;
    }

    bool isEntity() const
    {
        const string_view rest(m_at, std::size_t(m_end - m_at));
        return rest.starts_with("&quot;") || rest.starts_with("&amp;") || rest.starts_with("&lt;")
               || rest.starts_with("&gt;") || rest.starts_with("&apos;");
    }

    /// Goes over an element that is of no interest, with all that is in it.
    bool pass(string_view name, int depth)
    {
        if (depth > deepest)
            return false;
        for (;;) {
            Leaf ignored;
            if (!text(ignored))
                return false;
            if (m_end - m_at > 1 && m_at[1] == '/')
                return close(name);
            string_view inner;
            bool empty = false;
            if (!open(inner, empty) || (!empty && !pass(inner, depth + 1)))
                return false;
        }
    }

    const char *m_at;
    const char *m_end;
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
