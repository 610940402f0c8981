#include "archive/python/stringend.h"

#include <QByteArrayList>
#include <QVarLengthArray>

#include <cctype>

namespace braketeer::archive::python {
namespace {

/// Python itself allows 150.
constexpr int deepest = 100;

bool isQuote(char c)
{
    return c == '"' || c == '\'';
}

/// Length of the letters before the quote; -1 when no string starts here.
int prefixLength(QByteArrayView source, qsizetype from)
{
    static const QByteArrayList prefixes{"",   "r",  "u",  "b",  "f",  "t",
                                         "br", "rb", "fr", "rf", "tr", "rt"}; // t: Python 3.14
    for (int length = 0; length <= 2 && from + length < source.size(); ++length) {
        if (isQuote(source[from + length]))
            return prefixes.contains(source.sliced(from, length).toByteArray().toLower()) ? length : -1;
    }
    return -1;
}

/// One string that is open, and the braces that are open in it.
struct Open
{
    char quote = '"';
    bool triple = false;
    bool raw = false;
    bool formatted = false;
    QByteArray brackets; ///< of the expression that is read; empty: the text of the string itself
    bool format = false; ///< in the format behind the colon of an expression: text, with expressions of its own
};

/// Reads one string to its end. Strings in an f-string's expressions are put on a stack instead of being recursed
/// into.
class Scanner
{
public:
    Scanner(QByteArrayView source, qsizetype from) : m_source(source), m_at(from) { }

    qsizetype end()
    {
        if (!open())
            return -1;
        while (!m_open.isEmpty()) {
            if (m_at >= m_source.size() || m_open.size() > deepest)
                return -1;
            if (!(inExpression() ? expression() : text()))
                return -1;
        }
        return m_at;
    }

private:
    Open &top() { return m_open.last(); }

    bool inExpression() { return !top().brackets.isEmpty() && !top().format; }

    char here(qsizetype offset = 0) const { return m_at + offset < m_source.size() ? m_source[m_at + offset] : '\0'; }

    bool open()
    {
        const int length = prefixLength(m_source, m_at);
        if (length < 0)
            return false;
        const QByteArray prefix = m_source.sliced(m_at, length).toByteArray().toLower();
        m_at += length;
        const char quote = here();
        const bool triple = here(1) == quote && here(2) == quote;
        m_at += triple ? 3 : 1;
        m_open.append({quote, triple, prefix.contains('r'), prefix.contains('f') || prefix.contains('t'), {}});
        return true;
    }

    bool closes() const
    {
        const Open &open = m_open.last();
        return here() == open.quote && (!open.triple || (here(1) == open.quote && here(2) == open.quote));
    }

    void close()
    {
        m_at += top().triple ? 3 : 1;
        m_open.removeLast();
    }

    bool text()
    {
        Open &open = top();
        const char c = here();
        if (c == '\\') {
            escape();
        } else if (closes()) {
            if (open.format)
                return false; // the expression has no end
            close();
        } else if ((c == '\n' || c == '\r') && !open.triple) {
            return false;
        } else if (open.formatted && c == '{') {
            brace();
        } else if (open.format && c == '}') {
            endExpression();
        } else {
            ++m_at;
        }
        return true;
    }

    void escape()
    {
        const Open &open = top();
        const char next = here(1);
        if (open.formatted && (next == '{' || next == '}')) {
            ++m_at; // the brace keeps its meaning
        } else if (open.formatted && !open.raw && next == 'N' && here(2) == '{') {
            const qsizetype close = m_source.indexOf('}', m_at);
            m_at = close < 0 ? m_source.size() : close + 1;
        } else if (next == '\r' && here(2) == '\n') {
            m_at += 3;
        } else {
            m_at += 2;
        }
    }

    void brace()
    {
        Open &open = top();
        if (here(1) == '{' && !open.format) {
            m_at += 2;
            return;
        }
        ++m_at;
        open.brackets.append(open.format ? 'F' : '{'); // F: comes back to a format, not to the text
        open.format = false;
    }

    void endExpression()
    {
        Open &open = top();
        ++m_at;
        const char opened = open.brackets.back();
        open.brackets.chop(1);
        open.format = opened == 'F';
    }

    bool expression()
    {
        Open &open = top();
        const char c = here();
        const bool outermost = open.brackets.back() == '{' || open.brackets.back() == 'F';
        if (startsString(m_source, m_at) && !isWordBefore()) {
            // Before Python 3.12 the quote of the string itself ended it here, and the source was wrong.
            return this->open();
        }
        if (c == '#')
            return skipComment();
        if (c == '(' || c == '[') {
            open.brackets.append(c);
        } else if (c == '{') {
            open.brackets.append('M'); // a set or a map
        } else if (c == ')' || c == ']' || c == '}') {
            if (outermost) {
                if (c != '}')
                    return false;
                endExpression();
                return true;
            }
            const char opened = open.brackets.back();
            if ((c == ')') != (opened == '(') || (c == ']') != (opened == '['))
                return false;
            open.brackets.chop(1);
        } else if (outermost && c == ':') {
            open.format = true;
        }
        if (open.brackets.size() > deepest)
            return false;
        ++m_at;
        return true;
    }

    /// Whether the letter here goes on with a word, so that its "b" or "f" is no prefix.
    bool isWordBefore() const
    {
        const char before = m_source[m_at - 1];
        return !isQuote(here())
               && (std::isalnum(static_cast<unsigned char>(before)) || before == '_' || (before & 0x80));
    }

    bool skipComment()
    {
        while (m_at < m_source.size() && here() != '\n' && here() != '\r')
            ++m_at;
        return m_at < m_source.size();
    }

    QByteArrayView m_source;
    qsizetype m_at;
    QVarLengthArray<Open, 4> m_open;
};

} // namespace

bool startsString(QByteArrayView source, qsizetype from)
{
    return prefixLength(source, from) >= 0;
}

qsizetype stringEnd(QByteArrayView source, qsizetype from)
{
    return Scanner(source, from).end();
}

} // namespace braketeer::archive::python
