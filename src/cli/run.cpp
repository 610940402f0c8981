#include "cli/run.h"

#include "cli/commandtable.h"
#include "cli/help.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cerrno>

namespace braketeer::cli {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Run)
};

const Command *findCommand(const QString &name)
{
    for (const Command &command : commands()) {
        if (name == QLatin1StringView(command.name))
            return &command;
    }
    return nullptr;
}

int explain(const Console &console, const core::Error &error)
{
    console.err(error.text());
    return exitCodeFor(error);
}

/// What the run ends with when standard output did not take all of it. Nobody is told that a reader has gone: who ends
/// `| head` knows it.
int unwritten(const Console &console)
{
    const int number = console.out.failure();
    if (number == EPIPE)
        return NobodyReads;
    core::Error error;
    error.kind = core::Error::Kind::Store;
    error.message = Text::tr("Standard output cannot be written: %1.").arg(qt_error_string(number));
    error.suggestion = Text::tr("What was done stays done, but the answer is not whole.");
    return explain(console, error);
}

QCoro::Task<int> runCommand(Context context, QStringList arguments)
{
    auto split = splitGlobalOptions(arguments);
    if (!split)
        co_return explain(context.console, split.error());
    if (split->global.version) {
        context.console.out("braketeer-cli " + QCoreApplication::applicationVersion().toUtf8() + '\n');
        co_return Done;
    }
    if (split->global.debug)
        QLoggingCategory::setFilterRules(QStringLiteral("braketeer.*=true"));
    const QString name = split->rest.isEmpty() ? QString() : split->rest.takeFirst();
    const Command *command = findCommand(name);
    if (split->global.help || name == u"help" || name.isEmpty()) {
        const QByteArray text = command ? commandHelp(*command, split->rest) : overview();
        context.console.out(text);
        co_return name.isEmpty() && !split->global.help ? WrongUsage : Done;
    }
    if (!command) {
        context.console.err(Text::tr("There is no command “%1”; --help lists them.").arg(name));
        co_return WrongUsage;
    }
    if (split->global.noSignRequest && name != u"s3") {
        context.console.err(Text::tr("--no-sign-request is for s3: all other services want to know who asks."));
        co_return WrongUsage;
    }
    // Named, because GCC 12 destroys an aggregate twice that is a temporary of a co_await expression.
    Invocation call{context, split->global, split->rest};
    const core::Result<int> code = co_await command->run(std::move(call));
    if (code)
        co_return *code;
    // The command was stopped for it, and is not to blame.
    if (context.console.out.failure() != 0)
        co_return GeneralFailure;
    co_return explain(context.console, code.error());
}

} // namespace

QCoro::Task<int> run(Context context, QStringList arguments)
{
    const Console console = context.console;
    // Later: a write is in the middle of something.
    console.out.onFailure([cancel = context.cancel] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [cancel]() mutable { cancel.cancel(); }, Qt::QueuedConnection);
    });
    const int code = co_await runCommand(std::move(context), std::move(arguments));
    console.out.flush();
    co_return console.out.failure() == 0 ? code : unwritten(console);
}

} // namespace braketeer::cli
