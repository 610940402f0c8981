#include "interrupt.h"

#include "apps/language/language.h"
#include "cli/run.h"
#include "store/paths.h"
#include "store/settings/settings.h"
#include "store/vault/vaultloader.h"

#include <QCoreApplication>
#include <QFileInfo>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace braketeer;

namespace {

/// Beside this program in the build folder, in the folder for internal programs when installed.
QString sandboxProgram()
{
    const QString folder = QCoreApplication::applicationDirPath();
    const QString name = QStringLiteral("/braketeer-sandbox");
    const QString beside = folder + name;
    return QFileInfo::exists(beside) ? beside : folder + QStringLiteral("/" BRAKETEER_LIBEXECDIR) + name;
}

/// A command does each thing once, and nearly all of it on one thread.
void saveStartUp()
{
    // Compiling a pattern to machine code costs more than matching it once.
    if (!qEnvironmentVariableIsSet("QT_ENABLE_REGEXP_JIT"))
        qputenv("QT_ENABLE_REGEXP_JIT", "0");
    // Nothing here speaks to GLib, and Qt's own event loop starts with less.
    if (!qEnvironmentVariableIsSet("QT_NO_GLIB"))
        qputenv("QT_NO_GLIB", "1");
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 1); // no second heap for the thread that Qt Network has
#endif
}

cli::Context makeContext(const core::CancelToken &cancel)
{
    cli::Context context;
    context.console = cli::processConsole();
    context.cancel = cancel;
    context.sandboxProgram = sandboxProgram();
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
    cli::holdStandardStreams();
    saveStartUp();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("braketeer-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BRAKETEER_VERSION));

    if (const QString language = apps::languageFor(); language != apps::sourceLanguage)
        apps::loadLanguage(language);

    const core::CancelToken cancel;
    const apps::Interrupt interrupt(cancel);
    int code = 0;
    bool finished = false;
    auto task = cli::run(makeContext(cancel), QCoreApplication::arguments().mid(1));
    QCoro::connect(std::move(task), &app, [&](int result) {
        code = result;
        finished = true;
        QCoreApplication::exit(result);
    });
    // A command that needed no waiting is done before the event loop could run.
    return finished ? code : QCoreApplication::exec();
}
