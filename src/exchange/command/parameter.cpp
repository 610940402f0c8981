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

std::optional<Parameter> writeText(const Value &value, const Value &shown)
{
    if (!value.isText() || looksLikeReference(value.toText()) || hasHidden(value.toText()))
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

std::optional<Parameter> shorthandObject(const Member &option, const Value &value, const Value &shown)
{
    if (!isSafeArgument(value, option))
        return std::nullopt;
    return Parameter{{writeShorthand(shown)}};
}

std::optional<Parameter> shorthandList(const Member &option, const Value &value, const Value &shown)
{
    const auto &children = job::childrenOf(QString::fromLatin1(option.path));
    const bool safe = !value.items().isEmpty() && !children.isEmpty()
                      && std::ranges::all_of(value.items(), [&children](const Value &item) {
                             return isSafeArgument(item, *children.constFirst());
                         });
    if (!safe)
        return std::nullopt;
    Parameter parameter;
    for (const Value &item : shown.items())
        parameter.arguments << writeShorthand(item);
    return parameter;
}

std::optional<Parameter> json(const Value &value, const Value &shown, Notation notation)
{
    if (notation == Notation::HardenedJson)
        return Parameter{{jsonText(shown, JsonForm::Hardened)}};
    if (hasHidden(value))
        return std::nullopt;
    return Parameter{{jsonText(shown, JsonForm::Compact)}};
}

} // namespace

std::optional<Parameter> writeParameter(const Member &option, const Value &value, const Value &shown, Notation notation)
{
    const bool isShorthand = notation == Notation::Shorthand;
    switch (option.type) {
    case Type::Text:
    case Type::Enum:
        return isShorthand ? writeText(value, shown) : std::nullopt;
    case Type::Integer:
        return isShorthand ? writeInteger(value) : std::nullopt;
    case Type::Structure:
    case Type::Map:
        if (!value.isMap())
            return std::nullopt;
        return isShorthand ? shorthandObject(option, value, shown) : json(value, shown, notation);
    case Type::List:
        if (!value.isList())
            return std::nullopt;
        return isShorthand ? shorthandList(option, value, shown) : json(value, shown, notation);
    }
    return std::nullopt;
}

bool hasHidden(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t character = text.at(i).unicode();
        if (character >= 0x20 && character < 0x7F)
            continue;
        if (QChar::isHighSurrogate(character) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            character = QChar::surrogateToUcs4(char16_t(character), text.at(++i).unicode());
        if (isHidden(character))
            return true;
    }
    return false;
}

bool hasHidden(const Value &value)
{
    return (value.isText() && hasHidden(value.toText()))
           || std::ranges::any_of(value.items(), [](const Value &item) { return hasHidden(item); })
           || std::ranges::any_of(value.entries(), [](const Value::Entry &entry) {
                  return hasHidden(entry.key) || hasHidden(entry.value);
              });
}

const Member *findTopLevelMember(QStringView key)
{
    const auto &members = job::childrenOf({});
    const auto found = std::ranges::find_if(members, [key](const Member *member) { return job::name(*member) == key; });
    return found == members.cend() ? nullptr : *found;
}

} // namespace braketeer::exchange
