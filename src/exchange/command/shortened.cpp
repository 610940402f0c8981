#include "exchange/command/shortened.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

/// Room for the note itself.
constexpr qsizetype noteSize = 40;

QString shortenedText(const QString &text, qsizetype maximum)
{
    qsizetype end = qMax<qsizetype>(maximum - noteSize, 1);
    if (text.at(end - 1).isHighSurrogate())
        --end;
    return text.left(end) + u"… "_s
           + QCoreApplication::translate("CommandPreview", "[%n more character(s)]", nullptr, int(text.size() - end));
}

} // namespace

Value shortened(const Value &value, qsizetype maximum, bool &cut)
{
    switch (value.kind()) {
    case Value::Kind::Text:
        if (value.toText().size() <= maximum)
            return value;
        cut = true;
        return Value::text(shortenedText(value.toText(), maximum));
    case Value::Kind::List: {
        QList<Value> items;
        for (const Value &item : value.items())
            items.append(shortened(item, maximum, cut));
        return Value::list(std::move(items));
    }
    case Value::Kind::Map: {
        QList<Value::Entry> entries;
        for (const Value::Entry &entry : value.entries())
            entries.append({entry.key, shortened(entry.value, maximum, cut)});
        return Value::map(std::move(entries));
    }
    default:
        return value;
    }
}

} // namespace braketeer::exchange
