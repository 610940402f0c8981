#include "demoservice.h"
#include "options.h"

#include "apps/language/language.h"
#include "gui/kit/headstart.h"
#include "gui/kit/latericonstyle.h"
#include "gui/kit/theme.h"
#include "gui/shell/mainwindow.h"
#include "store/paths.h"
#include "store/settings/settings.h"
#include "store/vault/vaultloader.h"

#include <QApplication>

#include <cstdio>

using namespace braketeer;
using namespace Qt::StringLiterals;

namespace {

/// Nothing was said about the account: the one of the last time, unless the environment names one.
void takeLastChoice(flows::SessionOptions &choice, const store::Settings &settings,
                    const QProcessEnvironment &environment)
{
    const bool said = choice.demo || !choice.profile.isEmpty() || !choice.endpointUrl.isEmpty()
                      || environment.contains(u"AWS_PROFILE"_s) || environment.contains(u"AWS_ACCESS_KEY_ID"_s);
    if (said)
        return;
    choice.profile = settings.text(store::setting::profile);
    if (choice.region.isEmpty())
        choice.region = settings.text(store::setting::region);
}

/// Opens sessions; the demo's service is loaded when the demo is first chosen, and then kept.
gui::SessionKeeper::Opener sessionOpener(const flows::Surroundings &surroundings, const QString &dataFolder)
{
    const auto demo = std::make_shared<std::unique_ptr<apps::DemoService>>();
    return [demo, surroundings,
            dataFolder](flows::SessionOptions options) -> core::Result<std::shared_ptr<flows::Session>> {
        if (!options.demo)
            return flows::openSession(std::move(options), surroundings);
        if (!*demo) {
            auto loaded = apps::loadDemoService(dataFolder);
            if (!loaded)
                return core::fail(loaded.error());
            *demo = std::move(*loaded);
        }
        const auto served = (*demo)->serve(std::move(options));
        if (!served)
            return core::fail(served.error());
        return flows::openSession(*served, surroundings);
    };
}

gui::Backstage makeBackstage(const std::shared_ptr<store::Settings> &settings, const QString &dataFolder)
{
    flows::Surroundings surroundings;
    surroundings.vault = [] { return store::loadKeychainVault(); };
    gui::Backstage backstage;
    backstage.settings = settings;
    backstage.dataFolder = dataFolder;
    backstage.vault = surroundings.vault;
    backstage.profiles = [surroundings] { return flows::profileNames(surroundings); };
    for (const apps::Language &language : apps::languages())
        backstage.languages.append({QLatin1StringView(language.code), QString::fromUtf8(language.name)});
    backstage.openSession = sessionOpener(surroundings, dataFolder);
    return backstage;
}

/// For scripts/bench: says on standard output how far the start has come.
void reportStart(const gui::MainWindow &window)
{
    const auto say = [](const char *line) {
        std::puts(line);
        std::fflush(stdout);
    };
    QObject::connect(&window, &gui::MainWindow::painted, &window, [say] { say("first-paint"); });
    QObject::connect(&window, &gui::MainWindow::ready, &window, [say] { say("sections-ready"); });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"braketeer"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BRAKETEER_VERSION));
    QGuiApplication::setDesktopFileName(u"org.braketeer.Braketeer"_s);

    apps::Options options;
    QStringList arguments;
    for (int at = 0; at < argc; ++at)
        arguments.append(QString::fromLocal8Bit(argv[at]));
    const auto environment = QProcessEnvironment::systemEnvironment();
    const auto settings = std::make_shared<store::Settings>(store::settingsFile(environment));
    const auto loadLanguage = [&settings] {
        apps::loadLanguage(apps::languageFor(settings->text(store::setting::language)));
    };
    // Help needs no display, so the command line is read before there is one.
    std::optional<QCoreApplication> speaker;
    const auto speak = [&] {
        speaker.emplace(argc, argv);
        loadLanguage();
    };
    if (const std::optional<int> code = apps::readOptions(arguments, options, speak))
        return *code;

    QApplication app(argc, argv);
    gui::takeHeadStart();
    QApplication::setStyle(new gui::LaterIconStyle(QApplication::style()));
    const QString dataFolder = store::dataFolder(environment);
    loadLanguage();
    gui::Theme theme;
    theme.setScheme(gui::colorSchemeNamed(settings->text(store::setting::colourScheme)));
    theme.apply();

    takeLastChoice(options.choice, *settings, environment);
    QObject::connect(settings.get(), &store::Settings::changed, &theme, [&theme, settings](const QByteArray &key) {
        if (key == store::setting::colourScheme.key)
            theme.setScheme(gui::colorSchemeNamed(settings->text(store::setting::colourScheme)));
    });
    gui::MainWindow window(makeBackstage(settings, dataFolder), options.choice, options.fileName);
    QObject::connect(&window, &gui::MainWindow::ready, &theme, [&theme] {
        theme.followDesktop();
        QGuiApplication::setWindowIcon(QIcon::fromTheme(u"org.braketeer.Braketeer"_s));
    });
    if (environment.contains(u"BRAKETEER_STARTUP_REPORT"_s))
        reportStart(window);
    window.show();
    return QApplication::exec();
}
