#include "gui/shell/mainwindow.h"
#include "store/settings/settings.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace braketeer;
using namespace Qt::StringLiterals;

namespace {

/// A job at the service's limits: 100 hyperparameters of 2,500 characters, 50 tags, 20 channels.
job::JobSpec largestJob()
{
    auto hyperParameters = job::Value::map();
    for (int i = 0; i < 100; ++i)
        hyperParameters.insert(u"parameter-%1"_s.arg(i), job::Value::text(QString(2500, QChar(u'a' + i % 26))));
    auto tags = job::Value::map();
    for (int i = 0; i < 50; ++i)
        tags.insert(u"tag-%1"_s.arg(i), job::Value::text(QString(200, u't')));
    job::JobSpec spec;
    spec.set(job::Path::parse(u"jobName"), job::Value::text(u"bench"_s));
    spec.set(job::Path::parse(u"hyperParameters"), std::move(hyperParameters));
    spec.set(job::Path::parse(u"tags"), std::move(tags));
    for (int i = 0; i < 20; ++i) {
        const job::Path channel = job::Path::parse(u"inputDataConfig").item(i);
        spec.set(channel.child(u"channelName"_s), job::Value::text(u"channel-%1"_s.arg(i)));
        spec.set(channel.child(u"dataSource"_s).child(u"s3DataSource"_s).child(u"s3Uri"_s),
                 job::Value::text(u"s3://bucket/data/%1/"_s.arg(i)));
    }
    return spec;
}

/// Milliseconds until everything that follows from `act` is done: findings, command pane, painting.
template<class Act>
double timed(const Act &act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    // Zero timers that the act started count too.
    for (int i = 0; i < 4; ++i)
        QCoreApplication::processEvents();
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

/// Types into fields of the real window with the largest document in it, and prints how long a key stroke takes.
int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QTemporaryDir folder;
    gui::Backstage backstage;
    backstage.openSession = [](flows::SessionOptions) -> core::Result<std::shared_ptr<flows::Session>> {
        return core::fail(core::Error::Kind::Credentials, u"none"_s);
    };
    backstage.profiles = [] { return QStringList(); };
    backstage.settings = std::make_shared<store::Settings>(folder.filePath(u"settings.ini"_s));
    backstage.dataFolder = folder.path();
    gui::MainWindow window(backstage, {});
    bool ready = false;
    QObject::connect(&window, &gui::MainWindow::ready, [&ready] { ready = true; });
    window.show();
    if (!QTest::qWaitFor([&ready] { return ready; }, 10000))
        return 1;
    window.document().reset(largestJob());
    QTest::qWait(500); // what follows from the new document is not a key stroke

    QList<double> times;
    for (const auto &name : {u"jobName"_s, u"entryPoint"_s}) {
        auto *edit = window.findChild<QLineEdit *>(name);
        if (!edit)
            return 1;
        edit->setFocus();
        for (int i = 0; i < 60; ++i)
            times << timed([edit] { QTest::keyClick(edit, Qt::Key_X); });
    }
    for (int i = 0; i < 60; ++i) {
        const job::Path path = job::Path::parse(u"hyperParameters").child(u"parameter-%1"_s.arg(i));
        times << timed([&] { window.document().setText(path, window.document().text(path) + u'x'); });
    }
    std::sort(times.begin(), times.end());
    std::printf("strokes %d\nmedian %f\nworst %f\n", int(times.size()), times.at(times.size() / 2), times.last());
}
