#pragma once

#include "argvsplit.h"

#include <optional>

namespace simulations {

/// Commands of a PowerShell script, each a list of words, or a reason why it is not certain to be just that.
struct PowerShellScript
{
    QList<QStringList> commands;
    QString problem;
};

/// Reads a script as PowerShell's tokenizer does in argument mode. Written from about_Parsing, about_Quoting_Rules and
/// about_Special_Characters. Everything that could be more than a plain word is a problem: variables, double quotes of
/// all kinds, parentheses, separators, redirections, splatting, the stop-parsing token, words with a dot or colon
/// behind a dash, letters beyond ASCII outside quotes.
class PowerShellReader
{
public:
    static PowerShellScript read(const QString &text)
    {
        PowerShellReader reader(text);
        reader.run();
        return {reader.m_commands, reader.m_problem};
    }

private:
    explicit PowerShellReader(const QString &text) : m_text(text) { }

    static bool isSingleQuote(QChar c)
    {
        return c == u'\'' || c == u'\u2018' || c == u'\u2019' || c == u'\u201a' || c == u'\u201b';
    }

    QChar at(qsizetype i) const { return i < m_text.size() ? m_text.at(i) : QChar(); }

    void endCommand()
    {
        if (!m_words.isEmpty())
            m_commands << m_words;
        m_words.clear();
    }

    void run()
    {
        while (m_at < m_text.size() && m_problem.isEmpty()) {
            const QChar c = at(m_at);
            if (c == u' ' || c == u'\t') {
                ++m_at;
            } else if (c == u'\n') {
                ++m_at;
                endCommand();
            } else if (c == u'`' && at(m_at + 1) == u'\n') {
                m_at += 2;
            } else if (c == u'#') {
                while (m_at < m_text.size() && at(m_at) != u'\n')
                    ++m_at;
            } else if (isSingleQuote(c)) {
                readQuoted();
            } else {
                readBare();
            }
        }
        endCommand();
    }

    void readQuoted()
    {
        QString word;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (!isSingleQuote(at(m_at))) {
                word += at(m_at);
            } else if (isSingleQuote(at(m_at + 1))) {
                word += at(++m_at); // the second of a pair is kept
            } else {
                ++m_at;
                m_words << word;
                if (m_at < m_text.size() && !at(m_at).isSpace())
                    m_problem = QStringLiteral("something follows a closing quote");
                return;
            }
        }
        m_problem = QStringLiteral("a quote is not closed");
    }

    void readBare()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !at(m_at).isSpace()) {
            const QChar c = at(m_at);
            const bool plain = c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringLiteral("-_./:=+").contains(c));
            if (!plain) {
                m_problem = QStringLiteral("not plain outside quotes: ") + c;
                return;
            }
            ++m_at;
        }
        const QString word = m_text.mid(start, m_at - start);
        if (word.startsWith(u'-') && (word.contains(u'.') || word.contains(u':')))
            m_problem = QStringLiteral("a parameter that PowerShell splits: ") + word;
        if (m_words.isEmpty() && word != QStringLiteral("aws"))
            m_problem = QStringLiteral("starts ") + word;
        m_words << word;
    }

    const QString m_text;
    qsizetype m_at = 0;
    QList<QStringList> m_commands;
    QStringList m_words;
    QString m_problem;
};

enum class PowerShellVersion { V51, V70, V73 };

/// What a native program gets of the words behind its name. Written from about_Parsing ("Passing arguments that contain
/// quote characters"), about_Preference_Variables ($PSNativeCommandArgumentPassing) and the upstream tests
/// NativeCommandArguments.Tests.ps1.
inline QStringList passToProgram(const QStringList &words, PowerShellVersion version)
{
    QString line;
    for (const QString &word : words) {
        if (word.isEmpty() && version != PowerShellVersion::V73)
            continue; // empty arguments are lost
        if (!line.isEmpty())
            line += u' ';
        const qsizetype end = [&word] {
            qsizetype i = word.size();
            while (i > 0 && word.at(i - 1) == u'\\')
                --i;
            return i;
        }();
        const QString backslashes(word.size() - end, u'\\');
        if (version == PowerShellVersion::V73) {
            // Each argument by itself, escaped properly by .NET.
            QString escaped;
            for (qsizetype i = 0, slashes = 0; i < word.size(); ++i) {
                if (word.at(i) == u'"')
                    escaped += QString(slashes + 1, u'\\');
                escaped += word.at(i);
                slashes = word.at(i) == u'\\' ? slashes + 1 : 0;
            }
            line += u'"' + escaped + backslashes + u'"';
            continue;
        }
        bool wrapped = false;
        int quotes = 0;
        for (qsizetype i = 0; i < word.size(); ++i) {
            const bool escaped = version == PowerShellVersion::V70 && i > 0 && word.at(i - 1) == u'\\';
            if (word.at(i) == u'"' && !escaped)
                ++quotes;
            else if (word.at(i).isSpace() && quotes % 2 == 0)
                wrapped = true;
        }
        if (!wrapped)
            line += word;
        else
            line += u'"' + word + (version == PowerShellVersion::V70 ? backslashes : QString()) + u'"';
    }
    return splitArguments(line);
}

} // namespace simulations
