#include "job/rules/say.h"

#include <algorithm>

namespace braketeer::job::rules {

QString quoted(QStringView text)
{
    constexpr qsizetype longest = 60;
    QString line = text.left(longest + 1).toString().simplified();
    if (text.size() > longest)
        line = line.left(longest) + u'…';
    return u'“' + line + u'”';
}

const QString *textAt(const JobSpec &spec, const Path &path)
{
    const Value *value = spec.find(path);
    return value && value->isText() ? &value->toText() : nullptr;
}

Fix useText(const Path &path, const QString &text)
{
    return {tr("Use %1").arg(quoted(text)), path, Value::text(text)};
}

qsizetype codePoints(QStringView text)
{
    const auto lows = std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
    return text.size() - lows;
}

} // namespace braketeer::job::rules
