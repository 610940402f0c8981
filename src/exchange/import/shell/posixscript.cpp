#include "exchange/import/shell/shellscript.h"

#include "exchange/import/shell/ansiescapes.h"
#include "exchange/import/shell/capture.h"
#include "exchange/import/shell/scriptbuilder.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using Next = ScriptBuilder::Next;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

/// Source of the rules: POSIX.1-2017, Shell Command Language, 2.2 and 2.3; bash manual, "ANSI-C Quoting".
class PosixReader
{
public:
    PosixReader(QStringView text, References &references) : m_text(text), m_references(references) { }

    core::Result<ShellScript> read()
    {
        while (m_at < m_text.size() && m_why.isEmpty())
            step(m_text.at(m_at));
        if (!m_why.isEmpty())
            return core::fail(brokenCommand(m_text, m_wrongAt, m_why));
        return m_script.take();
    }

private:
    QChar peek(qsizetype ahead = 1) const { return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar(); }

    void refuse(qsizetype at, const QString &why)
    {
        m_wrongAt = at;
        m_why = why;
    }

    void step(QChar character)
    {
        switch (character.unicode()) {
        case u'\n':
            return endLine();
        case u' ':
        case u'\t':
            m_script.endWord();
            ++m_at;
            return;
        case u'#':
            return m_script.inWord() ? plain(character) : skipComment();
        case u'\\':
            return backslash();
        case u'\'':
            return singleQuoted();
        case u'"':
            return doubleQuoted();
        case u'$':
            return dollar(false);
        case u'`':
            return backquoted();
        case u';':
        case u'&':
        case u'|':
        case u'(':
        case u')':
            m_script.endCommand();
            ++m_at;
            return;
        case u'<':
        case u'>':
            return redirection();
        default:
            return plain(character);
        }
    }

    void plain(QChar character)
    {
        m_script.append(character);
        m_script.brace(character);
        ++m_at;
    }

    void endLine()
    {
        m_script.endWord();
        const auto delimiter = m_script.takeDelimiter();
        ++m_at;
        if (delimiter)
            skipHereDocument(*delimiter);
        m_script.endCommand();
    }

    void skipComment()
    {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_text.size() : end;
    }

