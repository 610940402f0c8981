#include "cli/commands/s3/places.h"

#include "flows/storage/address.h"

#include <QCoreApplication>

namespace braketeer::cli {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(S3Command)
};

} // namespace

core::Result<core::S3Uri> readPlace(const QString &text)
{
    if (const auto uri = core::S3Uri::parse(text))
        return *uri;
    const auto address = flows::parseAddress(text);
    if (!address)
        return core::fail(address.error());
    return address->uri;
}

core::Result<std::shared_ptr<flows::Session>> openStorage(const Invocation &call,
                                                          const exchange::ParsedArguments &arguments)
{
    flows::SessionOptions options;
    options.anonymous = call.options.noSignRequest;
    options.requesterPays = arguments.has(QStringLiteral("--request-payer"));
    return openSession(call, std::move(options));
}

core::Result<qint64> readNumber(const exchange::ParsedArguments &arguments, const QString &name, qint64 least,
                                qint64 most, qint64 otherwise)
{
    if (!arguments.has(name))
        return otherwise;
    bool isNumber = false;
    const qint64 number = arguments.value(name).toLongLong(&isNumber);
    if (!isNumber || number < least || number > most)
        return core::fail(Error::Kind::Usage, Text::tr("%1 takes a whole number from %2 to %3, not “%4”.")
                                                  .arg(name)
                                                  .arg(least)
                                                  .arg(most)
                                                  .arg(arguments.value(name)));
    return number;
}

Error unsignedOnPurpose(Error error)
{
    if (error.httpStatus == 401 || error.httpStatus == 403)
        error.suggestion = Text::tr("Nothing was signed (--no-sign-request): that is for what everybody may read.");
    return error;
}

flows::NameFilter readFilter(const exchange::ParsedArguments &arguments)
{
    using Effect = flows::NameFilter::Effect;
    flows::NameFilter filter;
    for (const auto &[name, values] : arguments.given) {
        if (name == u"--include" || name == u"--exclude")
            filter.add(name == u"--include" ? Effect::Include : Effect::Exclude, values.value(0));
    }
    return filter;
}

} // namespace braketeer::cli
