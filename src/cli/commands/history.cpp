#include "cli/commands/history.h"

#include "cli/arguments.h"
#include "cli/commands/submissionanswer.h"
#include "flows/record.h"
#include "flows/resolveeverywhere.h"

#include <QCoreApplication>

namespace braketeer::cli {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HistoryCommand)
};

core::Task<int> list(Invocation call, exchange::ParsedArguments arguments)
{
    int limit = 100;
    if (arguments.has(QStringLiteral("--limit"))) {
        bool isNumber = false;
        limit = arguments.value(QStringLiteral("--limit")).toInt(&isNumber);
        if (!isNumber || limit < 1)
            co_return core::fail(Error::Kind::Usage, Text::tr("--limit takes a whole number from 1."));
    }
    store::HistoryFilter filter;
    filter.text = arguments.value(QStringLiteral("--text"));
    filter.region = call.options.region;
    const store::HistoryPage page{.limit = limit};
    const auto rows = co_await flows::listRecord(call.context.surroundings, filter, page);
    if (!rows)
        co_return core::fail(rows.error());
    auto answer = job::Value::list();
    for (const store::Submission &row : rows->rows)
        answer.items() << submissionAnswer(row);
    if (rows->more)
        call.context.console.err(
            Text::tr("There are more than these %1; --limit shows older ones too.").arg(rows->rows.size()));
    co_return printAnswer(call, answer);
}

core::Task<int> show(Invocation call, QString what)
{
    const auto found = co_await flows::findRecord(call.context.surroundings, what);
    if (!found)
        co_return core::fail(found.error());
    co_return printAnswer(call, wholeSubmissionAnswer(*found));
}

core::Task<int> change(Invocation call, exchange::ParsedArguments arguments)
{
    const flows::Surroundings surroundings = call.context.surroundings;
    const bool noted = arguments.rest.first() == u"note";
    core::Result<qint64> done = 0;
    if (noted) // two awaits in one ?: are both carried out by GCC 12 in some places
        done = co_await flows::noteRecord(surroundings, arguments.rest.at(1), arguments.rest.at(2));
    else
        done = co_await flows::forgetRecord(surroundings, arguments.rest.at(1));
    if (!done)
        co_return core::fail(done.error());
    auto answer = job::Value::map();
    answer.insert(noted ? QStringLiteral("noted") : QStringLiteral("forgotten"), job::Value::number(*done));
    co_return printAnswer(call, answer);
}

core::Task<int> resolve(Invocation call)
{
    const auto session = openSession(call);
    if (!session)
        co_return core::fail(session.error());
    flows::ResolveOptions options;
    options.cancel = call.context.cancel;
    const auto open = [call](const flows::SessionOptions &place) {
        Invocation there = call;
        there.options.profile = place.profile;
        there.options.region = place.region;
        there.options.endpointUrl = place.endpointUrl;
        return openSession(there);
    };
    const auto settled = co_await flows::resolveEverywhere(*session, open, terminalInteraction(call), options);
    if (!settled)
        co_return core::fail(settled.error());
    auto answer = job::Value::list();
    for (const flows::Settled &one : *settled)
        answer.items() << settledAnswer(one);
    co_return printAnswer(call, answer);
}

} // namespace

core::Task<int> history(Invocation call)
{
    const auto arguments = readArguments(
        call.arguments, {{.name = QStringLiteral("--text")}, {.name = QStringLiteral("--limit")}}, 1, 3);
    if (!arguments)
        co_return core::fail(arguments.error());
    const QString verb = arguments->rest.first();
    const auto count = arguments->rest.size();
    if (verb == u"list" && count == 1)
        co_return co_await list(call, *arguments);
    if (verb == u"show" && count == 2)
        co_return co_await show(call, arguments->rest.at(1));
    if (verb == u"resolve" && count == 1)
        co_return co_await resolve(call);
    if ((verb == u"note" && count == 3) || (verb == u"forget" && count == 2))
        co_return co_await change(call, *arguments);
    co_return core::fail(Error::Kind::Usage,
                         Text::tr("Use “history list”, “history show ID”, “history resolve”, “history note ID TEXT” or "
                                  "“history forget ID”; ID is a number, an ARN, a client token or a job name."));
}

} // namespace braketeer::cli
