#pragma once

#include "exchange/import/shell/shellscript.h"

namespace braketeer::exchange {

/// Puts words together into commands, for the readers of shells: redirections and their targets go, assignments are
/// kept apart.
class ScriptBuilder
{
public:
    enum class Next { Argument, Input, Output, HereDocument };

    void append(QChar character)
    {
        m_word += character;
        m_inWord = true;
    }

    void append(QStringView text)
    {
        m_word += text;
        m_inWord = true;
    }

    /// Quotes make a word even when there is nothing in them, and one that is no number of a redirection.
    void quoted() { m_inWord = m_wasQuoted = true; }

    bool inWord() const { return m_inWord; }

    const QString &word() const { return m_word; }

    /// An unquoted {, comma or }.
    void brace(QChar character);

    void endWord();
    void endCommand();

    /// A redirection operator: the word before it may be a file descriptor, the next one is its target.
    void redirect(Next next);

    /// The here-document's delimiter, once its word has ended; taken away by asking.
    struct Delimiter
    {
        QString text;
        bool quoted = false;
    };

    std::optional<Delimiter> takeDelimiter();
    void hereDocument(const QString &body, bool literal);

    void assign(const QString &name, const QString &value);

    void substitution(const QString &inside) { m_script.substitutions << inside; }

    ShellScript take();

private:
    bool takeAssignments();

    ShellScript m_script;
    ShellCommand m_command;
    QString m_word;
    bool m_inWord = false;
    bool m_wasQuoted = false;
    QList<bool> m_openBraces; ///< whether a comma stood in it
    bool m_braces = false;
    Next m_next = Next::Argument;
    QString m_output;
    std::optional<Delimiter> m_delimiter;
    std::optional<QString> m_body;
    QStringList m_assignedTwice;
};

} // namespace braketeer::exchange
