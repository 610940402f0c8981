#include "options.h"

#include <QCoreApplication>

namespace braketeer::apps {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SandboxCommand)
};

} // namespace

core::Result<sandbox::Options> readSandboxOptions(const QStringList &arguments)
{
    sandbox::Options options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = equals < 0 ? argument : argument.first(equals);
        const QStringList known{QStringLiteral("--port"), QStringLiteral("--speed"), QStringLiteral("--fault"),
                                QStringLiteral("--state"), QStringLiteral("--keys")};
        if (!known.contains(name))
            return core::fail(
                Error::Kind::Usage,
                Text::tr("Unknown argument %1; use --port, --speed, --fault, --keys or --state.").arg(name));
        if (equals < 0 && i + 1 >= arguments.size())
            return core::fail(Error::Kind::Usage, Text::tr("%1 needs a value after it.").arg(name));
        const QString value = equals < 0 ? arguments.at(++i) : argument.sliced(equals + 1);
        bool good = true;
        if (name == u"--port")
            options.port = value.toInt(&good);
        else if (name == u"--speed")
            options.speed = value.toDouble(&good);
        else if (name == u"--fault")
            options.faults << value;
        else if (name == u"--keys")
            options.manyKeys = value.toLongLong(&good);
        else
            options.stateFile = value;
        if (!good)
            return core::fail(Error::Kind::Usage, Text::tr("%1 takes a number, not “%2”.").arg(name, value));
    }
    return options;
}

} // namespace braketeer::apps
