#include "archive/ignore/gitignore.h"

#include <algorithm>

namespace braketeer::archive::ignore {
namespace {

/// Blanks at the end go, unless a backslash keeps them.
QByteArrayView withoutTrailingBlanks(QByteArrayView line)
{
    qsizetype end = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool escaped = line[i] == '\\';
        i += escaped;
        if (escaped || line[i] != ' ') // i may be behind the end only when escaped
            end = std::min(i + 1, line.size());
    }
    return line.first(end);
}

qsizetype literalLength(QByteArrayView pattern)
{
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (QByteArrayView("*?[\\").contains(pattern[i]))
            return i;
    }
    return pattern.size();
}

std::optional<IgnoreRule> ruleOf(QByteArrayView line, int number)
{
    IgnoreRule rule;
    rule.text = line.toByteArray();
    rule.line = number;
    QByteArrayView pattern = withoutTrailingBlanks(line);
    if (pattern.isEmpty() || pattern.startsWith('#'))
        return {};
    if (pattern.startsWith('!')) {
        rule.negated = true;
        pattern = pattern.sliced(1);
    }
    if (pattern.endsWith('/')) {
        rule.foldersOnly = true;
        pattern = pattern.chopped(1);
    }
    rule.wholePath = pattern.contains('/');
    if (!rule.wholePath) {
        rule.rest = Wildmatch(pattern, Wildmatch::Slashes::Plain);
        return rule;
    }
    if (pattern.startsWith('/'))
        pattern = pattern.sliced(1);
    // Git compares the literal start by itself, so what follows it counts as a start: "a**/b" fits "a/b".
    const qsizetype literal = literalLength(pattern);
    rule.literal = pattern.first(literal).toByteArray();
    rule.rest = Wildmatch(pattern.sliced(literal), Wildmatch::Slashes::Path);
    return rule;
}

} // namespace

bool IgnoreRule::matches(QByteArrayView path, bool folder) const
{
    if (foldersOnly && !folder)
        return false;
    if (!wholePath)
        return rest.matches(path.sliced(path.lastIndexOf('/') + 1));
    return path.startsWith(literal) && rest.matches(path.sliced(literal.size()));
}

Gitignore Gitignore::parse(QByteArrayView text)
{
    Gitignore file;
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    int number = 0;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        QByteArrayView line = end < 0 ? text : text.first(end);
        text = text.sliced(end < 0 ? text.size() : end + 1);
        if (line.endsWith('\r') && end >= 0)
            line = line.chopped(1);
        if (auto rule = ruleOf(line, ++number))
            file.m_rules.append(std::move(*rule));
    }
    return file;
}

const IgnoreRule *Gitignore::find(QByteArrayView path, bool folder) const
{
    for (auto rule = m_rules.crbegin(); rule != m_rules.crend(); ++rule) {
        if (rule->matches(path, folder))
            return &*rule;
    }
    return nullptr;
}

} // namespace braketeer::archive::ignore
