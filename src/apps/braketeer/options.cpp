#include "options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace braketeer::apps {
namespace {

constexpr int wrongUsage = 252; // as the command line has it

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Options)
};

/// The options with their help in the language that is loaded when this is made.
struct CommandLine
{
    QCommandLineOption help{{u"h"_s, u"help"_s}, Text::tr("Show this help.")};
    QCommandLineOption version{{u"v"_s, u"version"_s}, Text::tr("Show the version.")};
    QCommandLineOption demo{u"demo"_s, Text::tr("Use the built-in service: no account, no network, no cost.")};
    QCommandLineOption profile{u"profile"_s, Text::tr("AWS profile to work with."), u"NAME"_s};
    QCommandLineOption region{u"region"_s, Text::tr("AWS region to work in."), u"REGION"_s};
    QCommandLineOption endpoint{u"endpoint-url"_s, Text::tr("Service to use instead of AWS’s own."), u"URL"_s};
    QCommandLineParser parser;

    CommandLine()
    {
        parser.setApplicationDescription(
            Text::tr("Launches Amazon Braket hybrid jobs. Without an AWS profile it opens the demo."));
        parser.addOptions({help, version, demo, profile, region, endpoint});
        parser.addPositionalArgument(u"FILE"_s, Text::tr("Job document to open, JSON or YAML."), u"[FILE]"_s);
    }
};

} // namespace

std::optional<int> readOptions(const QStringList &arguments, Options &options, const std::function<void()> &speak)
{
    CommandLine line;
    const bool understood = line.parser.parse(arguments);
    if (!understood || line.parser.isSet(line.help)) {
        speak();
        CommandLine translated;
        const bool again = translated.parser.parse(arguments);
        if (!again)
            std::fprintf(stderr, "%s\n", qPrintable(translated.parser.errorText()));
        else
            std::fputs(qPrintable(translated.parser.helpText()), stdout);
        return again ? 0 : wrongUsage;
    }
    if (line.parser.isSet(line.version)) {
        std::printf("braketeer %s\n", qPrintable(QCoreApplication::applicationVersion()));
        return 0;
    }
    options.choice.demo = line.parser.isSet(line.demo);
    options.choice.profile = line.parser.value(line.profile);
    options.choice.region = line.parser.value(line.region);
    options.choice.endpointUrl = line.parser.value(line.endpoint);
    options.fileName = line.parser.positionalArguments().value(0);
    return std::nullopt;
}

} // namespace braketeer::apps
