#include "cli/commands/templates.h"

#include "cli/arguments.h"
#include "cli/commands/documentfile.h"
#include "flows/templates/templates.h"
#include "job/rules/check.h"

#include <QCoreApplication>

namespace braketeer::cli {

using namespace Qt::StringLiterals;
using core::Error;
using job::Value;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TemplateCommand)
};

QString folderOf(const Invocation &call)
{
    return flows::templatesFolder(call.context.surroundings.environment);
}

core::Result<int> list(const Invocation &call)
{
    const flows::TemplateList templates = flows::listTemplates(folderOf(call));
    Value answer = Value::list();
    for (const flows::TemplateEntry &entry : templates.entries)
        answer.items() << Value::map({{u"template"_s, Value::text(entry.id)},
                                      {u"name"_s, Value::text(entry.content.name)},
                                      {u"description"_s, Value::text(entry.content.description)},
                                      {u"file"_s, entry.isBuiltIn() ? Value() : Value::text(entry.path)}});
    for (const QString &trouble : templates.troubles)
        call.context.console.err(trouble);
    return printAnswer(call, answer);
}

Value answerOf(const exchange::Place &place)
{
    Value answer = Value::map({{u"name"_s, Value::text(place.name)}, {u"label"_s, Value::text(place.label)}});
    const auto add = [&answer](const QString &key, const QString &text) {
        if (!text.isEmpty())
            answer.insert(key, Value::text(text));
    };
    add(u"help"_s, place.help);
    add(u"type"_s, place.type == exchange::PlaceType::Integer  ? u"integer"_s
                   : place.type == exchange::PlaceType::Choice ? u"choice"_s
                                                               : u"text"_s);
    add(u"default"_s, place.defaultText);
    add(u"example"_s, place.example);
    if (!place.choices.isEmpty()) {
        Value choices = Value::list();
        for (const QString &choice : place.choices)
            choices.items() << Value::text(choice);
        answer.insert(u"choices"_s, choices);
    }
    answer.insert(u"optional"_s, Value::boolean(place.optional));
    return answer;
}

core::Result<int> show(const Invocation &call, const flows::TemplateEntry &entry)
{
    Value places = Value::list();
    for (const exchange::Place &place : entry.content.places)
        places.items() << answerOf(place);
    return printAnswer(call, Value::map({{u"template"_s, Value::text(entry.id)},
                                         {u"name"_s, Value::text(entry.content.name)},
                                         {u"description"_s, Value::text(entry.content.description)},
                                         {u"places"_s, places},
                                         {u"document"_s, entry.content.document}}));
}

/// Takes every `--set name=value` out of the arguments: unlike other options it may come many times.
core::Result<QHash<QString, QString>> takeValues(QStringList &arguments)
{
    QHash<QString, QString> values;
    QStringList rest;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString setting = arguments.at(i);
        if (setting == "--set"_L1) {
            setting = arguments.value(++i);
        } else if (setting.startsWith("--set="_L1)) {
            setting = setting.sliced(6);
        } else {
            rest << setting;
            continue;
        }
        const qsizetype equals = setting.indexOf(u'=');
        if (equals < 1)
            return core::fail(Error::Kind::Usage, Text::tr("--set takes the name of a place and its value: --set "
                                                           "shots=1000."));
        values.insert(setting.left(equals), setting.sliced(equals + 1));
    }
    arguments = rest;
    return values;
}

core::Result<int> fill(const Invocation &call, const flows::TemplateEntry &entry, const QString &as,
                       const QHash<QString, QString> &values)
{
    const exchange::FilledTemplate filled = exchange::fillTemplate(entry.content, values);
    if (job::blocks(filled.findings)) {
        QStringList messages;
        for (const job::Finding &finding : filled.findings)
            messages << finding.message + u" ("_s + finding.key + u')';
        return core::fail(Error::Kind::Usage, messages.join(u' '));
    }
    call.context.console.out(
        writeDocument(filled.spec, as == "yaml"_L1 ? exchange::Format::Yaml : exchange::Format::Json));
    return int(Done);
}

} // namespace

core::Task<int> templates(Invocation call)
{
    QStringList given = call.arguments;
    const auto values = takeValues(given);
    if (!values)
        co_return core::fail(values.error());
    const QString as = u"--as"_s;
    const auto arguments = readArguments(given, {{.name = as, .choices = {u"json"_s, u"yaml"_s}}}, 1, 2);
    if (!arguments)
        co_return core::fail(arguments.error());
    const QString verb = arguments->rest.constFirst();
    if (verb == "list"_L1 && arguments->rest.size() == 1)
        co_return list(call);
    const bool known = verb == "show"_L1 || verb == "fill"_L1;
    if (!known || arguments->rest.size() != 2)
        co_return core::fail(Error::Kind::Usage,
                             Text::tr("template takes list, show NAME or fill NAME; NAME may be a file."));
    const auto entry = flows::findTemplate(folderOf(call), arguments->rest.at(1));
    if (!entry)
        co_return core::fail(entry.error());
    co_return verb == "show"_L1 ? show(call, *entry) : fill(call, *entry, arguments->value(as), *values);
}

} // namespace braketeer::cli
