#include "exchange/import/shell/shellscript.h"

#include "exchange/import/shell/capture.h"
#include "exchange/import/shell/runtimearguments.h"

#include <QRegularExpression>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

/// Source of the rules: trials with cmd: every " switches its quoting, ^ escapes outside
/// of it, & | < > act outside of it, %NAME% is expanded everywhere.
class CmdReader
{
public:
    CmdReader(QStringView text, References &references) : m_text(text), m_references(references) { }

    ShellScript read()
    {
        while (m_at < m_text.size())
            step(m_text.at(m_at));
        endCommand();
        return std::move(m_script);
    }

private:
    QChar peek() const { return m_at + 1 < m_text.size() ? m_text.at(m_at + 1) : QChar(); }

    void step(QChar character)
    {
        if (character == u'\n')
            return endLine();
        if (character == u'%')
            return percent();
        if (character == u'"') {
            m_inQuotes = !m_inQuotes;
        } else if (!m_inQuotes) {
            if (character == u'^')
                return caret();
            if (character == u'&' || character == u'|')
                return endCommand();
            if (character == u'<' || character == u'>')
                return skipRedirection();
        }
        takeOne();
    }

    void takeOne() { m_line += m_text.at(m_at++); }

    void endLine()
    {
        endCommand();
        m_inQuotes = false;
    }

    /// At the end of a line ^ goes on, and the next line's first character is no other than itself.
    void caret()
    {
        m_at += peek() == u'\n' ? 2 : 1;
        if (m_at < m_text.size() && m_text.at(m_at) != u'%')
            takeOne();
    }

    void percent()
    {
        static const QRegularExpression variable(
            u"^(?:%([A-Za-z_][A-Za-z0-9_()]*)(:[^%\\n]*)?%|%~[a-z$:]*[0-9]|%[0-9*])"_s,
            QRegularExpression::CaseInsensitiveOption);
        if (peek() == u'%') {
            ++m_at;
            return takeOne();
        }
        constexpr qsizetype longest = 300; // a match looks at all of its subject
        const QString ahead = lookAhead(m_text, m_at, longest);
        const auto match = variable.match(ahead);
        if (!match.hasMatch())
            return takeOne();
        const bool isPlain = match.captured(2).isEmpty();
        m_line += m_references.add(match.captured(), isPlain ? match.captured(1).toUpper() : QString());
        m_at += match.capturedLength();
    }

    void skipRedirection()
    {
        static const QRegularExpression descriptor(u"(^|\\s)\\d$"_s);
        if (descriptor.match(m_line.last(qMin<qsizetype>(m_line.size(), 2))).hasMatch())
            m_line.chop(1);
        while (m_at < m_text.size() && QStringView(u"<>& \t").contains(m_text.at(m_at)))
            ++m_at;
        bool inQuotes = false;
        while (m_at < m_text.size() && m_text.at(m_at) != u'\n'
               && (inQuotes || !QStringView(u" \t&|<>").contains(m_text.at(m_at)))) {
            inQuotes = inQuotes != (m_text.at(m_at) == u'"');
            ++m_at;
        }
    }

    void endCommand()
    {
        ++m_at;
        QString line = m_line.trimmed();
        m_line.clear();
        while (line.startsWith(u'@') || line.startsWith(u'('))
            line.remove(0, 1);
        static const QRegularExpression comment(u"^(rem\\b|::)"_s, QRegularExpression::CaseInsensitiveOption);
        if (line.isEmpty() || comment.match(line).hasMatch() || takeSet(line))
            return;
        m_script.commands.append({splitRuntimeArguments(line), {}});
    }

    bool takeSet(const QString &line)
    {
        static const QRegularExpression assignment(u"^set\\s+(\"?)([A-Za-z_][A-Za-z0-9_()]*)=(.*)$"_s,
                                                   QRegularExpression::CaseInsensitiveOption
                                                       | QRegularExpression::DotMatchesEverythingOption);
        const auto match = assignment.match(line);
        if (!match.hasMatch())
            return false;
        QString value = match.captured(3);
        if (!match.captured(1).isEmpty())
            value = value.left(value.lastIndexOf(u'"'));
        const QString name = match.captured(2).toUpper();
        if (!m_script.assignments.contains(name))
            m_script.assignments.insert(name, value);
        return true;
    }

    QStringView m_text;
    References &m_references;
    ShellScript m_script;
    QString m_line;
    qsizetype m_at = 0;
    bool m_inQuotes = false;
};

} // namespace

core::Result<ShellScript> readCmdScript(QStringView text, References &references)
{
    return CmdReader(text, references).read();
}

} // namespace braketeer::exchange
