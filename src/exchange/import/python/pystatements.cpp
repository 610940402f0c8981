#include "exchange/import/python/pyliterals.h"
#include "exchange/import/python/pyreader.h"
#include "exchange/import/shell/capture.h"
#include "exchange/textcheck.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using core::Error; // without core:: in front of a function lupdate finds its texts
using job::Value;

namespace {

bool isSetting(const QString &name)
{
    return name == u"region_name" || name == u"profile_name" || name == u"endpoint_url";
}

} // namespace

core::Result<PyScript> readPyScript(QStringView text, References &references)
{
    return PyReader(text, references).readScript();
}

core::Result<Value> readPyLiteral(QStringView text, References &references)
{
    return PyReader(text, references).readLiteral();
}

core::Result<PyScript> PyReader::readScript()
{
    scan();
    if (failed())
        return core::fail(error());
    return std::move(m_script);
}

core::Result<Value> PyReader::readLiteral()
{
    Value value = expression();
    skipSpace();
    if (!failed() && !atEnd())
        refuse(m_at, QCoreApplication::translate("ImportPython", "text follows after its end"));
    if (failed())
        return core::fail(error());
    return value;
}

Error PyReader::error() const
{
    const QByteArray before = m_text.first(qMin(m_wrongAt, m_text.size())).toUtf8();
    Error error;
    error.message = QCoreApplication::translate("ImportPython", "The Python text cannot be read at %1: %2.")
                        .arg(placeName(positionAt(before, before.size())), m_why);
    error.suggestion = QCoreApplication::translate("ImportPython", "Copy the whole call once more.");
    return error;
}

QChar PyReader::peek(qsizetype ahead) const
{
    return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar();
}

void PyReader::refuse(qsizetype at, const QString &why)
{
    if (failed())
        return;
    m_wrongAt = at;
    m_why = why;
}

void PyReader::skipComment()
{
    const qsizetype end = m_text.indexOf(u'\n', m_at);
    m_at = end < 0 ? m_text.size() : end;
}

void PyReader::skipBlanks()
{
    while (!atEnd()) {
        if (peek() == u' ' || peek() == u'\t' || peek() == u'\r' || peek() == u'\f')
            ++m_at;
        else if (peek() == u'\\' && peek(1) == u'\n')
            m_at += 2;
        else
            return;
    }
}

void PyReader::skipSpace()
{
    while (true) {
        skipBlanks();
        if (peek() == u'\n' && !atEnd())
            ++m_at;
        else if (peek() == u'#')
            skipComment();
        else
            return;
    }
}

/// Walks over the text for assignments, settings and calls; all else it passes by.
void PyReader::scan()
{
    while (!failed() && !atEnd()) {
        const QChar character = peek();
        if (character == u'#') {
            skipComment();
        } else if (beginsPyString(m_text, m_at)) {
            if (!readPyString(m_text, m_at))
                ++m_at;
        } else if (endOfName(m_text, m_at) > m_at) {
            word();
        } else {
            if (QStringView(u"([{").contains(character))
                ++m_brackets;
            else if (QStringView(u")]}").contains(character))
                m_brackets = qMax(m_brackets - 1, 0);
            ++m_at;
        }
    }
}

void PyReader::word()
{
    const qsizetype start = m_at;
    const qsizetype end = endOfName(m_text, m_at);
    const QString name = m_text.sliced(start, end - start).toString();
    m_at = end;
    skipBlanks();
    if (name == u"create_job" && peek() == u'(') {
        m_script.calls.append(keywords());
    } else if (isSetting(name) && peek() == u'=') {
        ++m_at;
        skipBlanks();
        if (beginsPyString(m_text, m_at))
            m_script.settings.insert(name, strings().toText());
    } else if (m_brackets == 0) {
        assignment(name);
    }
}

/// What an assignment's value must begin with to be worth reading.
bool PyReader::beginsLiteral()
{
    const QChar character = peek();
    return beginsPyString(m_text, m_at) || QStringView(u"{[(").contains(character) || character.isDigit()
           || m_text.sliced(m_at).startsWith(u"dict(") || m_text.sliced(m_at).startsWith(u"json.loads(");
}

void PyReader::assignment(const QString &name)
{
    if (itemAssignment(name))
        return;
    const qsizetype start = m_at;
    if (peek() == u':') { // name: type = value
        const qsizetype lineEnd = m_text.indexOf(u'\n', m_at);
        const qsizetype sign = m_text.sliced(m_at, (lineEnd < 0 ? m_text.size() : lineEnd) - m_at).indexOf(u'=');
        if (sign < 0)
            return;
        m_at += sign;
    }
    if (peek() != u'=' || peek(1) == u'=') {
        m_at = start;
        return;
    }
    ++m_at;
    skipBlanks();
    if (!beginsLiteral())
        return;
    Value value = expression();
    const bool again = m_script.variables.contains(name) || m_assignedTwice.contains(name);
    m_tables.remove(name);
    m_script.variables.remove(name);
    if (value.isMap())
        m_tables.insert(name, LiteralTable(value));
    else if (value.isList() || !again)
        m_script.variables.insert(name, value);
    else
        m_assignedTwice.insert(name);
}

/// name["key"] = value, for a dict that stands in the text.
bool PyReader::itemAssignment(const QString &name)
{
    if (peek() != u'[' || !m_tables.contains(name))
        return false;
    const qsizetype start = m_at++;
    skipBlanks();
    const auto key = readPyString(m_text, m_at);
    skipBlanks();
    if (!key || peek() != u']') {
        m_at = start;
        return false;
    }
    ++m_at;
    skipBlanks();
    if (peek() != u'=' || peek(1) == u'=') {
        m_at = start;
        return false;
    }
    ++m_at;
    Value value = expression();
    m_tables[name].put(key->text, std::move(value));
    return true;
}

} // namespace braketeer::exchange
