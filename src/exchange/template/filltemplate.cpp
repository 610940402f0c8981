#include "exchange/template/jobtemplate.h"
#include "exchange/template/placetext.h"
#include "job/schema/schema.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Finding;
using job::Path;
using job::Severity;
using job::Value;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Template)
};

Finding problem(const QString &id, const Place &place, const QString &message)
{
    return {.id = id,
            .rule = {},
            .severity = Severity::Error,
            .path = place.uses.isEmpty() ? Path() : place.uses.constFirst(),
            .constraint = {},
            .key = place.name,
            .message = message,
            .fix = std::nullopt};
}

std::optional<qint64> wholeNumber(const QString &text)
{
    bool valid = false;
    const qint64 number = text.toLongLong(&valid);
    return valid && QString::number(number) == text ? std::optional(number) : std::nullopt;
}

std::optional<Finding> checkInteger(const Place &place, const QString &text)
{
    const auto number = wholeNumber(text);
    if (!number)
        return problem(u"T-type"_s, place,
                       Text::tr("“%1” must be a whole number, not “%2”.").arg(place.label, text.left(40)));
    if (place.minimum && *number < *place.minimum)
        return problem(u"T-type"_s, place, Text::tr("“%1” must be at least %2.").arg(place.label).arg(*place.minimum));
    if (place.maximum && *number > *place.maximum)
        return problem(u"T-type"_s, place, Text::tr("“%1” must be at most %2.").arg(place.label).arg(*place.maximum));
    return std::nullopt;
}

std::optional<Finding> checkPlace(const Place &place, const QString &text)
{
    if (text.isEmpty()) {
        if (place.optional)
            return std::nullopt;
        return problem(u"T-missing"_s, place, Text::tr("“%1” is not filled in.").arg(place.label));
    }
    if (place.type == PlaceType::Integer)
        return checkInteger(place, text);
    if (place.type == PlaceType::Choice && !place.choices.contains(text))
        return problem(u"T-choice"_s, place,
                       Text::tr("“%1” must be one of: %2.").arg(place.label, place.choices.join(u", ")));
    return std::nullopt;
}

class Filler
{
public:
    Filler(const JobTemplate &content, const QHash<QString, QString> &texts) : m_content(content), m_texts(texts) { }

    /// Null where an optional place leaves nothing of the member.
    std::optional<Value> fill(const Value &value, const Path &path)
    {
        if (value.isText())
            return fillText(value, path);
        if (value.isList()) {
            QList<Value> items;
            for (qsizetype i = 0; i < value.items().size(); ++i) {
                if (auto item = fill(value.items().at(i), path.item(int(i))))
                    items.append(std::move(*item));
            }
            const bool nothingLeft = items.isEmpty() && !value.items().isEmpty();
            return nothingLeft ? std::nullopt : std::optional(Value::list(std::move(items)));
        }
        if (value.isMap()) {
            QList<Value::Entry> entries;
            for (const Value::Entry &entry : value.entries()) {
                if (auto member = fill(entry.value, path.child(entry.key)))
                    entries.append({entry.key, std::move(*member)});
                else if (isRequired(path.child(entry.key)))
                    return std::nullopt;
            }
            const bool nothingLeft = entries.isEmpty() && !value.entries().isEmpty();
            return nothingLeft ? std::nullopt : std::optional(Value::map(std::move(entries)));
        }
        return value;
    }

private:
    /// What lacks a required member is nothing: a channel without data, checkpoints without a folder.
    static bool isRequired(const Path &path)
    {
        const job::Member *row = path.steps().size() > 1 ? job::findMember(path.schemaPath()) : nullptr;
        return row && row->required;
    }

    const Place *placeOf(const QString &name) const
    {
        const auto found = std::ranges::find(m_content.places, name, &Place::name);
        return found == m_content.places.cend() ? nullptr : &*found;
    }

    std::optional<Value> fillText(const Value &value, const Path &path) const
    {
        const auto pieces = splitPlaces(value.toText());
        if (!pieces)
            return value; // readTemplate() has refused it
        if (pieces->size() == 1 && pieces->constFirst().isPlace)
            return fillWhole(pieces->constFirst().text, path);
        QString text;
        for (const TextPiece &piece : *pieces)
            text += piece.isPlace ? m_texts.value(piece.text) : piece.text;
        return Value::text(text);
    }

    std::optional<Value> fillWhole(const QString &name, const Path &path) const
    {
        const QString text = m_texts.value(name);
        const Place *place = placeOf(name);
        if (text.isEmpty() && place && place->optional)
            return std::nullopt;
        const job::Member *row = job::findMember(path.schemaPath());
        const bool wantsNumber = row && row->type == job::Type::Integer && wholeNumber(text);
        return wantsNumber ? Value::number(text) : Value::text(text);
    }

    const JobTemplate &m_content;
    const QHash<QString, QString> &m_texts;
};

} // namespace

FilledTemplate fillTemplate(const JobTemplate &content, const QHash<QString, QString> &values)
{
    FilledTemplate filled;
    QHash<QString, QString> texts;
    for (const Place &place : content.places) {
        const QString given = values.value(place.name);
        const QString text = given.isEmpty() ? place.defaultText : given;
        texts.insert(place.name, text);
        if (auto finding = checkPlace(place, text))
            filled.findings.append(std::move(*finding));
    }
    QStringList names = values.keys();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        if (!texts.contains(name))
            filled.findings.append(problem(u"T-unknown"_s, {.name = name, .label = name},
                                           Text::tr("The template has no place “%1”.").arg(name)));
    }
    filled.spec = job::JobSpec(Filler(content, texts).fill(content.document, {}).value_or(Value::map()));
    return filled;
}

} // namespace braketeer::exchange
