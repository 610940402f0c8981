#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <bitset>

namespace braketeer::archive::ignore {

/// A shell pattern as Git has it: `*`, `?`, `[a-z]`, `[!x]`, `[[:alpha:]]`, backslash, and `**` between slashes.
///
/// Works on bytes. Time is bounded by pattern times text, whatever the pattern: all ways through it are walked at once.
/// Source: gitignore(5), and Git's wildmatch, whose behaviour tests compare with `git check-ignore`.
class Wildmatch final
{
public:
    enum class Slashes {
        Plain, ///< a name without slashes: `*` is any text
        Path,  ///< `*`, `?` and classes stop at a slash, `**` between slashes does not
    };

    Wildmatch() = default;
    Wildmatch(QByteArrayView pattern, Slashes slashes);

    /// Whether the whole text fits. A malformed pattern fits nothing.
    bool matches(QByteArrayView text) const;

private:
    struct Step
    {
        enum class Kind {
            Byte,
            Class,
            Any,
            Star,
            DeepStar,
            Fork, ///< before the star of `**/`: with it, or behind its slash
        } kind;
        unsigned char byte = 0;
        qsizetype set = -1; ///< of a class: its index in m_sets
    };

    void star(QByteArrayView pattern, qsizetype &at);
    bool readClass(QByteArrayView pattern, qsizetype &at);
    bool fits(const Step &step, unsigned char byte) const;
    void close(QList<bool> &states) const;

    bool m_path = false;
    bool m_malformed = false;
    QList<Step> m_steps;
    QList<std::bitset<256>> m_sets;
};

} // namespace braketeer::archive::ignore
