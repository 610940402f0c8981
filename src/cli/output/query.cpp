#include "cli/output/query.h"

#include <QCoreApplication>
#include <QList>

#include <optional>

namespace braketeer::cli {
namespace {

using job::Value;

/// One step of a path: a member, an item, or "every item, and the rest of the path for each".
struct QueryStep
{
    QString name;
    std::optional<int> index;
    bool every = false;
};

core::Result<QList<QueryStep>> notKnown(QStringView path)
{
    return core::fail(core::Error::Kind::Usage,
                      QCoreApplication::translate("Query",
                                                  "--query knows names, [number] and [*] only, and cannot read “%1”; "
                                                  "pipe the whole answer into jq for more.")
                          .arg(path));
}

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

core::Result<QList<QueryStep>> parseQuery(QStringView path)
{
    QList<QueryStep> steps;
    qsizetype at = 0;
    bool nameMayFollow = true;
    while (at < path.size()) {
        if (path[at] == u'[') {
            const qsizetype end = path.indexOf(u']', at);
            if (end < 0)
                return notKnown(path);
            const QStringView inside = path.sliced(at + 1, end - at - 1);
            bool isNumber = false;
            const int index = inside.toInt(&isNumber);
            if (isNumber)
                steps << QueryStep{{}, index, false};
            else if (inside.isEmpty() || inside == u"*")
                steps << QueryStep{{}, {}, true};
            else
                return notKnown(path);
            at = end + 1;
            nameMayFollow = false;
        } else if (path[at] == u'.' && !steps.isEmpty() && !nameMayFollow) {
            ++at;
            nameMayFollow = true;
            if (at == path.size())
                return notKnown(path);
        } else if (path[at] == u'"' && nameMayFollow) {
            const qsizetype end = path.indexOf(u'"', at + 1);
            if (end < 0)
                return notKnown(path);
            steps << QueryStep{path.sliced(at + 1, end - at - 1).toString(), {}, false};
            at = end + 1;
            nameMayFollow = false;
        } else if (nameMayFollow && isNameCharacter(path[at])) {
            const qsizetype from = at;
            while (at < path.size() && isNameCharacter(path[at]))
                ++at;
            steps << QueryStep{path.sliced(from, at - from).toString(), {}, false};
            nameMayFollow = false;
        } else {
            return notKnown(path);
        }
    }
    if (steps.isEmpty())
        return notKnown(path);
    return steps;
}

Value follow(const Value &value, const QList<QueryStep> &steps, qsizetype from)
{
    if (from == steps.size())
        return value;
    const QueryStep &step = steps.at(from);
    if (step.every) {
        if (!value.isList())
            return {};
        QList<Value> results;
        for (const Value &item : value.items()) {
            // Null results are dropped: JMESPath's projections do so.
            if (Value result = follow(item, steps, from + 1); !result.isNull())
                results << std::move(result);
        }
        return Value::list(std::move(results));
    }
    if (step.index) {
        const qsizetype count = value.isList() ? value.items().size() : 0;
        const qsizetype index = *step.index < 0 ? count + *step.index : *step.index;
        return index >= 0 && index < count ? follow(value.items().at(index), steps, from + 1) : Value();
    }
    const Value *member = value.isMap() ? value.find(step.name) : nullptr;
    return member ? follow(*member, steps, from + 1) : Value();
}

} // namespace

core::Result<Value> query(const Value &answer, QStringView path)
{
    const auto steps = parseQuery(path);
    if (!steps)
        return core::fail(steps.error());
    return follow(answer, *steps, 0);
}

} // namespace braketeer::cli
