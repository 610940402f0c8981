#include "exchange/import/literaltable.h"

#include "exchange/json/readjson.h"
#include "exchange/shorthand/pythoninteger.h"

namespace braketeer::exchange {

using job::Value;

namespace {

constexpr qsizetype mostNodes = 200000;
constexpr int deepest = 150;

} // namespace

bool LiteralBudget::affords(const Value &value, int depth)
{
    int own = 0;
    m_spent += measure(value, own);
    return m_spent <= mostNodes && depth + own <= deepest;
}

/// The number of values in `value`, and how deep they are nested.
qsizetype LiteralBudget::measure(const Value &value, int &depth)
{
    qsizetype count = 1;
    int deepestChild = 0;
    const auto add = [&](const Value &child) {
        int below = 0;
        count += measure(child, below);
        deepestChild = qMax(deepestChild, below);
    };
    for (const Value &item : value.items())
        add(item);
    for (const Value::Entry &entry : value.entries())
        add(entry.value);
    depth = deepestChild + 1;
    return count;
}

Value literalNumber(QString text)
{
    if (const auto integer = readPythonInteger(text))
        return Value::number(*integer);
    text.remove(u'_');
    bool isInteger = false;
    const qint64 based = text.toLongLong(&isInteger, 0);
    if (isInteger)
        return Value::number(based);
    for (const QString &attempt : {text, QString::number(text.toDouble(), 'g', 17)}) {
        const core::Result<Value> number = readJson(attempt.toLatin1());
        if (number && number->isNumber())
            return *number;
    }
    return Value::text(text);
}

} // namespace braketeer::exchange
