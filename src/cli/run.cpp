#include "cli/run.h"

#include "cli/commandtable.h"
#include "cli/help.h"

#include <QCoreApplication>
#include <QLoggingCategory>

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

} // namespace

QCoro::Task<int> run(Context context, QStringList arguments)
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
        const QByteArray text = command ? commandHelp(*command) : overview();
        context.console.out(text);
        co_return name.isEmpty() && !split->global.help ? WrongUsage : Done;
    }
    if (!command) {
        context.console.err(Text::tr("There is no command “%1”; --help lists them.").arg(name));
        co_return WrongUsage;
    }
    // Named, because GCC 12 destroys an aggregate twice that is a temporary of a co_await expression.
    Invocation call{context, split->global, split->rest};
    const core::Result<int> code = co_await command->run(std::move(call));
    co_return code ? *code : explain(context.console, code.error());
}

} // namespace braketeer::cli
