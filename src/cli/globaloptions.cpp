#include "cli/globaloptions.h"

#include "exchange/commandline/parsearguments.h"

#include <QCoreApplication>

#include <array>

namespace braketeer::cli {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GlobalOptions)
};

core::Result<> readSeconds(const QString &name, const QString &value, std::optional<int> &into)
{
    bool isNumber = false;
    const int seconds = value.toInt(&isNumber);
    if (!isNumber || seconds < 0)
        return core::fail(Error::Kind::Usage,
                          Text::tr("%1 takes whole seconds, 0 for no limit, not “%2”.").arg(name, value));
    into = seconds;
    return {};
}

core::Result<> readFormat(const QString &name, const QString &value, std::optional<OutputFormat> &into)
{
    into = outputFormat(value);
    if (!into)
        return core::fail(
            Error::Kind::Usage,
            Text::tr("%1 does not know “%2”; use one of %3.").arg(name, value, outputFormatNames().join(u", ")));
    return {};
}

/// A row: how the option is written, and what it does with its value.
struct Row
{
    GlobalOption option;
    core::Result<> (*take)(GlobalOptions &, const QString &name, const QString &value);
};

template<auto member>
core::Result<> takeText(GlobalOptions &options, const QString &, const QString &value)
{
    options.*member = value;
    return {};
}

template<auto member>
core::Result<> takeFlag(GlobalOptions &options, const QString &, const QString &)
{
    options.*member = true;
    return {};
}

core::Result<> ignore(GlobalOptions &, const QString &, const QString &)
{
    return {};
}

core::Result<> refuseUnverified(GlobalOptions &, const QString &name, const QString &)
{
    return core::fail(
        Error::Kind::Usage,
        Text::tr("%1 is not offered: connections are always verified. Name a private certificate authority "
                 "with --ca-bundle instead.")
            .arg(name));
}

const std::array rows{
    Row{{"--profile", "NAME", QT_TRANSLATE_NOOP("GlobalOptions", "profile of the AWS configuration to use")},
        takeText<&GlobalOptions::profile>},
    Row{{"--region", "REGION", QT_TRANSLATE_NOOP("GlobalOptions", "region of the service")},
        takeText<&GlobalOptions::region>},
    Row{{"--endpoint-url", "URL",
         QT_TRANSLATE_NOOP("GlobalOptions", "another service than Amazon's, such as the sandbox")},
        takeText<&GlobalOptions::endpointUrl>},
    Row{{"--ca-bundle", "FILE",
         QT_TRANSLATE_NOOP("GlobalOptions", "certificate authorities to trust besides the system's (PEM)")},
        takeText<&GlobalOptions::caBundle>},
    Row{{"--output", "FORMAT", QT_TRANSLATE_NOOP("GlobalOptions", "json (default), text, table or yaml")},
        [](GlobalOptions &options, const QString &name, const QString &value) {
            return readFormat(name, value, options.output);
        }},
    Row{{"--query", "PATH",
         QT_TRANSLATE_NOOP("GlobalOptions", "only this part of the answer, such as jobArn or jobs[0].status")},
        takeText<&GlobalOptions::query>},
    Row{{"--cli-connect-timeout", "SECONDS", QT_TRANSLATE_NOOP("GlobalOptions", "how long to wait for a connection")},
        [](GlobalOptions &options, const QString &name, const QString &value) {
            return readSeconds(name, value, options.connectTimeout);
        }},
    Row{{"--cli-read-timeout", "SECONDS", QT_TRANSLATE_NOOP("GlobalOptions", "how long to wait for an answer")},
        [](GlobalOptions &options, const QString &name, const QString &value) {
            return readSeconds(name, value, options.readTimeout);
        }},
    Row{{"--debug", nullptr, QT_TRANSLATE_NOOP("GlobalOptions", "say on standard error what is done, without secrets")},
        takeFlag<&GlobalOptions::debug>},
    Row{{"--help", nullptr, QT_TRANSLATE_NOOP("GlobalOptions", "show this help")}, takeFlag<&GlobalOptions::help>},
    Row{{"--version", nullptr, QT_TRANSLATE_NOOP("GlobalOptions", "show the version")},
        takeFlag<&GlobalOptions::version>},
    Row{{"--no-sign-request", nullptr, nullptr}, takeFlag<&GlobalOptions::noSignRequest>}, // the help of s3 has it
    Row{{"--no-cli-pager", nullptr, nullptr}, ignore},
    Row{{"--no-cli-auto-prompt", nullptr, nullptr}, ignore},
    Row{{"--color", "WHEN", nullptr}, ignore},
    Row{{"--no-verify-ssl", nullptr, nullptr}, refuseUnverified},
};

QList<exchange::OptionRule> rules()
{
    QList<exchange::OptionRule> list;
    for (const Row &row : rows) {
        const auto takes = row.option.value ? exchange::OptionRule::Takes::One : exchange::OptionRule::Takes::Nothing;
        list << exchange::OptionRule{.name = QString::fromLatin1(row.option.name), .takes = takes};
    }
    return list;
}

} // namespace

std::span<const GlobalOption> globalOptions()
{
    static const auto list = [] {
        std::array<GlobalOption, rows.size()> result{};
        std::transform(rows.begin(), rows.end(), result.begin(), [](const Row &row) { return row.option; });
        return result;
    }();
    return list;
}

core::Result<SplitArguments> splitGlobalOptions(const QStringList &arguments)
{
    const auto parsed = exchange::parseArguments(rules(), arguments);
    if (!parsed)
        return core::fail(parsed.error());
    SplitArguments split;
    split.rest = parsed->rest;
    for (const Row &row : rows) {
        const QString name = QString::fromLatin1(row.option.name);
        if (!parsed->has(name))
            continue;
        if (const auto taken = row.take(split.global, name, parsed->value(name)); !taken)
            return core::fail(taken.error());
    }
    return split;
}

} // namespace braketeer::cli
