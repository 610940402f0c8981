#include "interrupt.h"
#include "sandboxcommand.h"

#include "cli/run.h"
#include "store/paths.h"
#include "store/settings/settings.h"
#include "store/vault/vaultloader.h"

#include <QCoreApplication>

#include <array>

using namespace braketeer;

namespace {

constexpr std::array ownCommands{
    cli::Command{
        "sandbox", "[--port N] [--speed X] [--fault RULE]… [--state FILE]",
        QT_TRANSLATE_NOOP("Commands", "runs the built-in local service until interrupted, and says how to use it"),
        apps::sandboxCommand},
};

cli::Context makeContext(const core::CancelToken &cancel)
{
    cli::Context context;
    context.console = cli::processConsole();
    context.cancel = cancel;
    context.surroundings.vault = [] { return store::loadKeychainVault(); };
    context.surroundings.historyInline = true;
    context.settings = [environment = context.surroundings.environment] {
        return std::make_shared<store::Settings>(store::settingsFile(environment));
    };
    return context;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("braketeer-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BRAKETEER_VERSION));

    const core::CancelToken cancel;
    const apps::Interrupt interrupt(cancel);
    int code = 0;
    bool finished = false;
    auto task = cli::run(makeContext(cancel), QCoreApplication::arguments().mid(1), ownCommands);
    QCoro::connect(std::move(task), &app, [&](int result) {
        code = result;
        finished = true;
        QCoreApplication::exit(result);
    });
    // A command that needed no waiting is done before the event loop could run.
    return finished ? code : QCoreApplication::exec();
}
