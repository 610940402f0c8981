#include "archive/python/tokenizer.h"

#include "archive/python/stringend.h"

#include <cctype>

namespace braketeer::archive::python {
namespace {

/// Python itself allows 100 levels of indentation and 200 of brackets.
constexpr qsizetype deepestIndent = 100;
constexpr qsizetype deepestBracket = 200;

bool startsName(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80);
}

bool continuesName(char c)
{
    return startsName(c) || std::isdigit(static_cast<unsigned char>(c));
}

} // namespace

Tokenizer::Tokenizer(QByteArrayView source) : m_source(source)
{
    if (m_source.startsWith("\xef\xbb\xbf"))
        m_at = 3;
}

char Tokenizer::at(qsizetype offset) const
{
    return m_at + offset < m_source.size() ? m_source[m_at + offset] : '\0';
}

Token Tokenizer::fail(Fault fault)
{
    m_fault = fault;
    return {TokenKind::Error, {}, m_line};
}

Token Tokenizer::take(TokenKind kind, qsizetype length)
{
    const Token token{kind, m_source.sliced(m_at, length), m_line};
    m_at += length;
    m_lineHasTokens = true;
    return token;
}

bool Tokenizer::skipLineEnd()
{
    if (at(0) == '\r' && at(1) == '\n')
        m_at += 2;
    else if (at(0) == '\n' || at(0) == '\r')
        m_at += 1;
    else
        return false;
    ++m_line;
    return true;
}

void Tokenizer::skipComment()
{
    while (m_at < m_source.size() && at(0) != '\n' && at(0) != '\r')
        ++m_at;
}

/// Blanks, comments, lines joined by a backslash, and inside brackets line ends.
void Tokenizer::skipBlanks()
{
    while (m_at < m_source.size()) {
        const char c = at(0);
        if (c == ' ' || c == '\t' || c == '\f') {
            ++m_at;
        } else if (c == '#') {
            skipComment();
        } else if (c == '\\' && (at(1) == '\n' || at(1) == '\r')) {
            ++m_at;
            skipLineEnd();
        } else if (m_brackets.isEmpty() || !skipLineEnd()) {
            return;
        }
    }
}

Token Tokenizer::next()
{
    if (m_fault != Fault::None)
        return {TokenKind::Error, {}, m_line};
    if (m_dedents > 0) {
        --m_dedents;
        return {TokenKind::Dedent, {}, m_line};
    }
    return m_lineStarts ? startOfLine() : inLine();
}

/// Measures the indentation of the next line that has something in it. Tabs go to the next multiple of eight.
Token Tokenizer::startOfLine()
{
    int width = 0;
    for (;; width = 0) {
        for (; at(0) == ' ' || at(0) == '\t' || at(0) == '\f'; ++m_at)
            width = at(0) == ' ' ? width + 1 : at(0) == '\t' ? (width / 8 + 1) * 8 : 0;
        if (at(0) == '#')
            skipComment();
        if (!skipLineEnd())
            break;
    }
    m_lineStarts = false;
    m_lineHasTokens = false;
    if (m_at >= m_source.size())
        width = 0;
    if (width > m_indents.last()) {
        if (m_indents.size() >= deepestIndent)
            return fail(Fault::Nesting);
        m_indents.append(width);
        return {TokenKind::Indent, {}, m_line};
    }
    while (width < m_indents.last()) {
        m_indents.removeLast();
        ++m_dedents;
    }
    if (width != m_indents.last())
        return fail(Fault::Indentation);
    return next();
}

Token Tokenizer::inLine()
{
    skipBlanks();
    if (m_at >= m_source.size()) {
        if (!m_brackets.isEmpty())
            return fail(Fault::OpenBracket);
        if (m_lineHasTokens) {
            m_lineHasTokens = false;
            m_lineStarts = true; // for the dedents
            return {TokenKind::NewLine, {}, m_line};
        }
        return {TokenKind::End, {}, m_line};
    }
    const int line = m_line;
    if (skipLineEnd()) {
        m_lineStarts = true;
        return {TokenKind::NewLine, {}, line};
    }
    const char c = at(0);
    if (startsName(c) || c == '"' || c == '\'')
        return nameOrString();
    if (std::isdigit(static_cast<unsigned char>(c)) || (c == '.' && std::isdigit(static_cast<unsigned char>(at(1))))) {
        qsizetype length = 1;
        while (continuesName(at(length)) || at(length) == '.'
               || ((at(length) == '+' || at(length) == '-') && (at(length - 1) | 0x20) == 'e' && at(1) != 'x'))
            ++length;
        return take(TokenKind::Number, length);
    }
    return operatorOrBracket();
}

Token Tokenizer::nameOrString()
{
    if (startsString(m_source, m_at)) {
        const qsizetype end = stringEnd(m_source, m_at);
        if (end < 0)
            return fail(Fault::OpenString);
        const Token token = take(TokenKind::String, end - m_at);
        for (qsizetype i = 0; i < token.text.size(); ++i) {
            if (token.text[i] == '\n' || (token.text[i] == '\r' && token.text.sliced(i, 2) != "\r\n"))
                ++m_line;
        }
        return token;
    }
    qsizetype length = 1;
    while (continuesName(at(length)))
        ++length;
    return take(TokenKind::Name, length);
}

Token Tokenizer::operatorOrBracket()
{
    const char c = at(0);
    switch (c) {
    case '(':
    case '[':
    case '{':
        if (m_brackets.size() >= deepestBracket)
            return fail(Fault::Nesting);
        m_brackets.append(c);
        break;
    case ')':
    case ']':
    case '}':
        if (m_brackets.isEmpty() || m_brackets.back() != (c == ')' ? '(' : c == ']' ? '[' : '{'))
            return fail(Fault::WrongBracket);
        m_brackets.chop(1);
        break;
    case '=':
    case ':':
        if (at(1) == '=')
            return take(TokenKind::Operator, 2);
        break;
    default:
        if (!QByteArrayView("+-*/%@&|^~<>!.,;`").contains(c)) // the last one is Python 2's, and harmless here
            return fail(Fault::Character);
    }
    return take(TokenKind::Operator, 1);
}

} // namespace braketeer::archive::python
