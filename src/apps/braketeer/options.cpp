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

} // namespace

std::optional<int> readOptions(const QStringList &arguments, Options &options)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("Launches Amazon Braket hybrid jobs. Without an AWS profile it opens the demo."));
    const QCommandLineOption help({u"h"_s, u"help"_s}, Text::tr("Show this help."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, Text::tr("Show the version."));
    const QCommandLineOption demo(u"demo"_s, Text::tr("Use the built-in service: no account, no network, no cost."));
    const QCommandLineOption profile(u"profile"_s, Text::tr("AWS profile to work with."), u"NAME"_s);
    const QCommandLineOption region(u"region"_s, Text::tr("AWS region to work in."), u"REGION"_s);
    const QCommandLineOption endpoint(u"endpoint-url"_s, Text::tr("Service to use instead of AWS’s own."), u"URL"_s);
    parser.addOptions({help, version, demo, profile, region, endpoint});
    parser.addPositionalArgument(u"FILE"_s, Text::tr("Job document to open, JSON or YAML."), u"[FILE]"_s);
    if (!parser.parse(arguments)) {
        std::fprintf(stderr, "%s\n", qPrintable(parser.errorText()));
        return wrongUsage;
    }
    if (parser.isSet(help) || parser.isSet(version)) {
        const QString answer = parser.isSet(help) ? parser.helpText()
                                                  : u"braketeer %1\n"_s.arg(QCoreApplication::applicationVersion());
        std::fputs(qPrintable(answer), stdout);
        return 0;
    }
    options.choice.demo = parser.isSet(demo);
    options.choice.profile = parser.value(profile);
    options.choice.region = parser.value(region);
    options.choice.endpointUrl = parser.value(endpoint);
    options.fileName = parser.positionalArguments().value(0);
    return std::nullopt;
}

} // namespace braketeer::apps
