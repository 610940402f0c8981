#include "sandbox/braket/modelerrors.h"

#include "job/schema/schema.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

QString numberText(const QJsonValue &json)
{
    const QVariant value = json.toVariant();
    return value.typeId() == QMetaType::LongLong ? QString::number(value.toLongLong())
                                                 : QString::number(json.toDouble(), 'g', 17);
}

QString enumValues(const job::Member &member)
{
    QStringList values;
    for (const char *value : member.values)
        values.append(QLatin1StringView(value));
    return values.join(u", ");
}

QString sizeConstraint(const job::Finding &finding, const job::Member &member)
{
    const job::Limits limits = member.length;
    if (finding.constraint == "minLength"_L1 || finding.constraint == "minItems"_L1)
        return u"Member must have length greater than or equal to %1"_s.arg(limits.min);
    if (finding.constraint == "maxLength"_L1 || finding.constraint == "maxItems"_L1)
        return u"Member must have length less than or equal to %1"_s.arg(limits.max);
    if (finding.constraint == "min"_L1)
        return u"Member must have value greater than or equal to %1"_s.arg(limits.min);
    if (finding.constraint == "max"_L1)
        return u"Member must have value less than or equal to %1"_s.arg(limits.max);
    return {};
}

QString constraintText(const job::Finding &finding)
{
    if (finding.constraint == "required"_L1)
        return u"Member must not be null"_s;
    if (finding.constraint == "unknown"_L1)
        return u"Member is not known"_s;
    if (finding.constraint == "type"_L1)
        return u"Member must have its declared type"_s;
    const job::Member *member = job::findMember(finding.path.schemaPath());
    if (!member)
        return u"Member must be valid"_s;
    if (finding.constraint == "enum"_L1)
        return u"Member must satisfy enum value set: [%1]"_s.arg(enumValues(*member));
    if (finding.constraint == "pattern"_L1 && member->pattern && finding.key.isEmpty())
        return u"Member must satisfy regular expression pattern: %1"_s.arg(QLatin1StringView(member->pattern));
    const QString size = sizeConstraint(finding, *member);
    return size.isEmpty() ? u"Member must be valid"_s : size;
}

} // namespace

job::Value toValue(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Bool:
        return job::Value::boolean(json.toBool());
    case QJsonValue::Double:
        return job::Value::number(numberText(json));
    case QJsonValue::String:
        return job::Value::text(json.toString());
    case QJsonValue::Array: {
        QList<job::Value> items;
        for (const auto &item : json.toArray())
            items.append(toValue(item));
        return job::Value::list(std::move(items));
    }
    case QJsonValue::Object: {
        QList<job::Value::Entry> entries;
        const QJsonObject object = json.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            entries.append({member.key(), toValue(member.value())});
        return job::Value::map(std::move(entries));
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

QString modelErrors(const job::Findings &findings)
{
    QStringList errors;
    for (const job::Finding &finding : findings)
        if (finding.severity == job::Severity::Error)
            errors.append(u"Value at '%1' failed to satisfy constraint: %2"_s.arg(finding.path.toString(),
                                                                                  constraintText(finding)));
    if (errors.isEmpty())
        return {};
    return u"%1 validation error%2 detected: %3"_s.arg(QString::number(errors.size()),
                                                       errors.size() == 1 ? QString() : u"s"_s, errors.join(u"; "));
}

} // namespace braketeer::sandbox
