#include "exchange/skeleton/skeleton.h"

#include "exchange/json/writejson.h"
#include "job/schema/schema.h"

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Member;
using job::Type;
using job::Value;

namespace {

constexpr auto mapKey = "KeyName"_L1;

QString pathOf(const Member &member)
{
    return QString::fromLatin1(member.path);
}

Value sampleOf(const Member &member);

Value sampleStructure(QStringView path)
{
    QList<Value::Entry> entries;
    for (const Member *member : job::inModelOrder(path))
        entries.append({job::name(*member), sampleOf(*member)});
    return Value::map(std::move(entries));
}

Value sampleOf(const Member &member)
{
    switch (member.type) {
    case Type::Structure:
        return sampleStructure(pathOf(member));
    case Type::List:
        return Value::list({sampleOf(*job::childrenOf(pathOf(member)).constFirst())});
    case Type::Map:
        return Value::map({{mapKey, Value::text(u""_s)}});
    case Type::Integer:
        return Value::number(0);
    case Type::Enum:
        return Value::text(member.values.empty() ? u""_s : QString::fromLatin1(member.values.front()));
    case Type::Text:
        break;
    }
    return Value::text(u""_s);
}

QString comment(const Member &member)
{
    QString text = member.required ? u"[REQUIRED] "_s : QString();
    text += job::help(member);
    if (!member.values.empty()) {
        QStringList values;
        for (const char *value : member.values)
            values << QString::fromLatin1(value);
        text += u" Valid values are: "_s + values.join(u", "_s) + u'.';
    }
    return "  # "_L1 + text.simplified() + u'\n';
}

void appendYaml(QString &out, QStringView parent, const QString &indent, bool firstInLine);

/// What stands behind "name:", its comment included.
void appendYamlValue(QString &out, const Member &member, const QString &indent)
{
    switch (member.type) {
    case Type::Structure:
        out += comment(member);
        appendYaml(out, pathOf(member), indent + "  "_L1, false);
        break;
    case Type::List:
        out += comment(member) + indent + "- "_L1;
        appendYaml(out, pathOf(*job::childrenOf(pathOf(member)).constFirst()), indent + "  "_L1, true);
        break;
    case Type::Map:
        out += comment(member) + indent + "  "_L1 + mapKey + ": ''\n"_L1;
        break;
    case Type::Integer:
    case Type::Enum:
        out += u' ' + sampleOf(member).toText() + comment(member);
        break;
    case Type::Text:
        out += " ''"_L1 + comment(member);
        break;
    }
}

void appendYaml(QString &out, QStringView parent, const QString &indent, bool firstInLine)
{
    bool inLine = firstInLine;
    for (const Member *member : job::inModelOrder(parent)) {
        out += (inLine ? QString() : indent) + job::name(*member) + u':';
        inLine = false;
        appendYamlValue(out, *member, indent);
    }
}

} // namespace

QByteArray skeleton(SkeletonKind kind)
{
    switch (kind) {
    case SkeletonKind::Input:
        return writeJson(sampleStructure({}), JsonForm::Indented);
    case SkeletonKind::YamlInput: {
        QString out;
        appendYaml(out, {}, {}, false);
        return out.toUtf8();
    }
    case SkeletonKind::Output:
        break;
    }
    return writeJson(Value::map({{u"jobArn"_s, Value::text(u"jobArn"_s)}}), JsonForm::Indented);
}

} // namespace braketeer::exchange
