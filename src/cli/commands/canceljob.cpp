#include "cli/commands/canceljob.h"

#include "cli/arguments.h"
#include "flows/canceljob.h"

namespace braketeer::cli {

core::Task<int> cancelJob(Invocation call)
{
    const auto arguments = readArguments(call.arguments,
                                         {{.name = QStringLiteral("--job-arn"), .required = true},
                                          {.name = QStringLiteral("--no-history"), .takes = Takes::Nothing}});
    if (!arguments)
        co_return core::fail(arguments.error());
    const auto session = openSession(call);
    if (!session)
        co_return core::fail(session.error());
    const auto receipt = co_await flows::cancelJob(*session, arguments->value(QStringLiteral("--job-arn")),
                                                   !arguments->has(QStringLiteral("--no-history")),
                                                   call.context.cancel);
    if (!receipt)
        co_return core::fail(receipt.error());
    co_return printAnswer(call, receipt->json);
}

} // namespace braketeer::cli
