#include "cli/output/text.h"

#include <QMap>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace braketeer::cli {
namespace {

using job::Value;

bool isScalar(const Value &value)
{
    return !value.isMap() && !value.isList();
}

QString scalarText(const Value &value)
{
    if (value.isNull())
        return QStringLiteral("None");
    if (value.isBoolean())
        return value.toBoolean() ? QStringLiteral("True") : QStringLiteral("False");
    return value.toText();
}

QMap<QString, Value> sortedByKey(const Value &map)
{
    QMap<QString, Value> sorted;
    for (const Value::Entry &entry : map.entries())
        sorted.insert(entry.key, entry.value);
    return sorted;
}

class TextWriter final
{
public:
    void write(const Value &value, const QString &name, const QStringList *columns)
    {
        if (value.isMap())
            writeMap(value, name, columns);
        else if (value.isList())
            writeList(value.items(), name);
        else
            line({scalarText(value)});
    }

    QString text() const { return m_text; }

private:
    void line(const QStringList &cells) { m_text += cells.join(u'\t') + u'\n'; }

    void writeMap(const Value &map, const QString &name, const QStringList *columns)
    {
        const auto members = sortedByKey(map);
        QStringList scalars;
        QStringList nested;
        if (columns) {
            for (const QString &column : *columns)
                scalars << (members.contains(column) ? scalarText(members.value(column)) : QString());
        }
        for (auto member = members.cbegin(); member != members.cend(); ++member) {
            if (columns && columns->contains(member.key()))
                continue;
            if (isScalar(member.value()))
                scalars << scalarText(member.value());
            else
                nested << member.key();
        }
        if (!scalars.isEmpty())
            line(name.isEmpty() ? scalars : QStringList{name.toUpper()} + scalars);
        for (const QString &key : std::as_const(nested))
            write(members.value(key), key, nullptr);
    }

    void writeList(const QList<Value> &items, const QString &name)
    {
        const bool hasMaps = std::any_of(items.begin(), items.end(), [](const Value &v) { return v.isMap(); });
        if (hasMaps) {
            const QStringList columns = commonColumns(items);
            for (const Value &item : items)
                write(item, name, item.isMap() ? &columns : nullptr);
            return;
        }
        QStringList scalars;
        for (const Value &item : items) {
            if (isScalar(item))
                scalars << scalarText(item);
        }
        if (name.isEmpty() && !scalars.isEmpty())
            line(scalars);
        else
            for (const QString &scalar : std::as_const(scalars))
                line({name.toUpper(), scalar});
        for (const Value &item : items) {
            if (!isScalar(item))
                write(item, name, nullptr);
        }
    }

    /// Every key that is a scalar in at least one of the maps, so that the columns of all lines agree.
    static QStringList commonColumns(const QList<Value> &items)
    {
        QSet<QString> keys;
        for (const Value &item : items) {
            for (const Value::Entry &entry : item.entries()) {
                if (isScalar(entry.value))
                    keys.insert(entry.key);
            }
        }
        QStringList sorted(keys.cbegin(), keys.cend());
        sorted.sort();
        return sorted;
    }

    QString m_text;
};

} // namespace

QString formatText(const Value &value)
{
    TextWriter writer;
    writer.write(value, {}, nullptr);
    return writer.text();
}

} // namespace braketeer::cli
