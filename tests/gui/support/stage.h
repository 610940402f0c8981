#pragma once

#include "flows/session.h"
#include "gui/shell/mainwindow.h"
#include "sandbox/sandbox.h"
#include "store/paths.h"
#include "store/settings/settings.h"
#include "store/vault/memoryvault.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace braketeer::test {

/// A data folder, a service and a home without any AWS set-up: what a window needs, and nothing of this machine.
class Stage
{
public:
    Stage()
    {
        sandbox::Options options;
        options.speed = 1000; // a job is through its states in a blink
        service = std::move(*sandbox::Sandbox::start(options));
        environment.insert(QStringLiteral("BRAKETEER_DATA_DIR"), folder.path());
        environment.insert(QStringLiteral("HOME"), folder.path());
        for (const char *name : {"AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"})
            environment.insert(QString::fromLatin1(name), folder.filePath(QStringLiteral("absent")));
        environment.insert(QStringLiteral("AWS_EC2_METADATA_DISABLED"), QStringLiteral("true"));
        settings = std::make_shared<store::Settings>(store::settingsFile(environment));
    }

    gui::Backstage backstage()
    {
        flows::Surroundings surroundings;
        surroundings.environment = environment;
        surroundings.vault = [vault = vault]() -> core::Result<std::shared_ptr<core::SecretVault>> { return vault; };
        gui::Backstage backstage;
        backstage.settings = settings;
        backstage.dataFolder = folder.path();
        backstage.vault = surroundings.vault;
        backstage.languages = {{QStringLiteral("de"), QStringLiteral("Deutsch")},
                               {QStringLiteral("en"), QStringLiteral("English")}};
        backstage.profiles = [surroundings] { return flows::profileNames(surroundings); };
        backstage.openSession = [this, surroundings](flows::SessionOptions options) {
            if (options.demo) {
                options.endpointUrl = service->url().toString();
                flows::StaticKeys keys;
                for (const auto &[name, value] : service->environment()) {
                    if (name == u"AWS_ACCESS_KEY_ID")
                        keys.accessKeyId = value;
                    else if (name == u"AWS_SECRET_ACCESS_KEY")
                        keys.secretAccessKey = core::Secret(value.toUtf8());
                }
                options.keys = keys;
            }
            return flows::openSession(std::move(options), surroundings);
        };
        return backstage;
    }

    /// A window on the demo, with everything in it that comes after the first frame.
    std::unique_ptr<gui::MainWindow> openWindow(const QString &fileName = {})
    {
        flows::SessionOptions choice;
        choice.demo = true;
        return openWindow(choice, fileName);
    }

    std::unique_ptr<gui::MainWindow> openWindow(const flows::SessionOptions &choice, const QString &fileName)
    {
        auto window = std::make_unique<gui::MainWindow>(backstage(), choice, fileName);
        QSignalSpy ready(window.get(), &gui::MainWindow::ready);
        window->show();
        if (ready.isEmpty())
            ready.wait();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qWarning("The window did not become active.");
        return window;
    }

    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("A test file could not be written.");
        return file.fileName();
    }

    QTemporaryDir folder;
    QProcessEnvironment environment;
    std::unique_ptr<sandbox::Sandbox> service;
    std::shared_ptr<store::Settings> settings;
    std::shared_ptr<store::MemoryVault> vault = std::make_shared<store::MemoryVault>();
};

} // namespace braketeer::test
