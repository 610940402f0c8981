#include "cli/commands/getjob.h"

#include "cli/arguments.h"
#include "flows/getjob.h"

#include <QCoreApplication>

namespace braketeer::cli {

core::Task<int> getJob(Invocation call)
{
    const auto arguments = readArguments(call.arguments, {{.name = QStringLiteral("--job-arn"), .required = true},
                                                          {.name = QStringLiteral("--additional-attribute-names")}});
    if (!arguments)
        co_return core::fail(arguments.error());
    const QString attributes = arguments->value(QStringLiteral("--additional-attribute-names"));
    if (arguments->has(QStringLiteral("--additional-attribute-names")) && attributes != u"QueueInfo")
        co_return core::fail(
            core::Error::Kind::Usage,
            QCoreApplication::translate("GetJob", "--additional-attribute-names knows only QueueInfo, not “%1”.")
                .arg(attributes));
    const auto session = openSession(call);
    if (!session)
        co_return core::fail(session.error());
    const auto answer = co_await flows::getJob(*session, arguments->value(QStringLiteral("--job-arn")),
                                               !attributes.isEmpty(), call.context.cancel);
    if (!answer)
        co_return core::fail(answer.error());
    co_return printAnswer(call, *answer);
}

} // namespace braketeer::cli
