#include "job/rules/model.h"

#include "job/rules/modelfixes.h"
#include "job/rules/modelmessages.h"
#include "job/rules/pattern.h"
#include "job/rules/say.h"
#include "job/schema/schema.h"

#include <QRegularExpression>

#include <algorithm>

namespace braketeer::job::rules {

using namespace Qt::StringLiterals;

namespace {

QString number(qint64 value)
{
    return QString::number(value);
}

bool isWholeNumber(const Value &value)
{
    static const QRegularExpression whole(uR"(\A-?[0-9]+\z)"_s);
    return value.isNumber() && whole.match(value.toText()).hasMatch();
}

bool hasType(const Value &value, Type type)
{
    switch (type) {
    case Type::Structure:
    case Type::Map:
        return value.isMap();
    case Type::List:
        return value.isList();
    case Type::Text:
    case Type::Enum:
        return value.isText();
    case Type::Integer:
        return isWholeNumber(value);
    }
    return false;
}

/// The nearest number of 64 bits, so that a limit can be compared with it.
qint64 clamped(const QString &digits)
{
    bool fits = false;
    const qint64 value = digits.toLongLong(&fits);
    if (fits)
        return value;
    return digits.startsWith(u'-') ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
}

bool holds(std::span<const char *const> values, const QString &text)
{
    return std::ranges::any_of(values, [&text](const char *value) { return text == QLatin1StringView(value); });
}

bool isKnown(const QList<const Member *> &members, const QString &key)
{
    return std::ranges::any_of(members, [&key](const Member *member) { return key == name(*member); });
}

QList<const Member *> absentFrom(const Value &parent, const QList<const Member *> &members)
{
    QList<const Member *> absent;
    std::ranges::copy_if(members, std::back_inserter(absent),
                         [&parent](const Member *member) { return !parent.find(name(*member).toString()); });
    return absent;
}

/// AWS adds instance types without notice: what is formed like one may exist by now.
bool mayExist(const Member &member, const QString &text)
{
    static const QRegularExpression instanceType(uR"(\Aml\.[a-z0-9-]+(\.[a-z0-9-]+)?\z)"_s);
    return QLatin1StringView(member.path) == "instanceConfig.instanceType"_L1 && instanceType.match(text).hasMatch();
}

} // namespace

void Model::document(const Value &root)
{
    m_root = &root;
    if (!root.isMap()) {
        m_findings.append({u"S-type"_s,
                           {},
                           Severity::Error,
                           {},
                           u"type"_s,
                           {},
                           Rules::tr("A job document must be a structure of named members, but this is %1: start with "
                                     "“jobName”, “roleArn” and the others.")
                               .arg(kindOf(root)),
                           {}});
        return;
    }
    structure(childrenOf(u""), root, {});
}

void Model::topLevel(const Value &root, const QString &name)
{
    m_root = &root;
    const Member *member = findMember(name);
    const Value *present = root.find(name);
    const Path path = Path().child(name);
    if (present && member)
        value(*member, *present, path);
    else if (present)
        unknownTopLevel(root, name);
    else if (member && member->required)
        missing(*member, path);
}

void Model::unknownTopLevel(const Value &root, const QString &name)
{
    const QList<const Member *> &members = childrenOf(u"");
    QList<const Member *> absent = absentFrom(root, members);
    for (const Value::Entry &entry : root.entries()) {
        if (entry.key == name)
            break;
        if (!isKnown(members, entry.key)) // and comes before, so that the name it means is offered there
            absent.removeOne(memberMeant(absent, entry.key));
    }
    unknown(absent, name, root, {});
}

void Model::value(const Member &member, const Value &value, const Path &path)
{
    if (!hasType(value, member.type)) {
        report(
            member, "type", path,
            Rules::tr("%1 must be %2, but here it is %3.").arg(label(member), wantedKind(member.type), kindOf(value)),
            fixForType(member, value, path));
        // The number or truth value that somebody wrote for a map's text is a case the rule list knows.
        if (QLatin1StringView(member.path).endsWith(".{}"_L1) && (value.isNumber() || value.isBoolean()))
            m_findings.last().rule = u"V85"_s;
        return;
    }
    switch (member.type) {
    case Type::Structure:
        return structure(childrenOf(QLatin1StringView(member.path).toString()), value, path);
    case Type::List:
        return list(member, value, path);
    case Type::Map:
        return map(member, value, path);
    case Type::Text:
        return text(member, value.toText(), path);
    case Type::Enum:
        return enumeration(member, value.toText(), path);
    case Type::Integer:
        return integer(member, value.toText(), path);
    }
}

void Model::structure(const QList<const Member *> &members, const Value &parent, const Path &path)
{
    for (const Member *member : members) {
        const QString memberName = name(*member).toString();
        if (const Value *present = parent.find(memberName))
            value(*member, *present, path.child(memberName));
        else if (member->required)
            missing(*member, path.child(memberName));
    }
    QList<const Member *> absent = absentFrom(parent, members);
    for (const Value::Entry &entry : parent.entries()) {
        if (!isKnown(members, entry.key))
            unknown(absent, entry.key, parent, path);
    }
}

void Model::list(const Member &member, const Value &list, const Path &path)
{
    const qsizetype count = list.items().size();
    if (member.length.max >= 0 && count > member.length.max)
        report(member, "maxItems", path,
               Rules::tr("%1 has %2 entries, and at most %3 are allowed: remove %4.")
                   .arg(label(member), number(count), number(member.length.max), number(count - member.length.max)));
    if (count < member.length.min)
        report(member, "minItems", path,
               Rules::tr("%1 has %2 entries, and at least %3 are needed.")
                   .arg(label(member), number(count), number(member.length.min)));
    const Member &item = *childrenOf(QLatin1StringView(member.path).toString()).first();
    for (qsizetype i = 0; i < count; ++i)
        value(item, list.items().at(i), path.item(int(i)));
}

void Model::map(const Member &member, const Value &map, const Path &path)
{
    const qsizetype count = map.entries().size();
    if (member.length.max >= 0 && count > member.length.max)
        report(member, "maxItems", path,
               Rules::tr("%1 has %2 entries, and at most %3 are allowed: remove %4.")
                   .arg(label(member), number(count), number(member.length.max), number(count - member.length.max)));
    const Member &item = *childrenOf(QLatin1StringView(member.path).toString()).first();
    for (const Value::Entry &entry : map.entries()) {
        key(member, entry.key, path);
        value(item, entry.value, path.child(entry.key));
    }
}

void Model::key(const Member &member, const QString &key, const Path &path)
{
    const qsizetype length = codePoints(key);
    if (length < member.keyLength.min) {
        report(member, "minLength", path,
               Rules::tr("A name in %1 is empty: give it at least %2 characters.")
                   .arg(label(member), number(member.keyLength.min)));
        m_findings.last().key = key;
    }
    if (member.keyLength.max >= 0 && length > member.keyLength.max) {
        report(member, "maxLength", path,
               Rules::tr("The name %1 in %2 has %3 characters, and at most %4 are allowed: shorten it.")
                   .arg(quoted(key), label(member), number(length), number(member.keyLength.max)));
        m_findings.last().key = key;
    }
}

void Model::text(const Member &member, const QString &text, const Path &path)
{
    // Counting code points is for the rare text that is longer than its limit in UTF-16.
    const bool isLong = member.length.max >= 0 && text.size() > member.length.max;
    const qsizetype length = isLong ? codePoints(text) : text.size();
    if (length < member.length.min)
        report(member, "minLength", path, emptySentence(member));
    if (isLong && length > member.length.max)
        report(member, "maxLength", path,
               Rules::tr("%1 has %2 characters, and at most %3 are allowed: shorten it by %4.")
                   .arg(label(member), number(length), number(member.length.max), number(length - member.length.max)),
               fixForText(member, text, path));
    if (member.pattern && !matches(member.pattern, text))
        report(member, "pattern", path, patternSentence(member, text), fixForText(member, text, path));
}

void Model::enumeration(const Member &member, const QString &text, const Path &path)
{
    if (holds(member.values, text))
        return;
    if (mayExist(member, text)) {
        report(member, "enum", path,
               Rules::tr(
                   "The instance type %1 is not in the service model of 2026-04-07: use it only if you know that AWS "
                   "has added it since.")
                   .arg(quoted(text)),
               fixForEnum(member, text, path));
        m_findings.last().severity = Severity::Warning;
        return;
    }
    constexpr size_t shown = 4;
    QStringList names;
    for (const char *name : member.values.first(std::min(shown, member.values.size())))
        names << QLatin1StringView(name).toString();
    const QString choice = names.join(u", "_s) + (member.values.size() > shown ? u" …"_s : QString());
    report(member, "enum", path,
           Rules::tr("%1 cannot be %2: choose one of %3.").arg(label(member), quoted(text), choice),
           fixForEnum(member, text, path));
}

void Model::integer(const Member &member, const QString &digits, const Path &path)
{
    const qint64 value = clamped(digits);
    if (value < member.length.min)
        report(member, "min", path,
               Rules::tr("%1 cannot be %2: the least is %3.")
                   .arg(label(member), digits.left(40), number(member.length.min)));
    if (member.length.max >= 0 && value > member.length.max)
        report(member, "max", path,
               Rules::tr("%1 cannot be %2: the most is %3.")
                   .arg(label(member), digits.left(40), number(member.length.max)));
}

void Model::missing(const Member &member, const Path &path)
{
    std::optional<Fix> fix;
    if (member.values.size() == 1)
        fix = useText(path, QLatin1StringView(member.values.front()).toString());
    report(member, "required", path, missingSentence(member), fix);
}

void Model::unknown(QList<const Member *> &absent, const QString &name, const Value &parent, const Path &path)
{
    const Member *meant = memberMeant(absent, name);
    absent.removeOne(meant);
    const std::optional<Fix> fix = fixForUnknown(meant, *m_root, parent, name, path);
    const QString message =
        fix ? Rules::tr("%1 is not a member that the API knows today. %2.").arg(quoted(name), fix->label)
            : Rules::tr("%1 is not a member that the API knows: remove it, or correct its name.").arg(quoted(name));
    m_findings.append({u"S-unknown"_s, u"V84"_s, Severity::Error, path.child(name), u"unknown"_s, {}, message, fix});
}

void Model::report(const Member &member, const char *constraint, const Path &path, QString message,
                   std::optional<Fix> fix)
{
    const QString name = QLatin1StringView(constraint).toString();
    m_findings.append({u"S-"_s + name,
                       QLatin1StringView(member.rule).toString(),
                       Severity::Error,
                       path,
                       name,
                       {},
                       std::move(message),
                       std::move(fix)});
}

} // namespace braketeer::job::rules
