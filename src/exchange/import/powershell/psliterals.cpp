#include "exchange/import/powershell/psreader.h"
#include "exchange/import/shell/ansiescapes.h"
#include "exchange/import/shell/capture.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

bool isSingleQuote(QChar character)
{
    return character == u'\'' || (character >= u'\u2018' && character <= u'\u201B');
}

bool isDoubleQuote(QChar character)
{
    return character == u'"' || (character >= u'\u201C' && character <= u'\u201E');
}

} // namespace

bool PsReader::atQuote() const
{
    return isSingleQuote(peek()) || isDoubleQuote(peek());
}

QString PsReader::quotedText()
{
    return isSingleQuote(peek()) ? singleQuoted() : doubleQuoted();
}

/// Of two quotes in a row the second one is part of the text, whichever of the five they are.
QString PsReader::singleQuoted()
{
    const qsizetype start = m_at++;
    QString text;
    while (!atEnd()) {
        const QChar character = m_text.at(m_at++);
        if (!isSingleQuote(character)) {
            text += character;
        } else if (isSingleQuote(peek())) {
            text += m_text.at(m_at++);
        } else {
            return text;
        }
    }
    refuse(start, QCoreApplication::translate("ImportCommand", "a single quote is not closed"));
    return {};
}

QString PsReader::doubleQuoted()
{
    const qsizetype start = m_at++;
    QString text;
    while (!atEnd() && !failed()) {
        const QChar character = peek();
        if (character == u'`') {
            appendEscape(text);
        } else if (character == u'$') {
            appendDollar(text);
        } else if (!isDoubleQuote(character)) {
            text += character;
            ++m_at;
        } else if (isDoubleQuote(peek(1))) {
            text += peek(1);
            m_at += 2;
        } else {
            ++m_at;
            return text;
        }
    }
    if (!failed())
        refuse(start, QCoreApplication::translate("ImportCommand", "a double quote is not closed"));
    return {};
}

bool PsReader::atHereString() const
{
    if (peek() != u'@' || !(isSingleQuote(peek(1)) || isDoubleQuote(peek(1))))
        return false;
    qsizetype ahead = 2;
    while (peek(ahead) == u' ' || peek(ahead) == u'\t')
        ++ahead;
    return peek(ahead) == u'\n';
}

QString PsReader::hereString()
{
    const qsizetype start = m_at;
    const bool expands = isDoubleQuote(peek(1));
    m_at = m_text.indexOf(u'\n', m_at) + 1;
    QString text;
    bool atLineStart = true;
    while (!atEnd() && !failed()) {
        const QChar character = peek();
        const bool closes = expands ? isDoubleQuote(character) : isSingleQuote(character);
        if (atLineStart && closes && peek(1) == u'@') {
            m_at += 2;
            text.chop(1); // the newline before the closing mark belongs to it
            return text;
        }
        atLineStart = character == u'\n';
        if (expands && character == u'`') {
            appendEscape(text);
        } else if (expands && character == u'$') {
            appendDollar(text);
        } else {
            text += character;
            ++m_at;
        }
    }
    if (!failed())
        refuse(start, QCoreApplication::translate("ImportCommand", "a here-string is not closed"));
    return {};
}

/// A backtick and what follows it.
void PsReader::appendEscape(QString &text)
{
    static const QHash<QChar, QChar> controls{{u'0', u'\0'},   {u'a', u'\a'}, {u'b', u'\b'},
                                              {u'e', u'\x1b'}, {u'f', u'\f'}, {u'n', u'\n'},
                                              {u'r', u'\r'},   {u't', u'\t'}, {u'v', u'\v'}};
    const QChar next = peek(1);
    if (next.isNull() && m_at + 1 >= m_text.size()) {
        ++m_at;
        return;
    }
    m_at += 2;
    if (next == u'u' && peek() == u'{') {
        qsizetype end = m_at + 1;
        const auto value = readHexDigits(m_text, end, 6);
        if (value && end < m_text.size() && m_text.at(end) == u'}') {
            appendCharacter(text, *value);
            m_at = end + 1;
            return;
        }
    }
    text += controls.value(next, next);
}

/// The name of the variable at m_at (`$name`, `${name}`, `$env:NAME`) in lower case, and where it ends; empty where
/// there is none.
QString PsReader::variableAt(qsizetype &end) const
{
    if (peek(1) == u'{') {
        constexpr qsizetype longest = 300;
        const qsizetype length = m_text.sliced(m_at, qMin(longest, m_text.size() - m_at)).indexOf(u'}');
        if (length < 0)
            return {};
        const qsizetype brace = m_at + length;
        end = brace + 1;
        return m_text.sliced(m_at + 2, brace - m_at - 2).toString().toLower();
    }
    end = endOfName(m_text, m_at + 1);
    if (end > m_at + 1 && end + 1 < m_text.size() && m_text.at(end) == u':' && endOfName(m_text, end + 1) > end + 1)
        end = endOfName(m_text, end + 1);
    return m_text.sliced(m_at + 1, end - m_at - 1).toString().toLower();
}

/// Puts a stand-in for the variable or substitution at m_at into `text`, or the $ itself.
void PsReader::appendDollar(QString &text)
{
    qsizetype end = m_at;
    QString name;
    if (peek(1) == u'(') {
        end = endOfBrackets(m_text, m_at + 1);
        if (end < 0)
            return refuse(m_at, QCoreApplication::translate("ImportCommand", "%1 is not closed").arg(u"$("_s));
        m_script.substitutions << m_text.sliced(m_at + 2, end - m_at - 3).toString();
    } else {
        name = variableAt(end);
        if (name.isEmpty()) {
            text += u'$';
            ++m_at;
            return;
        }
    }
    text += m_references.add(m_text.sliced(m_at, end - m_at).toString(), name);
    m_at = end;
}

} // namespace braketeer::exchange
