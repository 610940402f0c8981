#include "job/rules/say.h"

#include <algorithm>

namespace braketeer::job::rules {

QString quoted(QStringView text, qsizetype longest)
{
    QString line = text.left(longest).toString();
    if (line.size() < text.size()) {
        if (line.back().isHighSurrogate())
            line.chop(1);
        line += u'…';
    }
    // Blanks stay as they are, for they may be what is wrong; what would break the line becomes visible.
    std::ranges::replace_if(
        line, [](QChar c) { return c.category() == QChar::Other_Control; }, QChar(u'␤'));
    return Rules::tr("“%1”").arg(line);
}

const QString *textAt(const JobSpec &spec, const Path &path)
{
    const Value *value = spec.find(path);
    return value && value->isText() ? &value->toText() : nullptr;
}

Fix useText(const Path &path, const QString &text)
{
    return {Rules::tr("Use %1").arg(quoted(text)), path, Value::text(text)};
}

qsizetype codePoints(QStringView text)
{
    const auto lows = std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
    return text.size() - lows;
}

} // namespace braketeer::job::rules