    /// A backslash goes on with the next line even when blanks stand behind it, as people paste it.
    void backslash()
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && (m_text.at(end) == u' ' || m_text.at(end) == u'\t'))
            ++end;
        if (end >= m_text.size() || m_text.at(end) == u'\n') {
            m_at = qMin(end + 1, m_text.size());
            return;
        }
        m_script.append(peek());
        m_script.quoted();
        m_at += 2;
    }

    void singleQuoted()
    {
        const qsizetype end = m_text.indexOf(u'\'', m_at + 1);
        if (end < 0)
            return refuse(m_at, Text::tr("a single quote is not closed"));
        m_script.append(m_text.sliced(m_at + 1, end - m_at - 1));
        m_script.quoted();
        m_at = end + 1;
    }

    void doubleQuoted()
    {
        const qsizetype start = m_at++;
        m_script.quoted();
        while (m_at < m_text.size() && m_why.isEmpty()) {
            const QChar character = m_text.at(m_at);
            if (character == u'"') {
                ++m_at;
                return;
            }
            if (character == u'$')
                dollar(true);
            else if (character == u'`')
                backquoted();
            else if (character == u'\\')
                backslashInQuotes();
            else
                takeOne();
        }
        if (m_why.isEmpty())
            refuse(start, Text::tr("a double quote is not closed"));
    }

    void backslashInQuotes()
    {
        const QChar next = peek();
        if (next == u'\n') {
            m_at += 2;
        } else if (!next.isNull() && QStringView(u"$`\"\\").contains(next)) {
            m_script.append(next);
            m_at += 2;
        } else {
            takeOne();
        }
    }

    void takeOne() { m_script.append(m_text.at(m_at++)); }

    void backquoted()
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text.at(end) != u'`')
            end += m_text.at(end) == u'\\' ? 2 : 1;
        if (end >= m_text.size())
            return refuse(m_at, Text::tr("a backquote is not closed"));
        m_script.substitution(m_text.sliced(m_at + 1, end - m_at - 1).toString());
        reference(end + 1, {});
    }

    /// What stands from here to `end` is left open.
    void reference(qsizetype end, const QString &name)
    {
        m_script.append(m_references.add(m_text.sliced(m_at, end - m_at).toString(), name));
        m_script.quoted();
        m_at = end;
    }

    void dollar(bool inQuotes)
    {
        const QChar next = peek();
        if (next == u'(' || next == u'{')
            return bracketed(next);
        if (next == u'\'' && !inQuotes)
            return ansiQuoted();
        if (next == u'"' && !inQuotes) {
            ++m_at;
            return doubleQuoted();
        }
        const qsizetype end = endOfName(m_text, m_at + 1);
        if (end > m_at + 1)
            return reference(end, m_text.sliced(m_at + 1, end - m_at - 1).toString());
        if (next.isDigit() || (!next.isNull() && QStringView(u"?!@*#$-").contains(next)))
            return reference(m_at + 2, {});
        takeOne();
    }

    void bracketed(QChar opener)
    {
        const qsizetype end = endOfBrackets(m_text, m_at + 1);
        if (end < 0)
            return refuse(m_at, Text::tr("%1 is not closed").arg(u'$' + QString(opener)));
        const QString inside = m_text.sliced(m_at + 2, end - m_at - 3).toString();
        if (opener == u'(')
            m_script.substitution(inside);
        const bool isName = opener == u'{' && endOfName(inside, 0) == inside.size();
        reference(end, isName ? inside : QString());
    }

    void ansiQuoted()
    {
        qsizetype end = m_at + 2;
        const auto text = readAnsiEscapes(m_text, end);
        if (!text)
            return refuse(m_at, Text::tr("a single quote is not closed"));
        m_script.append(*text);
        m_script.quoted();
        m_at = end;
    }

    void redirection()
    {
        const QChar operation = m_text.at(m_at);
        qsizetype length = 1;
        while (length < 3 && (peek(length) == operation || peek(length) == u'&' || peek(length) == u'|'))
            ++length;
        if (length == 1 && peek() == u'(') {
            const qsizetype end = endOfBrackets(m_text, m_at + 1);
            if (end < 0)
                return refuse(m_at, Text::tr("%1 is not closed").arg(operation + u'('));
            return reference(end, {});
        }
        const bool hereDocument = operation == u'<' && length == 2 && peek() == u'<';
        m_script.redirect(operation == u'>' ? Next::Output : hereDocument ? Next::HereDocument : Next::Input);
        m_at += length;
        m_stripTabs = hereDocument && m_at < m_text.size() && m_text.at(m_at) == u'-';
        if (m_stripTabs)
            ++m_at;
    }

    void skipHereDocument(const ScriptBuilder::Delimiter &delimiter)
    {
        QString body;
        while (m_at < m_text.size()) {
            qsizetype end = m_text.indexOf(u'\n', m_at);
            if (end < 0)
                end = m_text.size();
            QStringView line = m_text.sliced(m_at, end - m_at);
            m_at = qMin(end + 1, m_text.size());
            while (m_stripTabs && line.startsWith(u'\t'))
                line = line.sliced(1);
            if (line == delimiter.text)
                break;
            body += line;
            body += u'\n';
        }
        const bool literal = delimiter.quoted || !(body.contains(u'$') || body.contains(u'`') || body.contains(u'\\'));
        m_script.hereDocument(body, literal);
    }

    QStringView m_text;
    References &m_references;
    ScriptBuilder m_script;
    qsizetype m_at = 0;
    bool m_stripTabs = false;
    qsizetype m_wrongAt = 0;
    QString m_why;
};

} // namespace

core::Result<ShellScript> readPosixScript(QStringView text, References &references)
{
    return PosixReader(text, references).read();
}

} // namespace braketeer::exchange
