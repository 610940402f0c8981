#pragma once

#include "job/value.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// A document for tests of this room, which has no reader of its own. Whole numbers and short fractions keep their
/// text.
namespace braketeer::job::test {

inline Value fromJson(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Bool:
        return Value::boolean(json.toBool());
    case QJsonValue::Double:
        return Value::number(QString::number(json.toDouble(), 'g', 17));
    case QJsonValue::String:
        return Value::text(json.toString());
    case QJsonValue::Array: {
        QList<Value> items;
        for (const QJsonValue item : json.toArray())
            items.append(fromJson(item));
        return Value::list(items);
    }
    case QJsonValue::Object: {
        QList<Value::Entry> entries;
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            entries.append({it.key(), fromJson(it.value())});
        return Value::map(entries);
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

/// The value of a JSON text with single quotes for double ones: "{'jobName': 'a'}".
inline Value fromText(QByteArray text)
{
    text.replace('\'', '"');
    return fromJson(QJsonDocument::fromJson("[" + text + "]").array().first());
}

} // namespace braketeer::job::test
