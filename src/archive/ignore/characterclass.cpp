#include "archive/ignore/characterclass.h"

namespace braketeer::archive::ignore {
namespace {

bool isIn(QByteArrayView name, int c)
{
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    const bool digit = c >= '0' && c <= '9';
    const bool graph = c > 0x20 && c < 0x7f;
    if (name == "alnum")
        return upper || lower || digit;
    if (name == "alpha")
        return upper || lower;
    if (name == "blank")
        return c == ' ' || c == '\t';
    if (name == "cntrl")
        return c < 0x20 || c == 0x7f;
    if (name == "digit")
        return digit;
    if (name == "graph")
        return graph;
    if (name == "lower")
        return lower;
    if (name == "print")
        return graph || c == ' ';
    if (name == "punct")
        return graph && !(upper || lower || digit);
    if (name == "space")
        return c == ' ' || (c >= '\t' && c <= '\r');
    if (name == "upper")
        return upper;
    if (name == "xdigit")
        return digit || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
    return false;
}

bool isKnown(QByteArrayView name)
{
    for (int c = 0; c < 256; ++c) {
        if (isIn(name, c))
            return true;
    }
    return false;
}

using Set = std::bitset<256>;

class ClassReader
{
public:
    ClassReader(QByteArrayView pattern, qsizetype at) : m_pattern(pattern), m_at(at + 1) { }

    std::optional<Set> read()
    {
        const bool negated = here() == '!' || here() == '^';
        m_at += negated;
        int before = -1; // what a range could start with
        for (bool first = true; first || here() != ']'; first = false) {
            if (m_at >= m_pattern.size())
                return {};
            if (here() == '-' && before >= 0 && here(1) != ']' && m_at + 1 < m_pattern.size()) {
                ++m_at;
                if (!range(before))
                    return {};
                before = -1;
            } else if (here() == '[' && here(1) == ':') {
                if (!named(before))
                    return {};
            } else {
                m_at += here() == '\\';
                if (m_at >= m_pattern.size())
                    return {};
                before = static_cast<unsigned char>(m_pattern[m_at++]);
                m_set.set(size_t(before));
            }
        }
        ++m_at;
        return negated ? ~m_set : m_set;
    }

    qsizetype end() const { return m_at; }

private:
    char here(qsizetype offset = 0) const { return m_at + offset < m_pattern.size() ? m_pattern[m_at + offset] : '\0'; }

    bool range(int from)
    {
        m_at += here() == '\\';
        if (m_at >= m_pattern.size())
            return false;
        const int to = static_cast<unsigned char>(m_pattern[m_at++]);
        for (int c = from; c <= to; ++c)
            m_set.set(size_t(c));
        return true;
    }

    /// `[:name:]`; without its ":]" the bracket is only a bracket.
    bool named(int &before)
    {
        const qsizetype close = m_pattern.indexOf(']', m_at + 2);
        if (close < 0)
            return false;
        if (close < m_at + 3 || m_pattern[close - 1] != ':') {
            before = '[';
            m_set.set('[');
            ++m_at;
            return true;
        }
        const QByteArrayView name = m_pattern.sliced(m_at + 2, close - m_at - 3);
        if (!isKnown(name))
            return false;
        for (int c = 0; c < 256; ++c) {
            if (isIn(name, c))
                m_set.set(size_t(c));
        }
        before = -1;
        m_at = close + 1;
        return true;
    }

    QByteArrayView m_pattern;
    qsizetype m_at;
    Set m_set;
};

} // namespace

std::optional<Set> readClass(QByteArrayView pattern, qsizetype &at)
{
    ClassReader reader(pattern, at);
    const auto set = reader.read();
    at = reader.end();
    return set;
}

} // namespace braketeer::archive::ignore
