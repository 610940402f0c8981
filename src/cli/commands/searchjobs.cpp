#include "cli/commands/searchjobs.h"

#include "cli/arguments.h"
#include "exchange/json/readjson.h"
#include "exchange/json/writejson.h"
#include "exchange/shorthand/readshorthand.h"
#include "flows/searchjobs.h"

#include <QCoreApplication>

namespace braketeer::cli {
namespace {

using core::Error;
using job::Value;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SearchJobsCommand)
};

/// JSON, shorthand (one argument a filter), or file:// with either, as for the options of create-job.
/// The schema knows CreateJob alone, so that the syntax decides here what is a list.
core::Result<Value> readFilters(QStringList texts)
{
    if (texts.size() == 1) {
        if (const auto reference = exchange::readReference(texts.first(), exchange::readLocalFile)) {
            if (!*reference)
                return core::fail(reference->error());
            texts = {**reference};
        }
    }
    auto filters = Value::list();
    for (const QString &text : std::as_const(texts)) {
        const QStringView start = QStringView(text).trimmed();
        const bool isJson = start.startsWith(u'[') || start.startsWith(u'{');
        const auto read = isJson ? exchange::readJson(text.toUtf8())
                                 : exchange::parseShorthand(text, exchange::readLocalFile);
        if (!read) {
            Error error = read.error();
            error.message = Text::tr("--filters: %1").arg(error.message);
            return core::fail(std::move(error));
        }
        if (read->isList() && texts.size() == 1)
            return *read;
        filters.items() << *read;
    }
    return filters;
}

core::Result<Value> readNumber(const exchange::ParsedArguments &arguments, const QString &name)
{
    bool isNumber = false;
    const int number = arguments.value(name).toInt(&isNumber);
    if (!isNumber || number < 1)
        return core::fail(Error::Kind::Usage, Text::tr("%1 takes a whole number from 1.").arg(name));
    return Value::number(number);
}

/// `values` is a list in the model; shorthand gives a lone one as text.
void makeValuesLists(Value &filters)
{
    if (!filters.isList())
        return;
    for (Value &filter : filters.items()) {
        Value *values = filter.isMap() ? filter.find(u"values") : nullptr;
        if (values && values->isText())
            *values = Value::list({*values});
    }
}

} // namespace

core::Task<int> searchJobs(Invocation call)
{
    const QString filtersName = QStringLiteral("--filters");
    const QString maxResults = QStringLiteral("--max-results");
    const QString nextToken = QStringLiteral("--next-token");
    const auto arguments = readArguments(
        call.arguments,
        {{.name = filtersName, .takes = Takes::Any, .required = true}, {.name = maxResults}, {.name = nextToken}});
    if (!arguments)
        co_return core::fail(arguments.error());
    auto filters = readFilters(arguments->options.value(filtersName));
    if (!filters)
        co_return core::fail(filters.error());
    makeValuesLists(*filters);
    auto request = Value::map();
    request.insert(QStringLiteral("filters"), *filters);
    if (arguments->has(maxResults)) {
        const auto number = readNumber(*arguments, maxResults);
        if (!number)
            co_return core::fail(number.error());
        request.insert(QStringLiteral("maxResults"), *number);
    }
    if (arguments->has(nextToken))
        request.insert(QStringLiteral("nextToken"), Value::text(arguments->value(nextToken)));
    const auto session = openSession(call);
    if (!session)
        co_return core::fail(session.error());
    // A page was asked for: then a page is the answer.
    const bool allPages = !arguments->has(maxResults) && !arguments->has(nextToken);
    const auto answer = co_await flows::searchJobs(*session, exchange::writeJson(request, exchange::JsonForm::Compact),
                                                   allPages, call.context.cancel);
    if (!answer)
        co_return core::fail(answer.error());
    co_return printAnswer(call, *answer);
}

} // namespace braketeer::cli
