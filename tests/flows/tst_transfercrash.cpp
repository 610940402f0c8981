#include "flows/transferplace.h"

#include <QProcess>
#include <QTest>

#include <cstdio>

#include <signal.h>

using namespace braketeer;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;
using flows::TransferState;

namespace {

/// What the child does until it is killed: one transfer against the parent's service.
int transfer(const QStringList &arguments)
{
    TransferPlace place(arguments.value(3));
    place.endpoint = arguments.value(4);
    place.limits.parallelParts = 2;
    const auto done = arguments.value(2) == "upload"_L1 ? place.upload(u"data"_s) : place.download(u"key"_s, u"data"_s);
    if (!done)
        std::fprintf(stderr, "%s\n", qPrintable(done.error().text()));
    return done ? 0 : 1;
}

constexpr int waiting = 5;

QString waitingName(int number)
{
    return u"file%1"_s.arg(number);
}

/// The same with a queue, two of which run at a time.
int queueUp(const QStringList &arguments)
{
    TransferPlace place(arguments.value(2));
    place.endpoint = arguments.value(3);
    flows::TransferQueue queue(place.engine());
    for (int i = 0; i < waiting; ++i)
        queue.upload(place.path(waitingName(i)), at(waitingName(i)));
    return QCoreApplication::exec();
}

} // namespace

/// A transfer whose process is killed, and what the next process makes of it.
class tst_TransferCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aKilledTransferGoesOn_data()
    {
        QTest::addColumn<bool>("upload");
        QTest::addColumn<int>("after");
        for (const int after : {1, 5, 9, 16}) {
            QTest::addRow("upload after %d parts", after) << true << after;
            QTest::addRow("download after %d parts", after) << false << after;
        }
    }

    void aKilledTransferGoesOn()
    {
        QFETCH(const bool, upload);
        QFETCH(const int, after);
        TransferPlace place;
        const QByteArray bytes = TransferPlace::bytes(20 * TransferPlace::partSize + 77);
        if (upload)
            place.makeFile(u"data"_s, bytes);
        else
            place.service.put("/bucket/key", bytes);

        killAfter(place, upload, after);
        QVERIFY(upload ? place.service.objects.isEmpty() : !QFile::exists(place.path(u"data"_s)));
        QCOMPARE(place.recorded().size(), 1);
        QVERIFY(!place.recorded().first().alive);

        place.service.fault = nullptr;
        place.service.server.requests.clear();
        flows::TransferQueue queue(place.engine());
        QCOMPARE(QCoro::waitFor(queue.restore()).value(), 1);
        QCOMPARE(queue.transfers().first().state, TransferState::Paused);
        queue.resume(1);
        QTRY_COMPARE(queue.transfer(1)->state, TransferState::Done);
        QVERIFY(place.service.objects.value("/bucket/key").body == bytes);
        QVERIFY(TransferPlace::contentOf(place.path(u"data"_s)) == bytes);
        QVERIFY(place.leftovers().isEmpty());
        QVERIFY(place.recorded().isEmpty());
        if (upload) // a download writes down what it has when it is on the disk, which takes longer than this one
            QVERIFY(place.service.count("PUT") <= 21 - after);
    }

    void theSameCallGoesOnToo()
    {
        TransferPlace place;
        const QByteArray bytes = TransferPlace::bytes(20 * TransferPlace::partSize + 77);
        place.makeFile(u"data"_s, bytes);
        killAfter(place, true, 9);
        place.service.fault = nullptr;
        place.service.server.requests.clear();
        QVERIFY(place.upload(u"data"_s).has_value());
        QVERIFY(place.service.objects.value("/bucket/key").body == bytes);
        QVERIFY(place.service.count("PUT") <= 12);
        QCOMPARE(place.service.count("POST /bucket/key?uploads "), 0);
    }

    void whatOnlyWaitedIsNotLost()
    {
        TransferPlace place;
        for (int i = 0; i < waiting; ++i)
            place.makeFile(waitingName(i), "content");
        QVERIFY(place.recorded().isEmpty()); // makes the file: two cannot do that at once
        place.service.fault = [](const QByteArray &) { return ScriptedServer::Reply{}; }; // never answered
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), {u"--queue"_s, place.root(), place.service.url()});
        QVERIFY(child.waitForStarted());
        QTRY_COMPARE(place.recorded().size(), waiting);
        child.kill();
        QTRY_COMPARE(child.state(), QProcess::NotRunning);

        place.service.fault = nullptr;
        flows::TransferQueue queue(place.engine());
        QCOMPARE(QCoro::waitFor(queue.restore()).value(), waiting);
        for (const auto &status : queue.transfers())
            queue.resume(status.id);
        QTRY_VERIFY(!queue.isBusy());
        QCOMPARE(place.service.objects.size(), waiting);
        QTRY_VERIFY(place.recorded().isEmpty());
    }

private:
    static void killAfter(TransferPlace &place, bool upload, int parts)
    {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        int handled = 0;
        place.service.fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (!MiniS3::isPart(request) && !MiniS3::isRange(request))
                return std::nullopt;
            if (++handled <= parts)
                return std::nullopt;
            ::kill(pid_t(child.processId()), SIGKILL);
            return ScriptedServer::Reply{};
        };
        child.start(QCoreApplication::applicationFilePath(),
                    {u"--transfer"_s, upload ? u"upload"_s : u"download"_s, place.root(), place.service.url()});
        QVERIFY(child.waitForStarted());
        QTRY_COMPARE_WITH_TIMEOUT(child.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == "--transfer"_L1)
        return transfer(application.arguments());
    if (application.arguments().value(1) == "--queue"_L1)
        return queueUp(application.arguments());
    tst_TransferCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_transfercrash.moc"
