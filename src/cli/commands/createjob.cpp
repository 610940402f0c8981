#include "cli/commands/createjob.h"

#include "cli/commands/findinganswer.h"
#include "exchange/commandline/createjobarguments.h"
#include "exchange/json/readjson.h"
#include "exchange/shorthand/clivalidation.h"
#include "flows/submit.h"
#include "job/rules/check.h"

#include <QCoreApplication>

namespace braketeer::cli {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CreateJobCommand)
};

const QString noCheck = QStringLiteral("--no-check");
const QString dryRun = QStringLiteral("--dry-run");
const QString noHistory = QStringLiteral("--no-history");

core::Result<exchange::CreateJobArguments> readCall(const Invocation &call)
{
    using exchange::OptionRule;
    const QList<OptionRule> own{{.name = noCheck, .takes = OptionRule::Takes::Nothing},
                                {.name = dryRun, .takes = OptionRule::Takes::Nothing},
                                {.name = noHistory, .takes = OptionRule::Takes::Nothing}};
    auto arguments = exchange::parseCreateJobArguments(call.arguments, exchange::readLocalFile, own);
    if (!arguments)
        return arguments;
    for (const QString &key : arguments->repeatedKeys)
        call.context.console.err(Text::tr("warning: “%1” stands twice in one option; the last one counts.").arg(key));
    return arguments;
}

/// What is wrong with the document, at the depth that was asked for.
job::Findings findingsOf(const exchange::CreateJobArguments &arguments, const QString &region)
{
    return arguments.own.has(noCheck) ? exchange::cliValidation(arguments.spec)
                                      : job::check(arguments.spec, {.region = region});
}

core::Result<int> refuse(const Invocation &call, const job::Findings &findings, bool unchecked)
{
    printFindings(call.context.console, findings);
    if (!unchecked)
        call.context.console.err(
            Text::tr("Nothing was sent. Mend what is marked as an error, or send it as it is with --no-check."));
    return int(WrongUsage);
}

/// What would go out, and what there is to say about it; nothing is sent and nothing recorded.
core::Result<int> printDryRun(const Invocation &call, const flows::Place &place, const job::JobSpec &spec,
                              const job::Findings &findings)
{
    const flows::PreparedRequest prepared = flows::prepareRequest(spec);
    const auto body = exchange::readJson(prepared.body);
    if (!body)
        return core::fail(body.error());
    auto request = job::Value::map();
    request.insert(QStringLiteral("method"), job::Value::text(QStringLiteral("POST")));
    request.insert(QStringLiteral("path"), job::Value::text(QStringLiteral("/job")));
    request.insert(QStringLiteral("region"), job::Value::text(place.region));
    if (!place.endpointUrl.isEmpty())
        request.insert(QStringLiteral("endpointUrl"), job::Value::text(place.endpointUrl));
    request.insert(QStringLiteral("body"), *body);
    auto answer = findingsAnswer(findings);
    answer.insert(QStringLiteral("request"), std::move(request));
    const auto printed = printAnswer(call, answer);
    return printed && job::blocks(findings) ? core::Result<int>(WrongUsage) : printed;
}

core::Task<int> send(Invocation call, std::shared_ptr<flows::Session> session, job::JobSpec spec, bool record)
{
    flows::SubmitOptions options;
    options.record = record;
    options.cancel = call.context.cancel;
    const auto receipt = co_await flows::submit(session, std::move(spec), options);
    if (!receipt) {
        if (receipt.error().kind == Error::Kind::Store && record)
            call.context.console.err(Text::tr("Nothing was sent. --no-history goes on without a record."));
        if (receipt.error().outcomeUnknown && record)
            call.context.console.err(
                Text::tr("The job may have been created. Its request is in the history: “braketeer-cli "
                         "history resolve” finds out, and makes no second one."));
        co_return core::fail(receipt.error());
    }
    if (receipt->notStored)
        call.context.console.err(Text::tr("The job was created, but its ARN could not be written to the history: %1")
                                     .arg(receipt->notStored->text()));
    co_return printAnswer(call, receipt->json);
}

} // namespace

core::Task<int> createJob(Invocation call)
{
    const auto arguments = readCall(call);
    if (!arguments)
        co_return core::fail(arguments.error());
    if (arguments->skeleton && *arguments->skeleton != exchange::SkeletonKind::Output) {
        call.context.console.out(exchange::skeleton(*arguments->skeleton));
        co_return int(Done);
    }
    const bool unchecked = arguments->own.has(noCheck);
    if (arguments->skeleton) {
        // As in the AWS CLI, "output" validates what was given first.
        const job::Findings findings = exchange::cliValidation(arguments->spec);
        if (!findings.isEmpty())
            co_return refuse(call, findings, true);
        call.context.console.out(exchange::skeleton(exchange::SkeletonKind::Output));
        co_return int(Done);
    }

    // Without a session there is no region, and some checks need one; but a broken document is said first.
    const auto session = openSession(call);
    const QString region = session ? (*session)->place().region : call.options.region;
    const job::Findings findings = findingsOf(*arguments, region);
    const bool dry = arguments->own.has(dryRun);
    if (!dry && job::blocks(findings))
        co_return refuse(call, findings, unchecked);
    if (!session)
        co_return core::fail(session.error());
    if (dry)
        co_return printDryRun(call, (*session)->place(), arguments->spec, findings);
    printFindings(call.context.console, findings);
    co_return co_await send(call, *session, arguments->spec, !arguments->own.has(noHistory));
}

} // namespace braketeer::cli
