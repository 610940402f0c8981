#include "cli/command.h"

#include "cli/output/query.h"
#include "exchange/json/readjson.h"

#include <QCoreApplication>

namespace braketeer::cli {

core::Result<std::shared_ptr<flows::Session>> openSession(const Invocation &call, flows::SessionOptions options)
{
    options.profile = call.options.profile;
    options.region = call.options.region;
    options.endpointUrl = call.options.endpointUrl;
    options.caBundle = call.options.caBundle;
    options.connectTimeout = call.options.connectTimeout;
    options.readTimeout = call.options.readTimeout;
    return flows::openSession(std::move(options), call.context.surroundings);
}

core::Result<int> printAnswer(const Invocation &call, const job::Value &answer)
{
    const OutputFormat format = call.options.output.value_or(OutputFormat::Json);
    if (call.options.query.isEmpty()) {
        call.context.console.out(formatAnswer(answer, format));
        return int(Done);
    }
    const auto part = query(answer, call.options.query);
    if (!part)
        return core::fail(part.error());
    call.context.console.out(formatAnswer(*part, format));
    return int(Done);
}

core::Result<int> printAnswer(const Invocation &call, const QByteArray &json)
{
    const auto answer = exchange::readJson(json);
    if (!answer)
        return core::fail(core::Error::Kind::Network,
                          QCoreApplication::translate("Command", "The service's answer could not be read: %1")
                              .arg(answer.error().message));
    return printAnswer(call, *answer);
}

} // namespace braketeer::cli
