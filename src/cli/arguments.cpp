#include "cli/arguments.h"

#include <QCoreApplication>

namespace braketeer::cli {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

} // namespace

core::Result<exchange::ParsedArguments> readArguments(const QStringList &arguments, const QList<OptionRule> &rules,
                                                      int leastRest, int mostRest)
{
    auto parsed = exchange::parseArguments(rules, arguments);
    if (!parsed)
        return parsed;
    const QStringList &rest = parsed->rest;
    for (const QString &argument : rest) {
        if (argument.startsWith(u'-') && argument != u"-")
            return core::fail(Error::Kind::Usage,
                              Text::tr("Unknown option %1; --help lists what there is.").arg(argument));
    }
    if (rest.size() < leastRest)
        return core::fail(Error::Kind::Usage,
                          Text::tr("An argument is missing; --help shows how this command is used."));
    if (rest.size() > mostRest) {
        return core::fail(
            Error::Kind::Usage,
            Text::tr("“%1” is one argument too many; --help shows how this command is used.").arg(rest.at(mostRest)));
    }
    return parsed;
}

} // namespace braketeer::cli
