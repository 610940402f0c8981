#include "exchange/import/powershell/psreader.h"
#include "exchange/import/shell/capture.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QScopedValueRollback>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

/// One value, or several with commas between them.
Value PsReader::expression()
{
    if (!enter())
        return {};
    Value first = item();
    skipBlanks();
    if (!failed() && peek() == u',') {
        QList<Value> items{std::move(first)};
        while (!failed() && peek() == u',') {
            ++m_at;
            skipFillers();
            items.append(item());
            skipBlanks();
        }
        first = Value::list(std::move(items));
    }
    --m_depth;
    return first;
}

/// A literal; whatever an operator or a member access makes of it is code.
Value PsReader::item()
{
    skipBlanks();
    const qsizetype start = m_at;
    if (peek() == u',' && !atEnd()) // the unary comma of a list with one item
        ++m_at;
    skipBlanks();
    const Cast cast = skipCast();
    Value value = literal();
    if (failed())
        return {};
    const bool hasMembers = takeMembers();
    if (!m_isArgument && takeOperator())
        return code(start);
    if (hasMembers)
        return codeBetween(start, m_at);
    const auto unit = cast == Cast::Character ? value.toInteger() : std::nullopt;
    return unit && *unit >= 0 && *unit <= 0xFFFF ? Value::text(QChar(char16_t(*unit))) : value;
}

Value PsReader::literal()
{
    if (atHereString())
        return Value::text(hereString());
    if (atQuote())
        return Value::text(quotedText());
    if (peek() == u'@' && peek(1) == u'(')
        return listLiteral();
    if (peek() == u'@' && peek(1) == u'{')
        return tableLiteral();
    if (peek() == u'(')
        return inParentheses();
    if (peek() == u'$' && peek(1) != u'(')
        return variable();
    return numberOrCode();
}

Value PsReader::variable()
{
    const qsizetype start = m_at;
    qsizetype end = m_at;
    const QString name = variableAt(end);
    if (name.isEmpty())
        return code(start);
    m_at = end;
    if (name == u"true" || name == u"false")
        return Value::boolean(name == u"true");
    if (name == u"null")
        return {};
    if (const Value *known = structureNamed(name)) {
        if (!m_budget.affords(*known, m_depth))
            refuse(start, QCoreApplication::translate("ImportCommand", "its variables grow beyond any job"));
        return *known;
    }
    return Value::text(m_references.add(m_text.sliced(start, end - start).toString(), name));
}

/// The list or map that the text has assigned to a variable before, null where there is none.
const Value *PsReader::structureNamed(const QString &name) const
{
    const auto table = m_tables.constFind(name);
    if (table != m_tables.constEnd())
        return &table->value();
    const auto known = m_script.variables.constFind(name);
    return known != m_script.variables.constEnd() && known->isList() ? &*known : nullptr;
}

/// @( … ): what stands in it, lists taken apart.
Value PsReader::listLiteral()
{
    const QScopedValueRollback<bool> mode(m_isArgument, false);
    const qsizetype start = m_at;
    m_at += 2;
    QList<Value> items;
    skipFillers();
    while (!failed() && !atEnd() && peek() != u')') {
        const qsizetype before = m_at;
        Value value = expression();
        if (value.isList())
            items.append(value.items());
        else
            items.append(std::move(value));
        skipFillers();
        if (m_at == before)
            ++m_at;
    }
    if (atEnd() && !failed())
        refuse(start, QCoreApplication::translate("ImportCommand", "%1 is not closed").arg(u"@("_s));
    ++m_at;
    return Value::list(std::move(items));
}

QString PsReader::tableKey()
{
    if (atQuote())
        return quotedText();
    if (peek() == u'(')
        return inParentheses().toText();
    if (peek() == u'$') {
        QString key;
        appendDollar(key);
        return key;
    }
    const qsizetype start = m_at;
    while (!atEnd() && !QStringView(u"= \t\n;}").contains(peek()))
        ++m_at;
    return m_text.sliced(start, m_at - start).toString();
}

Value PsReader::tableLiteral()
{
    const QScopedValueRollback<bool> mode(m_isArgument, false);
    const qsizetype start = m_at;
    m_at += 2;
    LiteralTable table;
    skipFillers();
    while (!failed() && !atEnd() && peek() != u'}') {
        const qsizetype keyAt = m_at;
        const QString key = tableKey();
        skipBlanks();
        if (failed())
            break;
        if (peek() != u'=') {
            refuse(keyAt,
                   QCoreApplication::translate("ImportCommand", "a table has keys and values with = between them"));
            break;
        }
        ++m_at;
        skipFillers();
        table.put(key, expression());
        skipFillers();
    }
    if (atEnd() && !failed())
        refuse(start, QCoreApplication::translate("ImportCommand", "%1 is not closed").arg(u"@{"_s));
    ++m_at;
    return table.take();
}

Value PsReader::inParentheses()
{
    const QScopedValueRollback<bool> mode(m_isArgument, false);
    const qsizetype start = m_at++;
    skipFillers();
    const bool makesObject = startsWith(u"New-Object");
    if (makesObject || !peek().isLetter()) { // a name begins a command
        Value value = makesObject ? newObject() : startsWith(u"-join") ? joined() : expression();
        skipFillers();
        if (failed())
            return {};
        if (peek() == u')') {
            ++m_at;
            return value;
        }
    }
    m_at = start;
    const qsizetype end = endOfBrackets(m_text, start);
    if (end < 0) {
        refuse(start, QCoreApplication::translate("ImportCommand", "%1 is not closed").arg(u'('));
        return {};
    }
    m_script.substitutions << m_text.sliced(start + 1, end - start - 2).toString();
    m_at = end;
    return Value::text(m_references.add(m_text.sliced(start, end - start).toString()));
}

/// New-Object Type -Property @{ … }
Value PsReader::newObject()
{
    const PsCommand command = commandArguments();
    for (const PsArgument &argument : command.arguments) {
        if (argument.value.isMap())
            return argument.value;
    }
    return Value::map();
}

/// -join (…) of literals.
Value PsReader::joined()
{
    const qsizetype start = m_at;
    m_at += 5;
    const Value list = expression();
    QString text;
    for (const Value &part : list.items()) {
        if (!part.isText() && !part.isNumber())
            return code(start);
        text += part.toText();
    }
    return list.isList() ? Value::text(text) : list;
}

Value PsReader::numberOrCode()
{
    static const QRegularExpression number(u"^-?(0x[0-9a-f]+|\\d+(\\.\\d+)?(e[+-]?\\d+)?)(?![\\w.])"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QString ahead = lookAhead(m_text, m_at, 60);
    const auto match = number.match(ahead);
    if (!match.hasMatch())
        return code(m_at);
    m_at += match.capturedLength();
    return literalNumber(match.captured());
}

} // namespace braketeer::exchange
