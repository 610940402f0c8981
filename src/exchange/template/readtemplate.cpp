#include "exchange/document.h"
#include "exchange/template/jobtemplate.h"
#include "exchange/template/placetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using job::Path;
using job::Value;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Template)
};

constexpr QStringView header = u"template";

QString textOf(const Value &map, QStringView key)
{
    const Value *value = map.isMap() ? map.find(key) : nullptr;
    return value ? value->toText() : QString();
}

std::optional<qint64> integerOf(const Value &map, QStringView key)
{
    const Value *value = map.find(key);
    return value ? value->toInteger() : std::nullopt;
}

Result<PlaceType> typeOf(const QString &name, const QString &type)
{
    if (type.isEmpty() || type == "text"_L1)
        return PlaceType::Text;
    if (type == "integer"_L1)
        return PlaceType::Integer;
    if (type == "choice"_L1)
        return PlaceType::Choice;
    return core::fail(Error::Kind::Usage, Text::tr("The place “%1” of the template is of an unknown type “%2”: use "
                                                   "text, integer or choice.")
                                              .arg(name, type));
}

Result<Place> readPlace(const QString &name, const Value &value)
{
    if (!isPlaceName(name))
        return core::fail(Error::Kind::Usage,
                          Text::tr("“%1” cannot be the name of a place: use a letter, then letters, "
                                   "digits, hyphens and underscores.")
                              .arg(name));
    if (!value.isMap() && !value.isNull())
        return core::fail(Error::Kind::Usage,
                          Text::tr("The place “%1” of the template must be an object with members such as label and "
                                   "default.")
                              .arg(name));
    const auto type = typeOf(name, textOf(value, u"type"));
    if (!type)
        return core::fail(type.error());
    Place place{.name = name, .label = textOf(value, u"label")};
    place.type = *type;
    place.help = textOf(value, u"help");
    place.defaultText = textOf(value, u"default");
    place.example = textOf(value, u"example");
    if (place.label.isEmpty())
        place.label = name;
    if (!value.isMap())
        return place;
    place.minimum = integerOf(value, u"minimum");
    place.maximum = integerOf(value, u"maximum");
    const Value *optional = value.find(u"optional");
    place.optional = optional && optional->toBoolean();
    if (const Value *choices = value.find(u"choices")) {
        for (const Value &choice : choices->items())
            place.choices << choice.toText();
    }
    if (place.type == PlaceType::Choice && place.choices.isEmpty())
        return core::fail(Error::Kind::Usage, Text::tr("The place “%1” of the template has no choices.").arg(name));
    return place;
}

Result<> readHeader(const Value &value, JobTemplate &content)
{
    if (!value.isMap())
        return core::fail(Error::Kind::Usage,
                          Text::tr("The member “template” must be an object with name, description and places."));
    content.name = textOf(value, u"name");
    content.description = textOf(value, u"description");
    const Value *places = value.find(u"places");
    if (!places || places->isNull())
        return {};
    if (!places->isMap())
        return core::fail(Error::Kind::Usage,
                          Text::tr("“places” of the template must be an object with a member for each place."));
    for (const Value::Entry &entry : places->entries()) {
        const auto place = readPlace(entry.key, entry.value);
        if (!place)
            return core::fail(place.error());
        content.places.append(*place);
    }
    return {};
}

/// Notes where each place stands.
Result<> findUses(const Value &value, const Path &path, QList<Place> &places)
{
    if (value.isText()) {
        const auto pieces = splitPlaces(value.toText());
        if (!pieces)
            return core::fail(pieces.error());
        for (const TextPiece &piece : *pieces) {
            if (!piece.isPlace)
                continue;
            auto place = std::ranges::find(places, piece.text, &Place::name);
            if (place == places.end())
                place = places.insert(places.end(), Place{.name = piece.text, .label = piece.text});
            if (!place->uses.contains(path))
                place->uses.append(path);
        }
    }
    for (qsizetype i = 0; i < value.items().size(); ++i) {
        if (auto done = findUses(value.items().at(i), path.item(int(i)), places); !done)
            return done;
    }
    for (const Value::Entry &entry : value.entries()) {
        if (auto done = findUses(entry.value, path.child(entry.key), places); !done)
            return done;
    }
    return {};
}

} // namespace

Result<JobTemplate> readTemplate(QByteArrayView utf8)
{
    const auto document = readDocument(utf8);
    if (!document)
        return core::fail(document.error());
    JobTemplate content;
    content.document = document->root();
    if (const Value *value = content.document.find(header)) {
        if (const auto read = readHeader(*value, content); !read)
            return core::fail(read.error());
        content.document.erase(header);
    }
    if (const auto found = findUses(content.document, {}, content.places); !found)
        return core::fail(found.error());
    return content;
}

} // namespace braketeer::exchange
