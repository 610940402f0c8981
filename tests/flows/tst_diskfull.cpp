#include "flows/transferplace.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <cstdio>

using namespace braketeer;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 objectBytes = 4 * 1024 * 1024;

/// What the child does on its small disk. Prints what became of the download, and what is in the folder then.
int download(const QStringList &arguments)
{
    TransferPlace place(arguments.value(2));
    place.endpoint = arguments.value(3);
    const auto done = place.download(u"key"_s, u"target"_s);
    std::printf("%d\n%s\n", done ? -1 : int(done.error().kind), done ? "" : qPrintable(done.error().text()));
    for (const QString &name : QDir(place.root()).entryList(QDir::Files | QDir::Hidden))
        std::printf("%s\n", qPrintable(name));
    return 0;
}

/// Runs a command in a mount namespace of its own, where `folder` is a file system of `size`.
void startOnSmallDisk(QProcess &child, const QString &folder, const QString &size, const QStringList &command)
{
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(u"unshare"_s,
                QStringList{u"--user"_s, u"--map-root-user"_s, u"--mount"_s, u"sh"_s, u"-c"_s,
                            u"mount -t tmpfs -o size=\"$0\" none \"$1\" && shift && exec \"$@\""_s, size, folder}
                    + command);
}

} // namespace

/// A real file system without room, in a namespace of a child process.
class tst_DiskFull : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"unshare"_s).isEmpty())
            QSKIP("There is no unshare here.");
        const QTemporaryDir folder;
        QProcess trial;
        startOnSmallDisk(trial, folder.path(), u"1m"_s, {u"true"_s});
        QVERIFY(trial.waitForFinished());
        if (trial.exitCode() != 0)
            QSKIP("This machine does not let a process mount in a namespace of its own.");
    }

    void aDownloadSaysWhatIsMissing()
    {
        TransferPlace place;
        place.service.put("/bucket/key", TransferPlace::bytes(objectBytes));
        const QStringList lines = outcome(place, u"2m"_s);
        QCOMPARE(lines.value(0).toInt(), int(core::Error::Kind::Store));
        const QString text = lines.value(1);
        QVERIFY2(text.contains(u"The disk has no room for "_s), qPrintable(text));
        QVERIFY2(text.contains(u"%1 bytes are needed"_s.arg(objectBytes)), qPrintable(text));
        QVERIFY2(text.contains(u"Make room"_s), qPrintable(text));
        QCOMPARE(lines.mid(2), QStringList()); // neither the name nor the temporary one
        QCOMPARE(place.service.count("GET"), 0);
    }

    void withRoomItArrives()
    {
        TransferPlace place;
        place.service.put("/bucket/key", TransferPlace::bytes(objectBytes));
        const QStringList lines = outcome(place, u"16m"_s);
        QCOMPARE(lines, (QStringList{u"-1"_s, u"target"_s}));
    }

private:
    /// The child's lines.
    static QStringList outcome(const TransferPlace &place, const QString &size)
    {
        QProcess child;
        startOnSmallDisk(child, place.root(), size,
                         {QCoreApplication::applicationFilePath(), u"--download"_s, place.root(), place.service.url()});
        // This process is the child's service.
        (void)QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; }, 30'000);
        return QString::fromUtf8(child.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == "--download"_L1)
        return download(application.arguments());
    tst_DiskFull test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_diskfull.moc"
