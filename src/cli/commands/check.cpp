#include "cli/commands/check.h"

#include "cli/arguments.h"
#include "cli/commands/documentfile.h"
#include "cli/commands/findinganswer.h"
#include "flows/storage/lookatstorage.h"
#include "job/rules/check.h"

#include <QCoreApplication>

namespace braketeer::cli {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CheckCommand)
};

/// How to check: by the document alone or, with a session, by what is in S3 too.
struct Way
{
    std::shared_ptr<flows::Session> session; ///< null: offline
    QString region;
};

core::Result<Way> wayOf(const Invocation &call, bool online)
{
    if (!online)
        return Way{{}, call.options.region};
    const auto session = openSession(call);
    if (!session)
        return core::fail(session.error());
    return Way{*session, (*session)->place().region};
}

core::Task<job::Findings> findingsOf(Invocation call, Way way, job::JobSpec spec)
{
    const job::CheckContext context{way.region};
    job::Findings findings = job::check(spec, context);
    if (way.session) {
        const auto facts = co_await flows::lookAtStorage(way.session, spec, call.context.cancel);
        if (!facts)
            co_return core::fail(facts.error());
        findings += job::checkStorage(spec, context, *facts);
    }
    co_return findings;
}

core::Task<int> fix(Invocation call, Way way, QString file, bool inPlace)
{
    const auto document = readDocumentFile(call.context.console, file);
    if (!document)
        co_return core::fail(document.error());
    const job::JobSpec good = job::fixed(document->spec, {way.region});
    const auto left = co_await findingsOf(call, way, good);
    if (!left)
        co_return core::fail(left.error());
    printFindings(call.context.console, *left);
    const QByteArray text = writeDocument(good, document->format);
    if (inPlace) {
        if (const auto written = writeDocumentFile(file, text); !written)
            co_return core::fail(written.error());
    } else {
        call.context.console.out(text);
    }
    co_return int(job::blocks(*left) ? HasErrors : Done);
}

core::Task<int> checkOne(Invocation call, Way way, QString file)
{
    const auto document = readDocumentFile(call.context.console, file);
    if (!document)
        co_return core::fail(document.error());
    const auto findings = co_await findingsOf(call, way, document->spec);
    if (!findings)
        co_return core::fail(findings.error());
    if (const auto printed = printAnswer(call, findingsAnswer(*findings)); !printed)
        co_return core::fail(printed.error());
    co_return int(job::blocks(*findings) ? HasErrors : Done);
}

core::Task<int> checkMany(Invocation call, Way way, QStringList files)
{
    int code = Done;
    auto answers = job::Value::list();
    for (const QString &file : files) {
        auto answer = job::Value::map();
        answer.insert(QStringLiteral("file"), job::Value::text(file));
        if (const auto document = readDocumentFile(call.context.console, file)) {
            const auto findings = co_await findingsOf(call, way, document->spec);
            if (!findings)
                co_return core::fail(findings.error());
            const job::Value verdict = findingsAnswer(*findings);
            for (const auto &entry : verdict.entries())
                answer.insert(entry.key, entry.value);
            code = std::max(code, int(job::blocks(*findings) ? HasErrors : Done));
        } else {
            answer.insert(QStringLiteral("valid"), job::Value::boolean(false));
            answer.insert(QStringLiteral("error"), job::Value::text(document.error().message));
            code = WrongUsage;
        }
        answers.items() << answer;
    }
    if (const auto printed = printAnswer(call, answers); !printed)
        co_return core::fail(printed.error());
    co_return code;
}

} // namespace

core::Task<int> check(Invocation call)
{
    const auto arguments = readArguments(call.arguments,
                                         {{.name = QStringLiteral("--fix"), .takes = Takes::Nothing},
                                          {.name = QStringLiteral("--online"), .takes = Takes::Nothing},
                                          {.name = QStringLiteral("--in-place"), .takes = Takes::Nothing}},
                                         1, INT_MAX);
    if (!arguments)
        co_return core::fail(arguments.error());
    const QStringList files = arguments->rest;
    const auto way = wayOf(call, arguments->has(QStringLiteral("--online")));
    if (!way)
        co_return core::fail(way.error());
    const bool inPlace = arguments->has(QStringLiteral("--in-place"));
    if (arguments->has(QStringLiteral("--fix"))) {
        if (files.size() > 1 && !inPlace)
            co_return core::fail(Error::Kind::Usage,
                                 Text::tr("--fix prints one document; with several files add --in-place."));
        int code = Done;
        for (const QString &file : files) {
            const auto fixed = co_await fix(call, *way, file, inPlace);
            if (!fixed)
                co_return core::fail(fixed.error());
            code = std::max(code, *fixed);
        }
        co_return code;
    }
    if (inPlace)
        co_return core::fail(Error::Kind::Usage, Text::tr("--in-place belongs to --fix."));
    if (files.size() == 1 && call.options.output != OutputFormat::JsonLines)
        co_return co_await checkOne(call, *way, files.first());
    co_return co_await checkMany(call, *way, files);
}

} // namespace braketeer::cli
