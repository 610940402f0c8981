#include "exchange/shorthand/readshorthand.h"

#include "exchange/shorthand/pythoninteger.h"
#include "job/schema/schema.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using job::Value;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Shorthand)
};

core::Result<Value> fitMembers(Value value, const QList<const job::Member *> &members)
{
    for (const job::Member *member : members) {
        Value *present = value.find(QString(job::name(*member)));
        if (!present)
            continue;
        core::Result<Value> fitted = fitToModel(std::move(*present), *member);
        if (!fitted)
            return fitted;
        *present = std::move(*fitted);
    }
    return value;
}

core::Result<Value> fitItems(Value value, const job::Member &item)
{
    for (Value &present : value.items()) {
        core::Result<Value> fitted = fitToModel(std::move(present), item);
        if (!fitted)
            return fitted;
        present = std::move(*fitted);
    }
    return value;
}

core::Result<Value> fitInteger(const Value &value, const job::Member &member)
{
    const std::optional<QString> number = value.isText() ? readPythonInteger(value.toText()) : std::nullopt;
    if (!number)
        return core::fail(core::Error::Kind::Usage,
                          Text::tr("%1 takes a whole number, not “%2”. Write digits only.")
                              .arg(QString::fromLatin1(member.path), value.toText().left(60)));
    return Value::number(*number);
}

} // namespace

core::Result<Value> fitToModel(Value value, const job::Member &member)
{
    const auto &children = job::childrenOf(QString::fromLatin1(member.path));
    switch (member.type) {
    case job::Type::Structure:
        return value.isMap() ? fitMembers(std::move(value), children) : value;
    case job::Type::List:
        if (!value.isList())
            return Value::list({std::move(value)});
        return children.isEmpty() ? value : fitItems(std::move(value), *children.first());
    case job::Type::Integer:
        return fitInteger(value, member);
    case job::Type::Map: // its values are texts, which the syntax has given already
    case job::Type::Text:
    case job::Type::Enum:
        return value;
    }
    return value;
}

core::Result<Value> readShorthand(QStringView text, const job::Member &option, const FileReader &readFile)
{
    core::Result<Value> value = parseShorthand(text, readFile);
    return value ? fitToModel(std::move(*value), option) : value;
}

} // namespace braketeer::exchange
