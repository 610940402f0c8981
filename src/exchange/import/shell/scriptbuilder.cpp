#include "exchange/import/shell/scriptbuilder.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype deepestBraces = 200;

/// The length of `NAME` in `NAME=…`; 0 for every other word.
qsizetype assignedName(const QString &word)
{
    static const QRegularExpression name(u"^[A-Za-z_][A-Za-z0-9_]*(?==)"_s);
    return name.match(word).capturedLength();
}

bool declares(const QString &word)
{
    static const QStringList builtins{u"export"_s, u"local"_s, u"declare"_s, u"readonly"_s, u"typeset"_s};
    return builtins.contains(word);
}

bool isNumber(const QString &word)
{
    return !word.isEmpty() && std::ranges::all_of(word, [](QChar character) { return character.isDigit(); });
}

} // namespace

void ScriptBuilder::brace(QChar character)
{
    if (character == u'{' && m_openBraces.size() < deepestBraces)
        m_openBraces.append(false);
    else if (character == u',' && !m_openBraces.isEmpty())
        m_openBraces.last() = true;
    else if (character == u'}' && !m_openBraces.isEmpty())
        m_braces = m_openBraces.takeLast() || m_braces;
}

void ScriptBuilder::endWord()
{
    if (!m_inWord)
        return;
    switch (std::exchange(m_next, Next::Argument)) {
    case Next::Argument:
        if (m_braces)
            m_command.braces << m_word;
        m_command.words << m_word;
        break;
    case Next::Output:
        m_output = m_word;
        break;
    case Next::HereDocument:
        m_delimiter = Delimiter{m_word, m_wasQuoted};
        break;
    case Next::Input:
        break;
    }
    m_word.clear();
    m_inWord = m_wasQuoted = m_braces = false;
    m_openBraces.clear();
}

void ScriptBuilder::redirect(Next next)
{
    if (m_inWord && !m_wasQuoted && isNumber(m_word)) {
        m_word.clear();
        m_inWord = false;
    }
    endWord();
    m_next = next;
}

std::optional<ScriptBuilder::Delimiter> ScriptBuilder::takeDelimiter()
{
    return std::exchange(m_delimiter, std::nullopt);
}

void ScriptBuilder::hereDocument(const QString &body, bool literal)
{
    if (literal)
        m_body = body;
}

void ScriptBuilder::assign(const QString &name, const QString &value)
{
    if (m_script.assignments.contains(name) || m_assignedTwice.contains(name)) {
        m_script.assignments.remove(name);
        if (!m_assignedTwice.contains(name))
            m_assignedTwice << name;
        return;
    }
    m_script.assignments.insert(name, value);
}

bool ScriptBuilder::takeAssignments()
{
    QStringList words = m_command.words;
    if (!words.isEmpty() && declares(words.constFirst()))
        words.removeFirst();
    const bool all = !words.isEmpty()
                     && std::ranges::all_of(words, [](const QString &word) { return assignedName(word) > 0; });
    if (!all)
        return false;
    for (const QString &word : std::as_const(words)) {
        const qsizetype length = assignedName(word);
        assign(word.first(length), word.sliced(length + 1));
    }
    return true;
}

void ScriptBuilder::endCommand()
{
    endWord();
    if (!m_output.isEmpty() && m_body && m_command.words == QStringList{u"cat"_s})
        m_script.files.insert(m_output, *m_body);
    if (!takeAssignments() && !m_command.words.isEmpty())
        m_script.commands.append(m_command);
    m_command = {};
    m_output.clear();
    m_body = std::nullopt;
    m_next = Next::Argument;
}

ShellScript ScriptBuilder::take()
{
    endCommand();
    return std::move(m_script);
}

} // namespace braketeer::exchange
