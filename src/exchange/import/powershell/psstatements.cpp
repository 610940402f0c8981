#include "exchange/import/powershell/psreader.h"
#include "exchange/import/shell/capture.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

constexpr int deepest = 100;

} // namespace

core::Result<PsScript> readPsScript(QStringView text, References &references)
{
    return PsReader(text, references).read();
}

core::Result<PsScript> PsReader::read()
{
    while (!failed()) {
        skipFillers();
        if (atEnd())
            break;
        statement();
    }
    if (failed())
        return core::fail(brokenCommand(m_text, m_wrongAt, m_why));
    return std::move(m_script);
}

QChar PsReader::peek(qsizetype ahead) const
{
    return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar();
}

void PsReader::refuse(qsizetype at, const QString &why)
{
    m_wrongAt = at;
    m_why = why;
}

bool PsReader::enter()
{
    if (++m_depth <= deepest)
        return true;
    refuse(m_at, QCoreApplication::translate("ImportCommand", "it is nested deeper than %1 levels").arg(deepest));
    return false;
}

void PsReader::skipBlanks()
{
    while (!atEnd()) {
        if (peek() == u' ' || peek() == u'\t' || peek() == u'\u00A0') {
            ++m_at;
        } else if (peek() == u'`' && peek(1) == u'\n') {
            m_at += 2;
        } else if (peek() == u'<' && peek(1) == u'#') {
            const qsizetype end = m_text.indexOf(u"#>", m_at);
            m_at = end < 0 ? m_text.size() : end + 2;
        } else {
            return;
        }
    }
}

void PsReader::skipComment()
{
    const qsizetype end = m_text.indexOf(u'\n', m_at);
    m_at = end < 0 ? m_text.size() : end;
}

void PsReader::skipFillers()
{
    while (true) {
        skipBlanks();
        if (peek() == u'\n' || peek() == u';')
            ++m_at;
        else if (peek() == u'#')
            skipComment();
        else
            return;
    }
}

void PsReader::statement()
{
    const qsizetype before = m_at;
    if (QStringView(u"{}|)&").contains(peek()) || (peek() == u'.' && peek(1) == u' ')) {
        ++m_at; // blocks and call operators: what is in and behind them is a statement, too
        return;
    }
    if (!assignment())
        command();
    if (m_at == before)
        ++m_at;
}

bool PsReader::assignment()
{
    const qsizetype start = m_at;
    skipCast();
    qsizetype end = m_at;
    const QString name = peek() == u'$' ? variableAt(end) : QString();
    if (name.isEmpty()) {
        m_at = start;
        return false;
    }
    m_at = end;
    if (memberAssignment(name))
        return true;
    skipBlanks();
    const bool append = peek() == u'+' && peek(1) == u'=';
    if (!append && (peek() != u'=' || peek(1) == u'=')) {
        m_at = start;
        return false;
    }
    m_at += append ? 2 : 1;
    skipFillers();
    const bool isValue = atQuote() || QStringView(u"@$([0123456789-,").contains(peek());
    if (isValue) {
        assign(name, expression(), append);
    } else if (startsWith(u"New-Object")) {
        assign(name, newObject(), append);
    } else {
        m_script.variables.remove(name);
        m_tables.remove(name);
        command();
    }
    return true;
}

/// $table['key'] = … and $table.key = …
bool PsReader::memberAssignment(const QString &name)
{
    const qsizetype start = m_at;
    QString key;
    bool hasKey = false;
    if (peek() == u'[') {
        ++m_at;
        skipBlanks();
        const bool isText = atQuote() || peek() == u'(';
        key = isText ? item().toText() : QString();
        skipBlanks();
        hasKey = isText && !failed() && peek() == u']';
        ++m_at;
    } else if (peek() == u'.') {
        const qsizetype end = endOfName(m_text, m_at + 1);
        key = m_text.sliced(m_at + 1, end - m_at - 1).toString();
        hasKey = !key.isEmpty();
        m_at = end;
    }
    skipBlanks();
    if (failed() || !hasKey || peek() != u'=' || !m_tables.contains(name)) {
        m_at = start;
        return false;
    }
    ++m_at;
    skipFillers();
    Value value = expression();
    m_tables[name].put(key, std::move(value));
    return true;
}

void PsReader::assign(const QString &name, Value value, bool append)
{
    if (append) {
        const auto list = m_script.variables.find(name);
        if (list != m_script.variables.end() && list->isList()) {
            if (value.isList())
                list->items().append(value.items());
            else
                list->items().append(std::move(value));
            return;
        }
    }
    const bool again = append || m_assignedTwice.contains(name) || m_script.variables.contains(name);
    m_tables.remove(name);
    m_script.variables.remove(name);
    if (value.isMap())
        m_tables.insert(name, LiteralTable(value));
    else if (value.isList() || !again)
        m_script.variables.insert(name, value);
    else
        m_assignedTwice.insert(name);
}

} // namespace braketeer::exchange
