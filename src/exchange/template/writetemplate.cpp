#include "exchange/template/jobtemplate.h"
#include "exchange/template/placetext.h"
#include "exchange/yaml/writeyaml.h"

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

Value escaped(const Value &value)
{
    if (value.isText())
        return Value::text(escapePlaces(value.toText()));
    Value copy = value;
    for (Value &item : copy.items())
        item = escaped(item);
    for (Value::Entry &entry : copy.entries())
        entry.value = escaped(entry.value);
    return copy;
}

void addText(Value &map, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        map.insert(key, Value::text(text));
}

Value headerOf(const Place &place)
{
    Value map = Value::map();
    addText(map, u"label"_s, place.label == place.name ? QString() : place.label);
    addText(map, u"help"_s, place.help);
    if (place.type != PlaceType::Text)
        map.insert(u"type"_s, Value::text(place.type == PlaceType::Integer ? u"integer"_s : u"choice"_s));
    addText(map, u"default"_s, place.defaultText);
    addText(map, u"example"_s, place.example);
    if (place.minimum)
        map.insert(u"minimum"_s, Value::number(*place.minimum));
    if (place.maximum)
        map.insert(u"maximum"_s, Value::number(*place.maximum));
    if (place.optional)
        map.insert(u"optional"_s, Value::boolean(true));
    if (!place.choices.isEmpty()) {
        QList<Value> choices;
        for (const QString &choice : place.choices)
            choices.append(Value::text(choice));
        map.insert(u"choices"_s, Value::list(std::move(choices)));
    }
    return map;
}

} // namespace

QByteArray writeTemplate(const JobTemplate &content)
{
    Value header = Value::map();
    addText(header, u"name"_s, content.name);
    addText(header, u"description"_s, content.description);
    Value places = Value::map();
    for (const Place &place : content.places)
        places.insert(place.name, headerOf(place));
    if (!places.entries().isEmpty())
        header.insert(u"places"_s, places);
    Value file = Value::map({{u"template"_s, header}});
    for (const Value::Entry &entry : content.document.entries())
        file.insert(entry.key, entry.value);
    return writeYaml(file);
}

JobTemplate templateOf(const job::JobSpec &spec, const QString &name, const QString &description)
{
    JobTemplate content{.name = name, .description = description, .places = {}, .document = escaped(spec.root())};
    content.document.erase(u"clientToken"); // it would make every job from the template the same submission
    return content;
}

} // namespace braketeer::exchange
