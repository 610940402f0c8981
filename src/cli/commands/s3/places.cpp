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

QList<OptionRule> withAccessRules(QList<OptionRule> rules)
{
    rules.append({.name = QStringLiteral("--no-sign-request"), .takes = Takes::Nothing});
    rules.append({.name = QStringLiteral("--request-payer"),
                  .takes = Takes::Perhaps,
                  .choices = {QStringLiteral("requester")},
                  .withoutArgument = QStringLiteral("requester")});
    return rules;
}

core::Result<std::shared_ptr<flows::Session>> openStorage(const Invocation &call,
                                                          const exchange::ParsedArguments &arguments)
{
    flows::SessionOptions options;
    options.anonymous = arguments.has(QStringLiteral("--no-sign-request"));
    options.requesterPays = arguments.has(QStringLiteral("--request-payer"));
    return openSession(call, std::move(options));
}

core::Result<int> readNumber(const exchange::ParsedArguments &arguments, const QString &name, int least, int most,
                             int otherwise)
{
    if (!arguments.has(name))
        return otherwise;
    bool isNumber = false;
    const int number = arguments.value(name).toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return core::fail(Error::Kind::Usage,
                          Text::tr("%1 takes a whole number from %2 to %3.").arg(name).arg(least).arg(most));
    return number;
}

} // namespace braketeer::cli
