#include "s3place.h"
#include "support/terminal.h"

#include <csignal>

using namespace braketeer;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

} // namespace

/// `braketeer-cli s3 cp` with `-` for standard input or output.
class tst_S3Streams : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void streamsOfAnyLengthGoBothWays()
    {
        S3Place place;
        QByteArray bytes(40 * mebibyte + 7, Qt::Uninitialized);
        quint32 state = 9;
        for (char &byte : bytes) {
            state = state * 1664525 + 1013904223;
            byte = char(state >> 24);
        }
        const Ended up = place.cli({u"cp"_s, u"-"_s, S3Place::at(u"stream"_s)}, bytes);
        QVERIFY2(up.exitCode == 0, up.err);
        QCOMPARE(up.out + up.err, QByteArray());
        QVERIFY(place.object(u"stream"_s) == bytes);
        QCOMPARE(place.server->requestCount(u"UploadPart"_s), 6);
        const Ended down = place.cli({u"cp"_s, S3Place::at(u"stream"_s), u"-"_s});
        QVERIFY2(down.exitCode == 0, down.err);
        QVERIFY(down.out == bytes);
        const Ended expected = place.cli(
            {u"cp"_s, u"-"_s, S3Place::at(u"expected"_s), u"--expected-size"_s, QString::number(qint64(100) << 30)},
            bytes);
        QVERIFY2(expected.exitCode == 0, expected.err);
        QVERIFY(place.object(u"expected"_s) == bytes);
        QCOMPARE(place.server->requestCount(u"UploadPart"_s), 6 + 4); // of 13 MiB
    }

    void progressIsForWhoLooksOn_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("shown");
        const QString to = S3Place::at(u"up"_s);
        QTest::newRow("standard input") << QStringList{u"cp"_s, u"-"_s, to} << true;
        QTest::newRow("standard output") << QStringList{u"cp"_s, S3Place::at(u"large"_s), u"-"_s} << true;
        QTest::newRow("inside") << QStringList{u"cp"_s, S3Place::at(u"large"_s), to} << true;
        QTest::newRow("unwanted") << QStringList{u"cp"_s, u"-"_s, to, u"--no-progress"_s} << false;
        QTest::newRow("quiet") << QStringList{u"cp"_s, u"-"_s, to, u"--quiet"_s} << false;
        QTest::newRow("errors only") << QStringList{u"cp"_s, u"-"_s, to, u"--only-show-errors"_s} << false;
    }

    void progressIsForWhoLooksOn()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const bool, shown);
        S3Place place;
        place.put(u"large"_s, QByteArray(20 * mebibyte, 'x'));
        const Terminal terminal;
        QProcess process;
        process.setProcessEnvironment(place.environment);
        process.setStandardErrorFile(terminal.name());
        process.start(QStringLiteral(BRAKETEER_CLI), QStringList{u"s3"_s} + arguments);
        process.write(QByteArray(20 * mebibyte, 'x'));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 0);
        const QByteArray said = terminal.said();
        QCOMPARE(said.contains("MiB"), shown);
        QCOMPARE(said.endsWith("\r\x1b[K"), shown);
        QCOMPARE(said.count('\n'), 0);
    }

    void aDryRunOfAStreamDoesNothing()
    {
        S3Place place;
        place.put(u"there"_s, "1");
        const Ended up = place.cli({u"cp"_s, u"-"_s, S3Place::at(u"dry"_s), u"--dryrun"_s}, "x");
        QCOMPARE(up.out, "(dryrun) upload: - to " + S3Place::at(u"dry"_s).toUtf8() + '\n');
        QVERIFY(!place.object(u"dry"_s));
        const Ended down = place.cli({u"cp"_s, S3Place::at(u"there"_s), u"-"_s, u"--dryrun"_s});
        QCOMPARE(down.out, "(dryrun) download: " + S3Place::at(u"there"_s).toUtf8() + " to -\n");
        QCOMPARE(place.server->requestCount(u"GetObject"_s), 0);
    }

    void aStreamThatIsRefusedLeavesNothing()
    {
        S3Place place;
        QVERIFY(place.server->addFault(u"error:UploadPart:AccessDenied:403:*"_s));
        const Ended up = place.cli({u"cp"_s, u"-"_s, S3Place::at(u"stream"_s)}, QByteArray(30 * mebibyte, 'x'));
        QCOMPARE(up.exitCode, 254);
        QVERIFY(!up.err.isEmpty());
        QCOMPARE(place.server->requestCount(u"AbortMultipartUpload"_s), 1);
        QVERIFY(!place.object(u"stream"_s));
    }

    // Who presses Ctrl+C while the other program is still at work.
    void aStreamThatIsInterruptedLeavesNothing()
    {
        S3Place place;
        QProcess process;
        process.setProcessEnvironment(place.environment);
        process.start(QStringLiteral(BRAKETEER_CLI), {u"s3"_s, u"cp"_s, u"-"_s, S3Place::at(u"stream"_s)});
        process.write(QByteArray(30 * mebibyte, 'x'));
        QTRY_VERIFY_WITH_TIMEOUT(place.server->requestCount(u"UploadPart"_s) >= 2, 30'000);
        QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(place.server->requestCount(u"AbortMultipartUpload"_s), 1);
        QVERIFY(!place.object(u"stream"_s));
    }

    void anObjectThatChangesWhileItIsReadIsSaid()
    {
        S3Place place;
        place.put(u"stream"_s, QByteArray(30 * mebibyte, 'x'));
        QVERIFY(place.server->addFault(u"change:GetObject:1"_s));
        const Ended down = place.cli({u"cp"_s, S3Place::at(u"stream"_s), u"-"_s});
        QVERIFY(down.exitCode != 0);
        QVERIFY2(down.err.contains("changed"), down.err);
    }
};

QTEST_GUILESS_MAIN(tst_S3Streams)
#include "tst_s3streams.moc"
