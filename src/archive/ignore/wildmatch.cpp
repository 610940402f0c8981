#include "archive/ignore/wildmatch.h"

#include "archive/ignore/characterclass.h"

namespace braketeer::archive::ignore {

Wildmatch::Wildmatch(QByteArrayView pattern, Slashes slashes) : m_path(slashes == Slashes::Path)
{
    for (qsizetype at = 0; at < pattern.size() && !m_malformed;) {
        const char c = pattern[at];
        if (c == '*') {
            star(pattern, at);
        } else if (c == '?') {
            m_steps.append({.kind = Step::Kind::Any});
            ++at;
        } else if (c == '[') {
            m_malformed = !readClass(pattern, at);
        } else {
            at += c == '\\';
            if (at >= pattern.size())
                m_malformed = true;
            else
                m_steps.append({.kind = Step::Kind::Byte, .byte = static_cast<unsigned char>(pattern[at++])});
        }
    }
}

/// `**` is special only between slashes, or a slash and an end of the pattern; elsewhere it is one `*`.
void Wildmatch::star(QByteArrayView pattern, qsizetype &at)
{
    const qsizetype first = at;
    while (at < pattern.size() && pattern[at] == '*')
        ++at;
    const QByteArrayView rest = pattern.sliced(at);
    const bool fromSlash = first == 0 || pattern[first - 1] == '/';
    const bool toSlash = rest.isEmpty() || rest.startsWith('/') || rest.startsWith("\\/");
    const bool deep = !m_path || (at - first > 1 && fromSlash && toSlash);
    if (m_path && deep && rest.startsWith('/'))
        m_steps.append({.kind = Step::Kind::Fork});
    m_steps.append({.kind = deep ? Step::Kind::DeepStar : Step::Kind::Star});
}

bool Wildmatch::readClass(QByteArrayView pattern, qsizetype &at)
{
    const auto set = ignore::readClass(pattern, at);
    if (!set)
        return false;
    m_steps.append({.kind = Step::Kind::Class, .set = m_sets.size()});
    m_sets.append(*set);
    return true;
}

bool Wildmatch::fits(const Step &step, unsigned char byte) const
{
    switch (step.kind) {
    case Step::Kind::Byte:
        return byte == step.byte;
    case Step::Kind::Class:
        return m_sets[step.set][byte] && !(m_path && byte == '/');
    case Step::Kind::Any:
    case Step::Kind::Star:
        return !(m_path && byte == '/');
    case Step::Kind::DeepStar:
        return true;
    case Step::Kind::Fork:
        break;
    }
    return false;
}

/// Marks the states that are reached from marked ones without a byte: a star may stand for nothing.
void Wildmatch::close(QList<bool> &states) const
{
    for (qsizetype state = 0; state < m_steps.size(); ++state) {
        if (!states[state])
            continue;
        const Step::Kind kind = m_steps[state].kind;
        if (kind == Step::Kind::Fork)
            states[state + 3] = true;
        if (kind == Step::Kind::Fork || kind == Step::Kind::Star || kind == Step::Kind::DeepStar)
            states[state + 1] = true;
    }
}

bool Wildmatch::matches(QByteArrayView text) const
{
    if (m_malformed)
        return false;
    const QList<bool> none(m_steps.size() + 1, false);
    QList<bool> now = none;
    now[0] = true;
    close(now);
    for (const char c : text) {
        QList<bool> next = none;
        bool alive = false;
        for (qsizetype state = 0; state < m_steps.size(); ++state) {
            const Step &step = m_steps[state];
            if (!now[state] || !fits(step, static_cast<unsigned char>(c)))
                continue;
            alive = true;
            const bool stays = step.kind == Step::Kind::Star || step.kind == Step::Kind::DeepStar;
            next[stays ? state : state + 1] = true;
        }
        if (!alive)
            return false;
        close(next);
        now = std::move(next);
    }
    return now.last();
}

} // namespace braketeer::archive::ignore
