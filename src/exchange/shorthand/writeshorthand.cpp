#include "exchange/shorthand/writeshorthand.h"

#include "exchange/shorthand/grammar.h"
#include "exchange/textcheck.h"
#include "job/schema/schema.h"

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Member;
using job::Type;
using job::Value;

namespace {

bool isAsciiWordCharacter(QChar character)
{
    const char16_t unit = character.unicode();
    return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') || (unit >= u'0' && unit <= u'9');
}

/// A narrow class on purpose: each character of it was tried in every place.
bool standsBare(QStringView text)
{
    return !text.isEmpty() && isAsciiWordCharacter(text.front()) && text.back() != u' '
           && std::ranges::all_of(text, [](QChar character) {
                  return isAsciiWordCharacter(character) || QStringView(u" _.:/+=@-").contains(character);
              });
}

bool standsQuoted(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t character = text.at(i).unicode();
        if (character >= 0x20 && character < 0x7F && character != U'\\')
            continue;
        if (QChar::isHighSurrogate(character) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            character = QChar::surrogateToUcs4(char16_t(character), text.at(++i).unicode());
        if (character == U'\\' || isHidden(character))
            return false;
    }
    return true;
}

bool isPlainInteger(QStringView text)
{
    return !text.isEmpty() && (text.front() != u'0' || text.size() == 1)
           && std::ranges::all_of(text, [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
}

bool isSafeKey(const QString &key)
{
    // A key at the start of an argument must not make it an option.
    return !key.isEmpty() && !key.startsWith(u'-')
           && std::ranges::all_of(key, [](QChar character) { return isShorthandKeyCharacter(character.unicode()); });
}

/// The row of a member or map key; null for members that the model does not know.
const Member *childOf(const Member &parent, const QString &key)
{
    const QString path = QString::fromLatin1(parent.path);
    return job::findMember(parent.type == Type::Map ? path + ".{}"_L1 : path + u'.' + key);
}

bool isSafeMember(const Value &value, const Member *member)
{
    const Type type = member ? member->type : Type::Text;
    switch (value.kind()) {
    case Value::Kind::Text:
        return (type == Type::Text || type == Type::Enum)
               && (standsBare(value.toText()) || standsQuoted(value.toText()));
    case Value::Kind::Number:
        return type == Type::Integer && isPlainInteger(value.toText());
    case Value::Kind::Map:
        return member && (type == Type::Structure || type == Type::Map) && isSafeInShorthand(value, *member);
    default:
        return false;
    }
}

QString memberText(const Value &value)
{
    if (value.isMap())
        return u'{' + writeShorthand(value) + u'}';
    if (value.isNumber() || standsBare(value.toText()))
        return value.toText();
    QString text = value.toText();
    return u'\'' + text.replace(u'\'', "\\'"_L1) + u'\'';
}

} // namespace

bool isSafeInShorthand(const Value &value, const Member &member)
{
    return value.isMap() && !value.entries().isEmpty()
           && std::ranges::all_of(value.entries(), [&member](const Value::Entry &entry) {
                  return isSafeKey(entry.key) && isSafeMember(entry.value, childOf(member, entry.key));
              });
}

QString writeShorthand(const Value &value)
{
    QString text;
    for (const Value::Entry &entry : value.entries()) {
        if (!text.isEmpty())
            text += u',';
        text += entry.key + u'=' + memberText(entry.value);
    }
    return text;
}

} // namespace braketeer::exchange
