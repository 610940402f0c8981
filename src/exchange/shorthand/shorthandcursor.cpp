#include "exchange/shorthand/shorthandcursor.h"

#include "exchange/shorthand/grammar.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Shorthand)
};

QString inQuotes(const QString &text)
{
    return Text::tr("“%1”").arg(text);
}

} // namespace

ShorthandCursor::ShorthandCursor(QStringView text)
{
    for (const uint character : text.toUcs4())
        m_input.append(character);
}

void ShorthandCursor::fail(core::Error error)
{
    m_problem = Problem::Final;
    m_error = std::move(error);
}

void ShorthandCursor::fail(const QString &message)
{
    core::Error error;
    error.message = message;
    fail(std::move(error));
}

void ShorthandCursor::failSyntax(const QString &expected)
{
    const QString found = atEnd() ? Text::tr("the end") : inQuotes(text(m_index, m_index + 1));
    fail(Text::tr("at character %1, %2 is expected, not %3. Put quotes round values that hold commas, "
                  "brackets or quotes, or write the whole argument as JSON.")
             .arg(m_index + 1)
             .arg(expected, found));
    m_problem = Problem::Syntax;
}

void ShorthandCursor::stepBackTo(char32_t character)
{
    m_problem = Problem::None;
    while (m_input.at(m_index) != character)
        --m_index;
}

bool ShorthandCursor::take(char32_t character)
{
    const bool there = stands(character);
    m_index += there ? 1 : 0;
    return there;
}

void ShorthandCursor::skipBlanks()
{
    while (!atEnd() && isShorthandBlank(m_input.at(m_index)))
        ++m_index;
}

void ShorthandCursor::expect(char32_t character)
{
    if (!failed() && !take(character))
        failSyntax(inQuotes(QString::fromUcs4(&character, 1)));
}

void ShorthandCursor::expectBetweenBlanks(char32_t character)
{
    skipBlanks();
    expect(character);
    if (!failed())
        skipBlanks();
}

QString ShorthandCursor::key()
{
    const qsizetype start = m_index;
    while (!atEnd() && isShorthandKeyCharacter(m_input.at(m_index)))
        ++m_index;
    return text(start, m_index);
}

QString ShorthandCursor::bareValue(bool (*continues)(char32_t))
{
    const qsizetype start = m_index;
    if (escapedCommaStands())
        m_index += 2;
    else if (!atEnd() && beginsShorthandValue(m_input.at(m_index)))
        ++m_index;
    else
        return u""_s;
    while (!atEnd()) {
        if (escapedCommaStands())
            m_index += 2;
        else if (continues(m_input.at(m_index)))
            ++m_index;
        else
            break;
    }
    QString value = text(start, m_index).replace("\\,"_L1, ","_L1);
    while (!value.isEmpty() && isPythonSpace(value.back().unicode()))
        value.chop(1);
    return value;
}

/// The end of the quoted value at m_index, after its closing quote; -1 where nothing closes it. When only escaped
/// quotes follow, the last of them closes it after all: that is how the regular expression steps back.
qsizetype ShorthandCursor::endOfQuoted() const
{
    const char32_t quote = m_input.at(m_index);
    qsizetype lastEscaped = -1;
    for (qsizetype i = m_index + 1; i < m_input.size(); ++i) {
        const char32_t next = m_input.value(i + 1);
        if (m_input.at(i) == quote)
            return i + 1;
        if (m_input.at(i) == U'\\' && (next == U'\\' || next == quote)) {
            ++i;
            if (next == quote)
                lastEscaped = i + 1;
        }
    }
    return lastEscaped;
}

QString ShorthandCursor::quotedValue()
{
    const QChar quote(char16_t(m_input.at(m_index)));
    const qsizetype end = endOfQuoted();
    if (end < 0) {
        failSyntax(Text::tr("a closing %1 for the quote").arg(quote));
        return {};
    }
    QString value = text(m_index + 1, end - 1);
    m_index = end;
    value.replace(QString(u'\\') + quote, QString(quote)).replace("\\\\"_L1, "\\"_L1);
    return value;
}

QString ShorthandCursor::text(qsizetype from, qsizetype to) const
{
    return QString::fromUcs4(m_input.constData() + from, to - from);
}

bool ShorthandCursor::escapedCommaStands() const
{
    return stands(U'\\') && m_input.value(m_index + 1) == U',';
}

} // namespace braketeer::exchange
