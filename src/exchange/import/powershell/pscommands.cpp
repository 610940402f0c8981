#include "exchange/import/powershell/psreader.h"
#include "exchange/import/shell/capture.h"
#include "exchange/import/shell/runtimearguments.h"

#include <QCoreApplication>
#include <QScopedValueRollback>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

void appendWords(QStringList &words, const Value &value)
{
    if (value.isList()) {
        for (const Value &item : value.items())
            appendWords(words, item);
    } else if (value.isText() || value.isNumber()) {
        words << value.toText();
    }
}

} // namespace

bool isPsDash(QChar character)
{
    return character == u'-' || (character >= u'\u2013' && character <= u'\u2015');
}

QStringList nativeWords(const PsCommand &command)
{
    QStringList words;
    for (const PsArgument &argument : command.arguments)
        appendWords(words, argument.value);
    return words;
}

bool PsReader::endsCommand() const
{
    return atEnd() || QStringView(u"\n;|)}{").contains(peek()) || (peek() == u'&' && peek(1) != u' ')
           || (peek() == u'&' && peek(1) == u'&');
}

void PsReader::command()
{
    PsCommand command = commandArguments();
    if (!command.arguments.isEmpty())
        m_script.commands.append(std::move(command));
}

PsCommand PsReader::commandArguments()
{
    PsCommand command;
    while (!failed()) {
        skipBlanks();
        if (endsCommand())
            return command;
        if (peek() == u'#') {
            skipComment();
            return command;
        }
        if (m_text.sliced(m_at).startsWith(u"--% ")) {
            verbatimArguments(command);
            return command;
        }
        const qsizetype before = m_at;
        command.arguments.append(argument());
        if (m_at == before)
            ++m_at;
    }
    return command;
}

/// After --% the rest of the line goes to the program as it is.
void PsReader::verbatimArguments(PsCommand &command)
{
    const qsizetype start = m_at + 3;
    skipComment();
    for (const QString &word : splitRuntimeArguments(m_text.sliced(start, m_at - start)))
        command.arguments.append({Value::text(word), true, false});
}

PsArgument PsReader::argument()
{
    const QScopedValueRollback<bool> mode(m_isArgument, true);
    const bool isSplat = peek() == u'@' && endOfName(m_text, m_at + 1) > m_at + 1;
    if (isSplat)
        return splat();
    const bool isExpression = atHereString() || atQuote() || peek() == u'('
                              || (peek() == u'@' && (peek(1) == u'(' || peek(1) == u'{'));
    if (isExpression)
        return {expression(), false, false};
    if (peek() == u'$' && peek(1) != u'(') {
        qsizetype end = m_at;
        const QString name = variableAt(end);
        const bool alone = end >= m_text.size() || QStringView(u" \t\n,;|)}`").contains(m_text.at(end));
        if (!name.isEmpty() && alone)
            return {expression(), false, false};
    }
    if (peek() == u'[') {
        const qsizetype start = m_at;
        const bool isCast = skipCast() != Cast::None;
        m_at = start;
        if (isCast)
            return {expression(), false, false};
    }
    return {Value::text(bareWord()), true, false};
}

PsArgument PsReader::splat()
{
    const qsizetype start = m_at;
    const qsizetype end = endOfName(m_text, m_at + 1);
    const QString name = m_text.sliced(m_at + 1, end - m_at - 1).toString().toLower();
    m_at = end;
    if (const Value *known = structureNamed(name)) {
        if (!m_budget.affords(*known, m_depth))
            refuse(start, QCoreApplication::translate("ImportCommand", "its variables grow beyond any job"));
        return {*known, false, true};
    }
    return {Value::text(m_references.add(m_text.sliced(start, end - start).toString(), name)), false, true};
}

QString PsReader::bareWord()
{
    QString word;
    while (!atEnd() && !failed()) {
        const QChar character = peek();
        if (QStringView(u" \t\n;|&()").contains(character) || (character == u'`' && peek(1) == u'\n')
            || ((character == u'{' || character == u'}') && word.isEmpty()))
            break;
        if (character == u'{') {
            const qsizetype end = endOfBrackets(m_text, m_at);
            if (end < 0) {
                refuse(m_at, QCoreApplication::translate("ImportCommand", "%1 is not closed").arg(u'{'));
                break;
            }
            word += m_text.sliced(m_at, end - m_at);
            m_at = end;
        } else if (character == u'}') {
            break;
        } else if (atQuote()) {
            word += quotedText();
        } else if (character == u'`') {
            appendEscape(word);
        } else if (character == u'$') {
            appendDollar(word);
        } else {
            word += character;
            ++m_at;
        }
    }
    return word;
}

} // namespace braketeer::exchange
