#include "job/rules/families.h"
#include "job/rules/say.h"

#include <QHash>
#include <QRegularExpression>

namespace braketeer::job::rules {

using namespace Qt::StringLiterals;

namespace {

Path channels()
{
    return Path().child(u"inputDataConfig"_s);
}

qsizetype channelCount(const JobSpec &spec)
{
    const Value *list = spec.find(channels());
    return list ? list->items().size() : 0;
}

} // namespace

void checkChannelNamesDiffer(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    QHash<QString, qsizetype> first;
    for (qsizetype i = 0; i < channelCount(spec); ++i) {
        const Path path = channels().item(int(i)).child(u"channelName"_s);
        const QString *name = textAt(spec, path);
        if (!name || name->isEmpty())
            continue;
        if (!first.contains(*name)) {
            first.insert(*name, i);
            continue;
        }
        findings.append(
            finding(u"V50"_s, Severity::Error, path,
                    Rules::tr("Channels %1 and %2 are both called %3: each needs a name of its own.")
                        .arg(QString::number(first.value(*name) + 1), QString::number(i + 1), quoted(*name))));
    }
}

void checkContentType(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    // Source: RFC 9110, 8.3.1: type "/" subtype, then parameters.
    static const QRegularExpression form(uR"(\A[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+*-]+(\s*;.*)?\z)"_s);
    for (qsizetype i = 0; i < channelCount(spec); ++i) {
        const Path path = channels().item(int(i)).child(u"contentType"_s);
        const QString *type = textAt(spec, path);
        if (type && !type->isEmpty() && !form.match(*type).hasMatch())
            findings.append(
                finding(u"V51"_s, Severity::Warning, path,
                        Rules::tr("The content type %1 is not of the form type/subtype: write it like “text/csv”.")
                            .arg(quoted(*type))));
    }
}

} // namespace braketeer::job::rules
