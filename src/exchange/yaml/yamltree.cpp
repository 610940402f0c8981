#include "exchange/yaml/yamltree.h"

#include "exchange/textcheck.h"
#include "exchange/yaml/yamlscalar.h"

#include <QCoreApplication>

#include <yaml-cpp/mark.h>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

constexpr auto plainTag = "?";
constexpr auto quotedTag = "!";
constexpr auto standardTags = "tag:yaml.org,2002:";
constexpr qsizetype nodeSize = 16;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Yaml)
};

bool isPlain(const std::string &tag)
{
    return tag.empty() || tag == plainTag;
}

/// Members that a merge brings: those that the map itself names win, then the earlier merge.
void applyMerges(Value &map, const QList<Value> &merged)
{
    for (const Value &source : merged) {
        for (const Value::Entry &entry : source.entries()) {
            if (!map.find(entry.key))
                map.entries().append(entry);
        }
    }
}

} // namespace

void YamlTree::stop(QString why)
{
    m_why = std::move(why);
    throw Stop();
}

void YamlTree::at(const YAML::Mark &mark)
{
    m_offset = mark.pos; // in bytes: the parser counts those of its UTF-8
}

void YamlTree::OnDocumentStart(const YAML::Mark &mark)
{
    at(mark);
}

void YamlTree::OnDocumentEnd() { }

bool YamlTree::expectsKey() const
{
    return !m_open.empty() && m_open.back().node.value.isMap() && m_open.back().keyIsNext;
}

void YamlTree::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    at(mark);
    if (expectsKey())
        stop(Text::tr("a key must be text; put quotes round it"));
    // A line without a colon is a key without a value to the parser, which reports the value where the key stands.
    if (!m_open.empty() && m_open.back().isBlock && m_open.back().keyOffset == m_offset)
        stop(Text::tr("a colon after the key “%1” is missing").arg(m_open.back().key.left(60)));
    add({Value(), nodeSize}, anchor);
}

void YamlTree::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    at(mark);
    const auto found = m_anchors.constFind(anchor);
    if (found == m_anchors.cend())
        stop(Text::tr("an alias stands inside what it names"));
    if (!expectsKey())
        add(*found, 0);
    else if (found->value.isText())
        addKey(found->value.toText());
    else
        stop(Text::tr("a key must be text; put quotes round it"));
}

void YamlTree::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value)
{
    at(mark);
    const QString text = textOf({value.data(), qsizetype(value.size())});
    if (expectsKey()) {
        scalarKey(tag, text);
        if (anchor != 0)
            m_anchors.insert(anchor, {Value::text(text), nodeSize + text.size()});
        return;
    }
    Value scalar = isPlain(tag) ? plain(text) : tagged(tag, text);
    add({std::move(scalar), nodeSize + text.size()}, anchor);
}

void YamlTree::OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                               YAML::EmitterStyle::value)
{
    at(mark);
    open({.node = {Value::list(), nodeSize}, .anchor = anchor}, tag, "seq");
}

void YamlTree::OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                          YAML::EmitterStyle::value style)
{
    at(mark);
    open({.node = {Value::map(), nodeSize}, .anchor = anchor, .isBlock = style == YAML::EmitterStyle::Block}, tag,
         "map");
}

void YamlTree::OnSequenceEnd()
{
    close();
}

void YamlTree::OnMapEnd()
{
    Level &level = m_open.back();
    applyMerges(level.node.value, level.merged);
    close();
}

void YamlTree::open(Level level, const std::string &tag, const char *expectedTag)
{
    if (expectsKey())
        stop(Text::tr("a key must be text, not a list or a map"));
    if (!isPlain(tag) && tag != quotedTag && tag != std::string(standardTags) + expectedTag)
        stop(Text::tr("the tag %1 means nothing here").arg(QString::fromStdString(tag)));
    if (m_open.size() >= size_t(maximumDocumentDepth))
        stop(Text::tr("it is nested deeper than %1 levels").arg(maximumDocumentDepth));
    m_open.push_back(std::move(level));
}

