#include "cli/commands/check.h"

#include "cli/arguments.h"
#include "cli/commands/documentfile.h"
#include "cli/commands/findinganswer.h"
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

job::Findings findingsOf(const Invocation &call, const job::JobSpec &spec)
{
    return job::check(spec, {.region = call.options.region});
}

core::Result<int> fix(const Invocation &call, const QString &file, bool inPlace)
{
    const auto document = readDocumentFile(call.context.console, file);
    if (!document)
        return core::fail(document.error());
    const job::JobSpec good = job::fixed(document->spec, {.region = call.options.region});
    const job::Findings left = findingsOf(call, good);
    printFindings(call.context.console, left);
    const QByteArray text = writeDocument(good, document->format);
    if (inPlace) {
        if (const auto written = writeDocumentFile(file, text); !written)
            return core::fail(written.error());
    } else {
        call.context.console.out(text);
    }
    return int(job::blocks(left) ? HasErrors : Done);
}

core::Result<int> checkOne(const Invocation &call, const QString &file)
{
    const auto document = readDocumentFile(call.context.console, file);
    if (!document)
        return core::fail(document.error());
    const job::Findings findings = findingsOf(call, document->spec);
    if (auto printed = printAnswer(call, findingsAnswer(findings)); !printed)
        return printed;
    return int(job::blocks(findings) ? HasErrors : Done);
}

core::Result<int> checkMany(const Invocation &call, const QStringList &files)
{
    int code = Done;
    auto answers = job::Value::list();
    for (const QString &file : files) {
        auto answer = job::Value::map();
        answer.insert(QStringLiteral("file"), job::Value::text(file));
        if (const auto document = readDocumentFile(call.context.console, file)) {
            const job::Findings findings = findingsOf(call, document->spec);
            const job::Value verdict = findingsAnswer(findings);
            for (const auto &entry : verdict.entries())
                answer.insert(entry.key, entry.value);
            code = std::max(code, int(job::blocks(findings) ? HasErrors : Done));
        } else {
            answer.insert(QStringLiteral("valid"), job::Value::boolean(false));
            answer.insert(QStringLiteral("error"), job::Value::text(document.error().message));
            code = WrongUsage;
        }
        answers.items() << answer;
    }
    if (auto printed = printAnswer(call, answers); !printed)
        return printed;
    return code;
}

} // namespace

core::Task<int> check(Invocation call)
{
    const auto arguments = readArguments(call.arguments,
                                         {{.name = QStringLiteral("--fix"), .takes = Takes::Nothing},
                                          {.name = QStringLiteral("--in-place"), .takes = Takes::Nothing}},
                                         1, INT_MAX);
    if (!arguments)
        co_return core::fail(arguments.error());
    const QStringList &files = arguments->rest;
    const bool inPlace = arguments->has(QStringLiteral("--in-place"));
    if (arguments->has(QStringLiteral("--fix"))) {
        if (files.size() > 1 && !inPlace)
            co_return core::fail(Error::Kind::Usage,
                                 Text::tr("--fix prints one document; with several files add --in-place."));
        int code = Done;
        for (const QString &file : files) {
            const auto fixed = fix(call, file, inPlace);
            if (!fixed)
                co_return core::fail(fixed.error());
            code = std::max(code, *fixed);
        }
        co_return code;
    }
    if (inPlace)
        co_return core::fail(Error::Kind::Usage, Text::tr("--in-place belongs to --fix."));
    if (files.size() == 1 && call.options.output != OutputFormat::JsonLines)
        co_return checkOne(call, files.first());
    co_return checkMany(call, files);
}

} // namespace braketeer::cli
