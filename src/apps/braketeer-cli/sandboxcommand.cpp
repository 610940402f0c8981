#include "sandboxcommand.h"

#include "sandbox/sandbox.h"

#include <QCoreApplication>
#include <QCoroSignal>
#include <QObject>
#include <QPointer>

namespace braketeer::apps {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SandboxCommand)
};

core::Result<sandbox::Options> readOptions(const QStringList &arguments)
{
    sandbox::Options options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = equals < 0 ? argument : argument.first(equals);
        const QStringList known{QStringLiteral("--port"), QStringLiteral("--speed"), QStringLiteral("--fault"),
                                QStringLiteral("--state")};
        if (!known.contains(name))
            return core::fail(Error::Kind::Usage,
                              Text::tr("Unknown argument %1; use --port, --speed, --fault or --state.").arg(name));
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
        else
            options.stateFile = value;
        if (!good)
            return core::fail(Error::Kind::Usage, Text::tr("%1 takes a number, not “%2”.").arg(name, value));
    }
    return options;
}

/// Says once that somebody asked to stop.
class Stop final : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void asked();
};

} // namespace

core::Task<int> sandboxCommand(cli::Invocation call)
{
    auto options = readOptions(call.arguments);
    if (!options)
        co_return core::fail(options.error());
    const auto out = call.context.console.out;
    // The log waits for the two parts above it: a request may come in before they are printed.
    auto ready = std::make_shared<std::atomic<bool>>(false);
    options->log = [out, ready](const QString &line) {
        if (*ready)
            out(line.toUtf8() + '\n');
    };
    const auto server = sandbox::Sandbox::start(std::move(*options));
    if (!server)
        co_return core::fail(server.error());
    QByteArray head = (*server)->url().toEncoded() + '\n';
    for (const auto &[name, value] : (*server)->environment())
        head += name.toUtf8() + '=' + value.toUtf8() + '\n';
    out(head);
    *ready = true;

    Stop stop;
    const auto guard = call.context.cancel.onCancel([&stop] { Q_EMIT stop.asked(); });
    if (!call.context.cancel.isCancelled())
        co_await qCoro(&stop, &Stop::asked);
    (*server)->stop();
    co_return int(cli::Interrupted);
}

} // namespace braketeer::apps

#include "sandboxcommand.moc"
