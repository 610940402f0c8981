#include "job/jobspec.h"

#include <span>

namespace braketeer::job {
namespace {

const Value *down(const Value &value, const Step &step)
{
    if (step.index < 0)
        return value.find(step.name);
    return step.index < value.items().size() ? &value.items().at(step.index) : nullptr;
}

void put(Value &place, std::span<const Step> steps, Value value)
{
    if (steps.empty()) {
        place = std::move(value);
        return;
    }
    const Step &step = steps.front();
    if (step.index < 0) {
        if (!place.isMap())
            place = Value::map();
        if (!place.find(step.name))
            place.insert(step.name, {});
        put(*place.find(step.name), steps.subspan(1), std::move(value));
        return;
    }
    if (!place.isList())
        place = Value::list();
    QList<Value> &items = place.items();
    while (items.size() <= step.index)
        items.append(Value::map());
    put(items[step.index], steps.subspan(1), std::move(value));
}

bool isEmptyContainer(const Value &value)
{
    return (value.isMap() && value.entries().isEmpty()) || (value.isList() && value.items().isEmpty());
}

/// Whether something was removed.
bool take(Value &place, std::span<const Step> steps)
{
    const Step &step = steps.front();
    const Value *next = down(std::as_const(place), step);
    if (!next)
        return false;
    if (steps.size() == 1) {
        if (step.index < 0)
            return place.erase(step.name);
        place.items().removeAt(step.index);
        return true;
    }
    Value &inner = step.index < 0 ? *place.find(step.name) : place.items()[step.index];
    if (!take(inner, steps.subspan(1)))
        return false;
    if (step.index < 0 && isEmptyContainer(inner))
        place.erase(step.name);
    return true;
}

void compare(const Value &before, const Value &after, const Path &path, QList<Path> &differences);

void compareMaps(const Value &before, const Value &after, const Path &path, QList<Path> &differences)
{
    for (const Value::Entry &entry : before.entries()) {
        if (const Value *other = after.find(entry.key))
            compare(entry.value, *other, path.child(entry.key), differences);
        else
            differences.append(path.child(entry.key));
    }
    for (const Value::Entry &entry : after.entries()) {
        if (!before.find(entry.key))
            differences.append(path.child(entry.key));
    }
}

void compareLists(const Value &before, const Value &after, const Path &path, QList<Path> &differences)
{
    const qsizetype common = qMin(before.items().size(), after.items().size());
    for (qsizetype i = 0; i < common; ++i)
        compare(before.items().at(i), after.items().at(i), path.item(int(i)), differences);
    for (qsizetype i = common; i < qMax(before.items().size(), after.items().size()); ++i)
        differences.append(path.item(int(i)));
}

void compare(const Value &before, const Value &after, const Path &path, QList<Path> &differences)
{
    if (before.isMap() && after.isMap())
        compareMaps(before, after, path, differences);
    else if (before.isList() && after.isList())
        compareLists(before, after, path, differences);
    else if (!(before == after))
        differences.append(path);
}

} // namespace

JobSpec::JobSpec() : m_root(Value::map()) { }

JobSpec::JobSpec(Value root) : m_root(std::move(root)) { }

const Value *JobSpec::find(const Path &path) const
{
    const Value *value = &m_root;
    for (const Step &step : path.steps()) {
        value = down(*value, step);
        if (!value)
            return nullptr;
    }
    return value;
}

QString JobSpec::text(const Path &path) const
{
    const Value *value = find(path);
    return value ? value->toText() : QString();
}

void JobSpec::set(const Path &path, Value value)
{
    put(m_root, path.steps(), std::move(value));
}

void JobSpec::remove(const Path &path)
{
    if (path.isEmpty())
        m_root = Value::map();
    else
        take(m_root, path.steps());
}

QList<Path> diff(const JobSpec &before, const JobSpec &after)
{
    QList<Path> differences;
    compare(before.root(), after.root(), Path(), differences);
    return differences;
}

} // namespace braketeer::job
