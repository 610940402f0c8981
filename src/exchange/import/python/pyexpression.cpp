#include "exchange/import/python/pyliterals.h"
#include "exchange/import/python/pyreader.h"
#include "exchange/import/shell/capture.h"
#include "exchange/json/readjson.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

constexpr int deepest = 100;

} // namespace

/// A literal, or code where an operator, a call or an attribute makes something else of it.
Value PyReader::expression()
{
    if (++m_depth > deepest) {
        refuse(m_at, QCoreApplication::translate("ImportPython", "it is nested deeper than %1 levels").arg(deepest));
        return {};
    }
    skipSpace();
    const qsizetype start = m_at;
    Value value = atom();
    --m_depth;
    if (failed() || endsExpression())
        return value;
    return code(start);
}

Value PyReader::atom()
{
    const QChar character = peek();
    if (beginsPyString(m_text, m_at))
        return strings();
    if (character == u'{')
        return dictLiteral();
    if (character == u'[')
        return listLiteral(u']');
    if (character == u'(')
        return listLiteral(u')');
    if (character.isDigit() || ((character == u'-' || character == u'+' || character == u'.') && peek(1).isDigit()))
        return number();
    return name();
}

/// Literals side by side are one text.
Value PyReader::strings()
{
    QString text;
    bool formatted = false;
    while (beginsPyString(m_text, m_at)) {
        const qsizetype before = m_at;
        const auto literal = readPyString(m_text, m_at);
        if (!literal) {
            refuse(before, QCoreApplication::translate("ImportPython", "a text has no closing quote"));
            return {};
        }
        formatted = formatted || literal->formatted;
        text += literal->text;
        if (m_brackets > 0 || m_depth > 1)
            skipSpace();
        else
            skipBlanks();
    }
    if (!formatted)
        return Value::text(text);
    return Value::text(m_references.add(text));
}

