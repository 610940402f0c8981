#include "cli/commands/whoami.h"

#include "cli/arguments.h"
#include "flows/whoami.h"

namespace braketeer::cli {

core::Task<int> whoami(Invocation call)
{
    if (const auto none = readArguments(call.arguments, {}); !none)
        co_return core::fail(none.error());
    const auto session = openSession(call);
    if (!session)
        co_return core::fail(session.error());
    const auto identity = co_await flows::whoami(*session, call.context.cancel);
    if (!identity)
        co_return core::fail(identity.error());
    auto answer = job::Value::map();
    answer.insert(QStringLiteral("account"), job::Value::text(identity->account));
    answer.insert(QStringLiteral("arn"), job::Value::text(identity->arn));
    answer.insert(QStringLiteral("userId"), job::Value::text(identity->userId));
    answer.insert(QStringLiteral("source"), job::Value::text(identity->source));
    if (!identity->profile.isEmpty())
        answer.insert(QStringLiteral("profile"), job::Value::text(identity->profile));
    answer.insert(QStringLiteral("region"), job::Value::text(identity->region));
    if (!identity->endpointUrl.isEmpty())
        answer.insert(QStringLiteral("endpointUrl"), job::Value::text(identity->endpointUrl));
    co_return printAnswer(call, answer);
}

} // namespace braketeer::cli
