#pragma once

#include <QByteArrayView>

#include <array>
#include <cstring>
#include <string_view>

/// The elements of a listing as bytes, whatever they mean. In a header so that all of it is inlined into the scan: a
/// listing reads hundreds of megabytes. Not for use outside this folder.
namespace braketeer::services::s3 {

/// Moves through the bytes once. Every function answers false when something is not as it is known; then all is over.
class ListingBytes final
{
public:
    using string_view = std::string_view;

    /// The text of an element: where it stands, and whether entities are in it.
    struct Leaf
    {
        QByteArrayView text;
        bool entities = false;
        bool given = false;
    };

    /// Of bytes that stay where they are.
    explicit ListingBytes(QByteArrayView bytes) : m_at(bytes.data()), m_end(m_at + bytes.size()) { }

    bool atEnd() const { return m_at == m_end; }

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

    /// `<name>`, or `<name/>`, which is an empty element.
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

    /// What is behind `open()` up to the end of the element, which holds text alone and stands once.
    bool leaf(string_view name, bool empty, Leaf &leaf)
    {
        if (leaf.given)
            return false;
        leaf.given = true;
        return empty || (text(leaf) && close(name));
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

private:
    enum Kind : unsigned char { Plain, Stop, Foreign };

    /// What a byte of text is: part of it, its end or an entity, or nothing that is known here.
    static constexpr std::array<Kind, 256> kinds = [] {
        std::array<Kind, 256> table{};
        table.fill(Foreign);
        for (int c = 0x20; c < 0x7f; ++c)
            table[std::size_t(c)] = Plain;
        table['\n'] = table['\t'] = Plain;
        table['<'] = table['&'] = Stop;
        table['>'] = Foreign; // "]]>" may not stand in a text
        return table;
    }();

    static constexpr bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

    static constexpr bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

    static constexpr bool isNameByte(char c) { return isLetter(c) || (c >= '0' && c <= '9'); }

    bool close(string_view name) { return skip("</") && skip(name) && skip(">"); }

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

    static constexpr int deepest = 8;

    const char *m_at;
    const char *const m_end;
};

} // namespace braketeer::services::s3