Value PyReader::number()
{
    static const QRegularExpression pattern(u"^[+-]?(0[xob][0-9a-f_]+|(\\d[\\d_]*)?\\.?\\d[\\d_]*\\.?(e[+-]?\\d+)?)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString ahead = lookAhead(m_text, m_at, 400);
    const QString text = pattern.match(ahead).captured();
    m_at += qMax<qsizetype>(text.size(), 1);
    return literalNumber(text);
}

void PyReader::expectCloser(QChar closer, qsizetype opened)
{
    if (failed())
        return;
    if (peek() == closer && !atEnd()) {
        ++m_at;
        return;
    }
    refuse(atEnd() ? opened : m_at,
           atEnd() ? QCoreApplication::translate("ImportPython", "a bracket is not closed")
                   : QCoreApplication::translate("ImportPython", "a comma or %1 is missing").arg(closer));
}

/// The list or map that the text has assigned to a variable before, null where there is none.
const Value *PyReader::structureNamed(const QString &name) const
{
    const auto table = m_tables.constFind(name);
    if (table != m_tables.constEnd())
        return &table->value();
    const auto known = m_script.variables.constFind(name);
    return known != m_script.variables.constEnd() && known->isList() ? &*known : nullptr;
}

Value PyReader::listLiteral(QChar closer)
{
    const qsizetype start = m_at++;
    QList<Value> items;
    bool comma = false;
    skipSpace();
    while (!failed() && !atEnd() && peek() != closer) {
        items.append(expression());
        skipSpace();
        if (peek() != u',')
            break;
        comma = true;
        ++m_at;
        skipSpace();
    }
    expectCloser(closer, start);
    // Round brackets without a comma only group.
    if (closer == u')' && !comma && items.size() == 1)
        return items.constFirst();
    return Value::list(std::move(items));
}

Value PyReader::dictLiteral()
{
    const qsizetype start = m_at++;
    LiteralTable table;
    skipSpace();
    while (!failed() && !atEnd() && peek() != u'}') {
        if (peek() == u'*' && peek(1) == u'*') {
            spread(table);
        } else {
            const Value key = expression();
            skipSpace();
            if (failed())
                break;
            if (peek() != u':') {
                refuse(m_at, QCoreApplication::translate("ImportPython", "a colon after a key is missing"));
                break;
            }
            ++m_at;
            table.put(key.toText(), expression());
        }
        skipSpace();
        if (peek() != u',')
            break;
        ++m_at;
        skipSpace();
    }
    expectCloser(u'}', start);
    return table.take();
}

/// `**dict`, whether it stands in a call or a dict.
void PyReader::spread(LiteralTable &table)
{
    m_at += 2;
    const Value more = expression();
    if (more.isMap()) {
        for (const Value::Entry &entry : more.entries())
            table.put(entry.key, entry.value);
    } else if (!failed()) {
        table.put(u"**"_s + more.toText(), more);
    }
}

/// A name, True, False, None, dict(…) or json.loads(…).
Value PyReader::name()
{
    const qsizetype start = m_at;
    const qsizetype end = endOfName(m_text, m_at);
    const QString name = m_text.sliced(start, end - start).toString();
    if (name.isEmpty())
        return code(start);
    m_at = end;
    if (name == u"True" || name == u"False")
        return Value::boolean(name == u"True");
    if (name == u"None")
        return {};
    if (name == u"dict" && peek() == u'(')
        return keywords();
    if (name == u"json" && m_text.sliced(m_at).startsWith(u".loads("))
        return jsonLoads();
    if (const Value *known = structureNamed(name)) {
        if (!m_budget.affords(*known, m_depth))
            refuse(start, QCoreApplication::translate("ImportPython", "its variables grow beyond any job"));
        return *known;
    }
    return Value::text(m_references.add(name, name));
}

/// json.loads("…") of a literal is as good as the literal.
Value PyReader::jsonLoads()
{
    const qsizetype start = m_at - 4;
    m_at = m_text.indexOf(u'(', m_at);
    const qsizetype opened = m_at++;
    skipSpace();
    const Value text = beginsPyString(m_text, m_at) ? strings() : Value();
    skipSpace();
    if (!text.isText() || peek() != u')' || m_references.isIn(text.toText())) {
        m_at = opened;
        return code(start);
    }
    ++m_at;
    const core::Result<Value> value = readJson(text.toText().toUtf8(), DuplicateKeys::LastWins);
    return value ? *value : text;
}

Value PyReader::keywords()
{
    const qsizetype start = m_at++;
    LiteralTable table;
    if (++m_depth > deepest)
        refuse(m_at, QCoreApplication::translate("ImportPython", "it is nested deeper than %1 levels").arg(deepest));
    skipSpace();
    while (!failed() && !atEnd() && peek() != u')') {
        const qsizetype end = endOfName(m_text, m_at);
        const QString key = m_text.sliced(m_at, end - m_at).toString();
        if (peek() == u'*' && peek(1) == u'*') {
            spread(table);
        } else if (key.isEmpty()) {
            refuse(m_at, QCoreApplication::translate("ImportPython", "a keyword such as jobName= is expected"));
        } else {
            m_at = end;
            skipSpace();
            if (peek() == u'=') {
                ++m_at;
                table.put(key, expression());
            } else {
                refuse(m_at, QCoreApplication::translate("ImportPython", "a keyword such as jobName= is expected"));
            }
        }
        skipSpace();
        if (peek() != u',')
            break;
        ++m_at;
        skipSpace();
    }
    --m_depth;
    expectCloser(u')', start);
    return table.take();
}

/// Whether nothing more of the expression follows.
bool PyReader::endsExpression()
{
    skipBlanks();
    while (!atEnd() && m_depth + m_brackets > 0 && (peek() == u'\n' || peek() == u'#'))
        skipSpace();
    return atEnd() || QStringView(u",)]}:=;\n#").contains(peek());
}

qsizetype PyReader::endOfCode(qsizetype from) const
{
    qsizetype at = from;
    while (at < m_text.size()) {
        const QChar character = m_text.at(at);
        if (QStringView(u",)]};").contains(character) || (character == u'\n' && m_depth + m_brackets == 0)
            || (character == u':' && m_depth > 0))
            return at;
        if (beginsPyString(m_text, at)) {
            qsizetype end = at;
            at = readPyString(m_text, end) ? end : m_text.size();
        } else if (QStringView(u"([{").contains(character)) {
            const qsizetype end = endOfBrackets(m_text, at);
            at = end < 0 ? m_text.size() : end;
        } else {
            ++at;
        }
    }
    return at;
}

Value PyReader::code(qsizetype from)
{
    const qsizetype end = qMax(endOfCode(from), qMin(from + 1, m_text.size()));
    const QString source = m_text.sliced(from, end - from).toString().trimmed();
    m_at = end;
    return Value::text(m_references.add(source));
}

} // namespace braketeer::exchange
