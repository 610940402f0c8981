#include "exchange/yaml/annotatedyaml.h"

#include "exchange/json/numbertext.h"
#include "exchange/yaml/writeyaml.h"
#include "job/schema/schema.h"

#include <QSet>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Member;
using job::Type;
using job::Value;

namespace {

constexpr qsizetype commentWidth = 100;

QString range(job::Limits limits, const QString &unit)
{
    const QString most = QString::number(limits.max);
    if (limits.max < 0)
        return limits.min > 0 && unit.isEmpty() ? u"at least %1"_s.arg(limits.min) : QString();
    return (limits.min > 0 ? u"%1 to "_s.arg(limits.min) : u"at most "_s) + most
           + (unit.isEmpty() ? QString() : u' ' + unit);
}

QString limitsOf(const Member &member)
{
    switch (member.type) {
    case Type::Text:
        return range(member.length, u"characters"_s);
    case Type::Integer:
        return range(member.length, {});
    case Type::List:
        return range(member.length, u"items"_s);
    case Type::Map:
        return range(member.length, u"entries"_s);
    case Type::Enum: {
        constexpr size_t mostNamed = 6;
        QStringList values;
        for (const char *value : member.values)
            values << QString::fromLatin1(value);
        return member.values.size() > mostNamed ? QString() : values.join(" or "_L1);
    }
    case Type::Structure:
        break;
    }
    return {};
}

QString ascii(QString text)
{
    text.replace(u'“', u'"').replace(u'”', u'"').replace(u'…', "..."_L1);
    for (QChar &character : text) {
        if (character.unicode() >= 0x80 || character.unicode() < 0x20)
            character = u'?';
    }
    return text;
}

/// "Job name (required, 1 to 50 characters): Up to …", on as many lines as it takes.
QString comment(const Member &member, const QString &indent)
{
    QStringList facts;
    if (member.required)
        facts << u"required"_s;
    if (const QString limits = limitsOf(member); !limits.isEmpty())
        facts << limits;
    QString text = QString::fromUtf8(member.label);
    if (!facts.isEmpty())
        text += u" ("_s + facts.join(u", ") + u')';
    text += u": "_s + QString::fromUtf8(member.help);

    QString out;
    QString line;
    for (const QString &word : ascii(text).split(u' ', Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && indent.size() + line.size() + word.size() + 3 > commentWidth) {
            out += indent + u"# "_s + line + u'\n';
            line.clear();
        }
        line += (line.isEmpty() ? QString() : u" "_s) + word;
    }
    return out + indent + u"# "_s + line + u'\n';
}

QString scalar(const Value &value)
{
    switch (value.kind()) {
    case Value::Kind::Boolean:
        return value.toBoolean() ? u"true"_s : u"false"_s;
    case Value::Kind::Number:
        return isJsonNumber(value.toText()) ? value.toText() : yamlString(value.toText(), YamlCharacters::Ascii);
    case Value::Kind::Text:
        return yamlString(value.toText(), YamlCharacters::Ascii);
    case Value::Kind::List:
        return u"[]"_s;
    case Value::Kind::Map:
        return u"{}"_s;
    case Value::Kind::Null:
        break;
    }
    return u"null"_s;
}

bool isBlock(const Value &value)
{
    return !value.items().isEmpty() || !value.entries().isEmpty();
}

/// Writes members and items, each with its comment above it; a row of the schema is explained once.
class BlockWriter
{
public:
    QString text;

    void entry(const QString &key, const Value &value, const Member *member, const QString &indent)
    {
        explain(member, indent);
        text += indent;
        pair(key, value, member, indent);
    }

private:
    void explain(const Member *member, const QString &indent)
    {
        if (!member || m_explained.contains(member))
            return;
        m_explained.insert(member);
        text += comment(*member, indent);
    }

    void pair(const QString &key, const Value &value, const Member *member, const QString &indent)
    {
        text += yamlKey(key, indent, YamlCharacters::Ascii);
        if (isBlock(value)) {
            text += u'\n';
            block(value, member, indent + u"  "_s);
        } else {
            text += u' ' + scalar(value) + u'\n';
        }
    }

    static const Member *childOf(const Member *parent, const QString &step)
    {
        return parent ? job::findMember(QString::fromLatin1(parent->path) + step) : nullptr;
    }

    void block(const Value &value, const Member *row, const QString &indent)
    {
        for (const Value::Entry &child : value.entries())
            entry(child.key, child.value, memberOf(row, child.key), indent);
        for (const Value &child : value.items())
            item(child, childOf(row, u"[]"_s), indent);
    }

    static const Member *memberOf(const Member *row, const QString &key)
    {
        return row && row->type == Type::Structure ? childOf(row, u'.' + key) : nullptr;
    }

    /// The first member of a structure, or the first item of a list, stands in the hyphen's line.
    void item(const Value &value, const Member *row, const QString &indent)
    {
        if (!value.isMap() || value.entries().isEmpty()) {
            text += indent + u'-';
            if (isBlock(value)) {
                text += u'\n';
                block(value, row, indent + u"  "_s);
            } else {
                text += u' ' + scalar(value) + u'\n';
            }
            return;
        }
        const Value::Entry &first = value.entries().constFirst();
        const QString inner = indent + u"  "_s;
        explain(memberOf(row, first.key), indent);
        text += indent + u"- "_s;
        pair(first.key, first.value, memberOf(row, first.key), inner);
        for (qsizetype i = 1; i < value.entries().size(); ++i) {
            const Value::Entry &child = value.entries().at(i);
            entry(child.key, child.value, memberOf(row, child.key), inner);
        }
    }

    QSet<const Member *> m_explained;
};

} // namespace

ExportPart yamlPart(const ExportMember &member, Form)
{
    const Member *row = member.key.contains(u'.') || member.key.contains(u'[') ? nullptr : job::findMember(member.key);
    BlockWriter writer;
    writer.entry(member.key, member.shown, row, {});
    return {writer.text.chopped(1), false};
}

QString yamlDocument(const QList<ExportPart> &parts)
{
    QString document;
    for (const ExportPart &part : parts)
        document += (document.isEmpty() ? QString() : u"\n"_s) + part.text + u'\n';
    return document.isEmpty() ? u"{}\n"_s : document;
}

} // namespace braketeer::exchange