void YamlTree::close()
{
    Node node = std::move(m_open.back().node);
    const YAML::anchor_t anchor = m_open.back().anchor;
    m_open.pop_back();
    // Its parts have been counted one by one.
    m_totalSize -= node.size;
    add(std::move(node), anchor);
}

void YamlTree::add(Node node, YAML::anchor_t anchor)
{
    m_totalSize += node.size;
    if (m_totalSize > maximumDocumentBytes)
        stop(Text::tr("its aliases make it larger than %1 bytes").arg(maximumDocumentBytes));
    if (anchor != 0)
        m_anchors.insert(anchor, node);
    if (m_open.empty()) {
        m_document = std::move(node.value);
        return;
    }
    Level &level = m_open.back();
    level.node.size += node.size;
    if (level.node.value.isList()) {
        level.node.value.items().append(std::move(node.value));
        return;
    }
    level.keyIsNext = true;
    if (!level.merges) {
        level.node.value.entries().append({level.key, std::move(node.value)});
        return;
    }
    level.merges = false;
    const QList<Value> sources = node.value.isList() ? node.value.items() : QList<Value>{node.value};
    for (const Value &source : sources) {
        if (!source.isMap())
            stop(Text::tr("<< takes a map or a list of maps"));
        level.merged.append(source);
    }
}

void YamlTree::addKey(const QString &key)
{
    Level &level = m_open.back();
    if (level.keys.contains(key))
        stop(Text::tr("the key “%1” is here for the second time").arg(key.left(60)));
    level.keys.insert(key);
    level.key = key;
    level.keyOffset = m_offset;
    level.keyIsNext = false;
    m_totalSize += nodeSize + key.size();
    level.node.size += nodeSize + key.size();
}

void YamlTree::scalarKey(const std::string &tag, const QString &text)
{
    const YamlScalar scalar = isPlain(tag) ? resolveYamlScalar(text) : YamlScalar{};
    if (!isPlain(tag) && !tagged(tag, text).isText())
        stop(Text::tr("a key must be text; put quotes round it"));
    if (scalar.kind == YamlScalar::Kind::Merge) {
        m_open.back().merges = true;
        m_open.back().keyIsNext = false;
    } else if (scalar.kind == YamlScalar::Kind::Text) {
        addKey(text);
    } else {
        stop(Text::tr("the key “%1” is no text; put quotes round it").arg(text.left(60)));
    }
}

Value YamlTree::plain(const QString &text)
{
    const YamlScalar scalar = resolveYamlScalar(text);
    switch (scalar.kind) {
    case YamlScalar::Kind::Text:
        return Value::text(text);
    case YamlScalar::Kind::Value:
        return scalar.value;
    case YamlScalar::Kind::Date:
        stop(Text::tr("“%1” is a date; put quotes round it to make it text").arg(text));
    case YamlScalar::Kind::Infinite:
        stop(Text::tr("“%1” is no finite number; put quotes round it to make it text").arg(text.left(60)));
    case YamlScalar::Kind::Merge:
    case YamlScalar::Kind::Default:
        stop(Text::tr("“%1” has a meaning of its own; put quotes round it to make it text").arg(text));
    }
    return {};
}

Value YamlTree::tagged(const std::string &tag, const QString &text)
{
    const QString name = QString::fromStdString(tag);
    if (tag == quotedTag || name == "tag:yaml.org,2002:str"_L1)
        return Value::text(text);
    std::optional<QString> number;
    if (name == "tag:yaml.org,2002:int"_L1)
        number = yamlInteger(text);
    else if (name == "tag:yaml.org,2002:float"_L1)
        number = yamlFloat(text);
    if (number)
        return Value::number(*number);
    const YamlScalar scalar = resolveYamlScalar(text);
    if ((name == "tag:yaml.org,2002:bool"_L1 && scalar.value.isBoolean())
        || (name == "tag:yaml.org,2002:null"_L1 && scalar.kind == YamlScalar::Kind::Value && scalar.value.isNull()))
        return scalar.value;
    stop(Text::tr("the tag %1 means nothing here").arg(name));
}

} // namespace braketeer::exchange
