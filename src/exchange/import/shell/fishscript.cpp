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

/// Source of the rules: the fish language, "Quotes", "Escaping Characters", "Expansions".
class FishReader
{
public:
    FishReader(QStringView text, References &references) : m_text(text), m_references(references) { }

    core::Result<ShellScript> read()
    {
        while (m_at < m_text.size() && m_why.isEmpty())
            step(m_text.at(m_at));
        if (!m_why.isEmpty())
            return core::fail(brokenCommand(m_text, m_wrongAt, m_why));
        ShellScript script = m_script.take();
        takeSetCommands(script);
        return script;
    }

private:
    QChar peek() const { return m_at + 1 < m_text.size() ? m_text.at(m_at + 1) : QChar(); }

    void refuse(qsizetype at, const QString &why)
    {
        m_wrongAt = at;
        m_why = why;
    }

    void step(QChar character)
    {
        switch (character.unicode()) {
        case u' ':
        case u'\t':
            m_script.endWord();
            ++m_at;
            return;
        case u'\n':
        case u';':
        case u'&':
        case u'|':
            m_script.endCommand();
            ++m_at;
            return;
        case u'#':
            return m_script.inWord() ? takeOne() : skipComment();
        case u'\\':
            return backslash();
        case u'\'':
        case u'"':
            return quoted(character);
        case u'$':
            return dollar();
        case u'(':
            return bracketed(m_at);
        case u'<':
        case u'>':
            m_script.redirect(character == u'>' ? Next::Output : Next::Input);
            while (m_at < m_text.size() && QStringView(u"<>&|?").contains(m_text.at(m_at)))
                ++m_at;
            return;
        default:
            m_script.brace(character);
            return takeOne();
        }
    }

    void takeOne() { m_script.append(m_text.at(m_at++)); }

    void skipComment()
    {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_text.size() : end;
    }

    void backslash()
    {
        const QChar next = peek();
        m_at += 2;
        if (next.isNull() || next == u'\n') {
            m_at = qMin(m_at, m_text.size());
            return;
        }
        m_script.quoted();
        if (next == u'x' || next == u'X' || next == u'u' || next == u'U') {
            if (const auto value = readHexDigits(m_text, m_at, next == u'u' ? 4 : next == u'U' ? 8 : 2)) {
                QString text;
                appendCharacter(text, *value);
                return m_script.append(text);
            }
        }
        static const QHash<QChar, QChar> controls{{u'n', u'\n'}, {u't', u'\t'}, {u'r', u'\r'}, {u'a', u'\a'},
                                                  {u'b', u'\b'}, {u'f', u'\f'}, {u'v', u'\v'}, {u'e', u'\x1b'}};
        m_script.append(controls.value(next, next));
    }

    void quoted(QChar quote)
    {
        const qsizetype start = m_at++;
        const QStringView escaped = quote == u'"' ? QStringView(u"\\\"$") : QStringView(u"\\'");
        m_script.quoted();
        while (m_at < m_text.size() && m_why.isEmpty()) {
            const QChar character = m_text.at(m_at);
            if (character == quote) {
                ++m_at;
                return;
            }
            if (character == u'\\' && !peek().isNull() && escaped.contains(peek())) {
                m_script.append(peek());
                m_at += 2;
            } else if (character == u'\\' && peek() == u'\n' && quote == u'"') {
                m_at += 2;
            } else if (character == u'$' && quote == u'"') {
                dollar();
            } else {
                takeOne();
            }
        }
        if (m_why.isEmpty())
            refuse(start, Text::tr("a quote is not closed"));
    }

    void reference(qsizetype end, const QString &name)
    {
        m_script.append(m_references.add(m_text.sliced(m_at, end - m_at).toString(), name));
        m_script.quoted();
        m_at = end;
    }

    void dollar()
    {
        if (peek() == u'(')
            return bracketed(m_at + 1);
        const qsizetype end = endOfName(m_text, m_at + 1);
        if (end > m_at + 1)
            return reference(end, m_text.sliced(m_at + 1, end - m_at - 1).toString());
        takeOne();
    }

    void bracketed(qsizetype open)
    {
        const qsizetype end = endOfBrackets(m_text, open);
        if (end < 0)
            return refuse(open, Text::tr("%1 is not closed").arg(u'('));
        m_script.substitution(m_text.sliced(open + 1, end - open - 2).toString());
        reference(end, {});
    }

    /// `set -gx NAME value` is how fish assigns.
    static void takeSetCommands(ShellScript &script)
    {
        for (const ShellCommand &command : std::as_const(script.commands)) {
            if (command.words.value(0) != u"set")
                continue;
            QStringList words = command.words.mid(1);
            while (words.value(0).startsWith(u'-'))
                words.removeFirst();
            if (words.size() == 2 && !script.assignments.contains(words.at(0)))
                script.assignments.insert(words.at(0), words.at(1));
        }
    }

    QStringView m_text;
    References &m_references;
    ScriptBuilder m_script;
    qsizetype m_at = 0;
    qsizetype m_wrongAt = 0;
    QString m_why;
};

} // namespace

core::Result<ShellScript> readFishScript(QStringView text, References &references)
{
    return FishReader(text, references).read();
}

} // namespace braketeer::exchange
