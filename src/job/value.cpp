#include "job/value.h"

#include <algorithm>

namespace braketeer::job {
namespace {

bool sameMembers(const QList<Value::Entry> &left, const Value &right)
{
    const QList<Value::Entry> &others = right.entries();
    for (qsizetype i = 0; i < left.size(); ++i) {
        const Value::Entry &entry = left.at(i);
        // Nearly always the same place; the search is for documents written in another order.
        const Value *other = others.at(i).key == entry.key ? &others.at(i).value : right.find(entry.key);
        if (!other || !(*other == entry.value))
            return false;
    }
    return true;
}

} // namespace

Value::Value() = default;
Value::Value(const Value &) = default;
Value::Value(Value &&) noexcept = default;
Value &Value::operator=(const Value &) = default;
Value &Value::operator=(Value &&) noexcept = default;
Value::~Value() = default;

Value Value::boolean(bool value)
{
    Value result;
    result.m_kind = Kind::Boolean;
    result.m_boolean = value;
    return result;
}

Value Value::number(QString text)
{
    Value result;
    result.m_kind = Kind::Number;
    result.m_text = std::move(text);
    return result;
}

Value Value::number(qint64 value)
{
    return number(QString::number(value));
}

Value Value::text(QString text)
{
    Value result;
    result.m_kind = Kind::Text;
    result.m_text = std::move(text);
    return result;
}

Value Value::list(QList<Value> items)
{
    Value result;
    result.m_kind = Kind::List;
    result.m_items = std::move(items);
    return result;
}

Value Value::map(QList<Entry> entries)
{
    Value result;
    result.m_kind = Kind::Map;
    result.m_entries = std::move(entries);
    return result;
}

std::optional<qint64> Value::toInteger() const
{
    if (!isNumber())
        return std::nullopt;
    bool fits = false;
    const qint64 number = m_text.toLongLong(&fits);
    return fits ? std::optional(number) : std::nullopt;
}

const Value *Value::find(QStringView key) const
{
    const auto found = std::ranges::find_if(m_entries, [key](const Entry &entry) { return entry.key == key; });
    return found == m_entries.cend() ? nullptr : &found->value;
}

Value *Value::find(QStringView key)
{
    const Value *found = std::as_const(*this).find(key);
    if (!found)
        return nullptr;
    const auto place = std::ranges::find_if(m_entries, [key](const Entry &entry) { return entry.key == key; });
    return &place->value;
}

void Value::insert(QString key, Value value)
{
    if (Value *present = find(key))
        *present = std::move(value);
    else
        m_entries.append(Entry{std::move(key), std::move(value)});
}

bool Value::erase(QStringView key)
{
    return m_entries.removeIf([key](const Entry &entry) { return entry.key == key; }) > 0;
}

bool operator==(const Value &left, const Value &right)
{
    if (left.m_kind != right.m_kind || left.m_entries.size() != right.m_entries.size())
        return false;
    return left.m_boolean == right.m_boolean && left.m_text == right.m_text && left.m_items == right.m_items
           && sameMembers(left.m_entries, right);
}

} // namespace braketeer::job
