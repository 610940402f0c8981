#include "job/rules/modelmessages.h"

#include "job/rules/say.h"
#include "job/schema/schema.h"

namespace braketeer::job::rules {
namespace {

QString exampleOf(const Member &member)
{
    constexpr qsizetype wholeAddress = 200;
    return quoted(QLatin1StringView(member.example).toString(), wholeAddress);
}

} // namespace

QString kindOf(const Value &value)
{
    switch (value.kind()) {
    case Value::Kind::Null:
        return Rules::tr("null");
    case Value::Kind::Boolean:
        return value.toBoolean() ? Rules::tr("true") : Rules::tr("false");
    case Value::Kind::Number:
        return Rules::tr("the number %1").arg(value.toText().left(40));
    case Value::Kind::Text:
        return Rules::tr("the text %1").arg(quoted(value.toText()));
    case Value::Kind::List:
        return Rules::tr("a list");
    case Value::Kind::Map:
        return Rules::tr("a structure");
    }
    return {};
}

QString wantedKind(Type type)
{
    switch (type) {
    case Type::Structure:
        return Rules::tr("a structure of named members");
    case Type::List:
        return Rules::tr("a list");
    case Type::Map:
        return Rules::tr("a map of names to texts");
    case Type::Text:
    case Type::Enum:
        return Rules::tr("a text");
    case Type::Integer:
        return Rules::tr("a whole number");
    }
    return {};
}

QString patternSentence(const Member &member, const QString &text)
{
    if (text.contains(u'\n'))
        return Rules::tr("%1 holds a line break: write it on one line.").arg(label(member));
    return Rules::tr("%1 cannot be %2: write it in the form of %3.")
        .arg(label(member), quoted(text), exampleOf(member));
}

QString emptySentence(const Member &member)
{
    if (member.required)
        return Rules::tr("%1 is empty, and needs at least %2 character: write it like %3.")
            .arg(label(member), QString::number(member.length.min), exampleOf(member));
    return Rules::tr("%1 is empty, and needs at least %2 character: fill it in, or remove it.")
        .arg(label(member), QString::number(member.length.min));
}

QString missingSentence(const Member &member)
{
    return Rules::tr("%1 is missing, and is required: write it like %2.").arg(label(member), exampleOf(member));
}

} // namespace braketeer::job::rules
