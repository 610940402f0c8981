#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace braketeer::flows {

/// A pattern for whole names: `*` is any text (slashes too), `?` any one character, `[ab-d]` one of those, `[!ab]` one
/// that is none of those; a `[` that nothing closes is itself. Characters are code points; nothing can be escaped.
/// Source: Python, fnmatch.py, which the AWS CLI stands on.
class NamePattern final
{
public:
    explicit NamePattern(QStringView pattern);

    bool fits(const std::u32string &name) const;

private:
    struct Range
    {
        char32_t first;
        char32_t last;
    };

    struct Step
    {
        enum class Kind { Character, Any, Text, Set };

        Kind kind = Kind::Character;
        char32_t character = 0;
        bool negated = false;
        std::vector<Range> ranges; ///< of a set

        bool takes(char32_t c) const;
    };

    static Step readSet(const std::u32string &inside);

    std::vector<Step> m_steps;
};

/// Which of many files or objects are meant: patterns in the order they were given, of which the last that fits
/// decides. What none fits is taken. As `--include` and `--exclude` of the AWS CLI.
class NameFilter final
{
public:
    enum class Effect { Include, Exclude };

    void add(Effect effect, const QString &pattern);

    bool isEmpty() const { return m_rules.empty(); }

    /// `relative`: the name below what was asked for. A pattern that begins with '/' is compared with `absolute`, the
    /// path of a file; empty for objects, which none of those fits.
    bool takes(QStringView relative, QStringView absolute = {}) const;

private:
    struct Rule
    {
        Effect effect;
        bool absolute;
        NamePattern pattern;
    };

    std::vector<Rule> m_rules;
};

} // namespace braketeer::flows
