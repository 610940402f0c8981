#include "flows/storage/namefilter.h"

#include <QList>

#include <algorithm>

namespace braketeer::flows {
namespace {

constexpr std::size_t none = std::u32string::npos;

std::u32string codePoints(QStringView text)
{
    const QList<uint> points = text.toUcs4();
    return {points.cbegin(), points.cend()};
}

/// Where the set that begins behind `from` ends: a ']' right at its beginning is one of its members.
std::size_t endOfSet(const std::u32string &pattern, std::size_t from)
{
    if (from < pattern.size() && pattern[from] == U'!')
        ++from;
    if (from < pattern.size() && pattern[from] == U']')
        ++from;
    return pattern.find(U']', from);
}

} // namespace

bool NamePattern::Step::takes(char32_t c) const
{
    switch (kind) {
    case Kind::Character:
        return c == character;
    case Kind::Any:
        return true;
    case Kind::Set:
        return std::ranges::any_of(ranges, [c](const Range &range) { return c >= range.first && c <= range.last; })
               != negated;
    case Kind::Text:
        break;
    }
    return false;
}

NamePattern::Step NamePattern::readSet(const std::u32string &inside)
{
    Step step;
    step.kind = Step::Kind::Set;
    step.negated = inside.starts_with(U'!');
    for (std::size_t i = step.negated ? 1 : 0; i < inside.size(); ++i) {
        const bool isRange = i + 2 < inside.size() && inside[i + 1] == U'-';
        step.ranges.push_back({inside[i], isRange ? inside[i + 2] : inside[i]});
        if (isRange)
            i += 2;
    }
    return step;
}

NamePattern::NamePattern(QStringView pattern)
{
    const std::u32string text = codePoints(pattern);
    for (std::size_t i = 0; i < text.size(); ++i) {
        Step step;
        step.character = text[i];
        if (text[i] == U'*')
            step.kind = Step::Kind::Text;
        else if (text[i] == U'?')
            step.kind = Step::Kind::Any;
        if (const std::size_t end = text[i] == U'[' ? endOfSet(text, i + 1) : none; end != none) {
            step = readSet(text.substr(i + 1, end - i - 1));
            i = end;
        }
        m_steps.push_back(std::move(step));
    }
}

// The shortest text for each `*`; only the last one that was met is ever tried with more, so that no pattern takes
// longer than the product of both lengths.
bool NamePattern::fits(const std::u32string &name) const
{
    std::size_t step = 0;
    std::size_t at = 0;
    std::size_t afterText = none; // the step behind the last `*`
    std::size_t textEnd = 0;      // where its text ends for now
    while (at < name.size()) {
        if (step < m_steps.size() && m_steps[step].kind == Step::Kind::Text) {
            afterText = ++step;
            textEnd = at;
        } else if (step < m_steps.size() && m_steps[step].takes(name[at])) {
            ++step;
            ++at;
        } else if (afterText != none) {
            step = afterText;
            at = ++textEnd;
        } else {
            return false;
        }
    }
    return std::all_of(m_steps.cbegin() + std::ptrdiff_t(step), m_steps.cend(),
                       [](const Step &rest) { return rest.kind == Step::Kind::Text; });
}

void NameFilter::add(Effect effect, const QString &pattern)
{
    m_rules.push_back({effect, pattern.startsWith(u'/'), NamePattern(pattern)});
}

bool NameFilter::takes(QStringView relative, QStringView absolute) const
{
    if (m_rules.empty())
        return true;
    const std::u32string name = codePoints(relative);
    const std::u32string path = codePoints(absolute);
    const auto decides = [&](const Rule &rule) { return rule.pattern.fits(rule.absolute ? path : name); };
    const auto last = std::find_if(m_rules.crbegin(), m_rules.crend(), decides);
    return last == m_rules.crend() || last->effect == Effect::Include;
}

} // namespace braketeer::flows
