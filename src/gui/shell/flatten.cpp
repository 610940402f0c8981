#include "gui/shell/flatten.h"

#include "job/schema/schema.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

/// The schema's label, the key of a map, or the number of an item.
QString labelOf(const job::Path &path)
{
    const job::Step &last = path.steps().constLast();
    const job::Member *const row = job::findMember(path.schemaPath());
    if (last.index >= 0)
        return u"%1 %2"_s.arg(row ? job::label(*row) : QString()).arg(last.index + 1).trimmed();
    return row && job::name(*row) != "{}"_L1 ? job::label(*row) : last.name;
}

/// What stands before the labels of everything below `path`: items and maps say what they are, structures are known by
/// their members.
QString groupOf(const job::Path &path, const QString &above)
{
    const job::Member *const row = path.isEmpty() ? nullptr : job::findMember(path.schemaPath());
    const bool names = !path.isEmpty() && (path.steps().constLast().index >= 0 || !row || row->type == job::Type::Map);
    if (!names)
        return above;
    return above.isEmpty() ? labelOf(path) : u"%1 · %2"_s.arg(above, labelOf(path));
}

/// Members in the form's order, then those that the schema does not know.
QStringList orderedKeys(const job::Path &path, const job::Value &map)
{
    QStringList keys;
    for (const job::Member *row : job::childrenOf(path.isEmpty() ? QString() : path.schemaPath())) {
        const QString name(job::name(*row));
        if (map.find(name))
            keys.append(name);
    }
    for (const job::Value::Entry &entry : map.entries()) {
        if (!keys.contains(entry.key))
            keys.append(entry.key);
    }
    return keys;
}

QString textOf(const job::Value &value)
{
    switch (value.kind()) {
    case job::Value::Kind::Null:
        return u"null"_s;
    case job::Value::Kind::Boolean:
        return value.toBoolean() ? u"true"_s : u"false"_s;
    case job::Value::Kind::List:
        return u"[]"_s;
    case job::Value::Kind::Map:
        return u"{}"_s;
    case job::Value::Kind::Number:
    case job::Value::Kind::Text:
        return value.toText();
    }
    return {};
}

void collect(const job::Value &value, const job::Path &path, const QString &above, QList<FlatMember> &into)
{
    if (value.isMap() && !value.entries().isEmpty()) {
        const QString group = groupOf(path, above);
        const QStringList keys = orderedKeys(path, value);
        for (const QString &key : keys)
            collect(*value.find(key), path.child(key), group, into);
    } else if (value.isList() && !value.items().isEmpty()) {
        for (qsizetype at = 0; at < value.items().size(); ++at)
            collect(value.items().at(at), path.item(int(at)), above, into);
    } else if (!path.isEmpty()) {
        const QString own = labelOf(path);
        into.append({path, above.isEmpty() ? own : u"%1 · %2"_s.arg(above, own), textOf(value)});
    }
}

} // namespace

QList<FlatMember> flatten(const job::JobSpec &spec)
{
    QList<FlatMember> members;
    collect(spec.root(), {}, {}, members);
    return members;
}

} // namespace braketeer::gui
