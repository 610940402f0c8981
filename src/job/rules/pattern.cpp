#include "job/rules/pattern.h"

#include "job/schema/schema.h"

#include <QHash>
#include <QRegularExpression>

namespace braketeer::job::rules {

using namespace Qt::StringLiterals;

namespace {

using Patterns = QHash<QLatin1StringView, QRegularExpression>;

/// QRegularExpression compiles on first use, under a lock of its own: this only writes the expressions down.
Patterns patternsOfSchema()
{
    Patterns patterns;
    for (const Member &member : members()) {
        if (member.pattern) {
            const QLatin1StringView pattern(member.pattern);
            patterns.insert(pattern, QRegularExpression(u"\\A(?:"_s + pattern + u")\\z"_s));
        }
    }
    return patterns;
}

} // namespace

bool matches(const char *pattern, const QString &text)
{
    static const Patterns patterns = patternsOfSchema();
    return patterns.value(QLatin1StringView(pattern)).match(text).hasMatch();
}

} // namespace braketeer::job::rules
