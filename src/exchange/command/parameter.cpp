#include "exchange/command/parameter.h"

#include "exchange/json/writejson.h"
#include "exchange/shorthand/writeshorthand.h"
#include "exchange/textcheck.h"
#include "job/schema/schema.h"

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Member;
using job::Type;
using job::Value;

namespace {

/// Version 1 of the AWS CLI fetches URLs, too.
bool looksLikeReference(const QString &text)
{
    static const QStringList prefixes{u"file://"_s, u"fileb://"_s, u"http://"_s, u"https://"_s};
    return std::ranges::any_of(prefixes, [&text](const QString &prefix) { return text.startsWith(prefix); });
}

bool hasHiddenCharacters(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return std::ranges::any_of(characters, [](uint character) { return isHidden(character); });
}

std::optional<Parameter> writeText(const Value &value, const Value &shown)
{
    if (!value.isText() || looksLikeReference(value.toText()) || hasHiddenCharacters(value.toText()))
        return std::nullopt;
    return Parameter{{shown.toText()}, value.toText().startsWith(u'-')};
}

std::optional<Parameter> writeInteger(const Value &value)
{
    const std::optional<qint64> number = value.toInteger();
    if (!number || QString::number(*number) != value.toText())
        return std::nullopt;
    return Parameter{{value.toText()}, *number < 0};
}

/// A key such as "file://x" could make the whole argument a reference.
bool isSafeArgument(const Value &value, const Member &member)
{
    return isSafeInShorthand(value, member) && !looksLikeReference(value.entries().constFirst().key);
}

std::optional<Parameter> writeObject(const Member &option, const Value &value, const Value &shown)
{
    if (!value.isMap())
        return std::nullopt;
    return Parameter{{isSafeArgument(value, option) ? writeShorthand(shown) : jsonText(shown, JsonForm::Compact)}};
}

std::optional<Parameter> writeList(const Member &option, const Value &value, const Value &shown)
{
    if (!value.isList())
        return std::nullopt;
    const auto &children = job::childrenOf(QString::fromLatin1(option.path));
    const bool shorthand = !value.items().isEmpty() && !children.isEmpty()
                           && std::ranges::all_of(value.items(), [&children](const Value &item) {
                                  return isSafeArgument(item, *children.constFirst());
                              });
    if (!shorthand)
        return Parameter{{jsonText(shown, JsonForm::Compact)}};
    Parameter parameter;
    for (const Value &item : shown.items())
        parameter.arguments << writeShorthand(item);
    return parameter;
}

} // namespace

std::optional<Parameter> writeParameter(const Member &option, const Value &value, const Value &shown)
{
    switch (option.type) {
    case Type::Text:
    case Type::Enum:
        return writeText(value, shown);
    case Type::Integer:
        return writeInteger(value);
    case Type::Structure:
    case Type::Map:
        return writeObject(option, value, shown);
    case Type::List:
        return writeList(option, value, shown);
    }
    return std::nullopt;
}

const Member *findTopLevelMember(QStringView key)
{
    const auto &members = job::childrenOf({});
    const auto found = std::ranges::find_if(members, [key](const Member *member) { return job::name(*member) == key; });
    return found == members.cend() ? nullptr : *found;
}

} // namespace braketeer::exchange
