#include "exchange/import/documents/skeletonvalues.h"

#include "job/schema/schema.h"

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

bool isPlaceholderMap(const Value *value)
{
    const Value *key = value && value->isMap() ? value->find(u"KeyName") : nullptr;
    return key && key->isText() && key->toText().isEmpty();
}

bool isPlaceholder(const Value &value)
{
    return (value.isText() && value.toText().isEmpty()) || (value.isNumber() && value.toText() == u"0");
}

bool isEnumeration(const QString &schemaPath)
{
    const job::Member *member = job::findMember(schemaPath);
    return member && member->type == job::Type::Enum;
}

/// `value` without its placeholders; null when nothing else is in it.
std::optional<Value> filled(const Value &value, const QString &schemaPath, int &removed);

std::optional<Value> filledList(const Value &value, const QString &schemaPath, int &removed)
{
    QList<Value> items;
    for (const Value &item : value.items()) {
        if (auto kept = filled(item, schemaPath + u"[]"_s, removed))
            items.append(std::move(*kept));
    }
    return items.isEmpty() ? std::nullopt : std::optional(Value::list(std::move(items)));
}

std::optional<Value> filledMap(const Value &value, const QString &schemaPath, int &removed)
{
    QList<Value::Entry> entries;
    bool onlyEnumerations = true;
    for (const Value::Entry &entry : value.entries()) {
        const QString path = schemaPath.isEmpty() ? entry.key : schemaPath + u'.' + entry.key;
        const bool isKeyName = entry.key == u"KeyName" && isPlaceholder(entry.value);
        auto kept = isKeyName ? std::nullopt : filled(entry.value, path, removed);
        if (isKeyName)
            ++removed;
        if (!kept)
            continue;
        onlyEnumerations = onlyEnumerations && isEnumeration(path);
        entries.append({entry.key, std::move(*kept)});
    }
    const bool hadMore = entries.size() < value.entries().size();
    if (entries.isEmpty() || (onlyEnumerations && hadMore)) {
        removed += int(entries.size());
        return std::nullopt;
    }
    return Value::map(std::move(entries));
}

std::optional<Value> filled(const Value &value, const QString &schemaPath, int &removed)
{
    if (value.isMap())
        return filledMap(value, schemaPath, removed);
    if (value.isList())
        return filledList(value, schemaPath, removed);
    if (!isPlaceholder(value))
        return value;
    ++removed;
    return std::nullopt;
}

} // namespace

bool isSkeleton(const job::JobSpec &spec)
{
    return isPlaceholderMap(spec.root().find(u"hyperParameters")) || isPlaceholderMap(spec.root().find(u"tags"));
}

int removePlaceholders(job::JobSpec &spec)
{
    int removed = 0;
    spec = job::JobSpec(filled(spec.root(), {}, removed).value_or(Value::map()));
    return removed;
}

} // namespace braketeer::exchange
