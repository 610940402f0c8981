#include "flows/transfer/checksum.h"
#include "flows/transfer/lanes.h"
#include "flows/transfer/meter.h"
#include "flows/transfer/parallel.h"
#include "flows/transfer/partialfile.h"
#include "flows/transfer/plan.h"

#include <QCoroTask>
#include <QCoroTimer>
#include <QTest>

using namespace braketeer;
using namespace Qt::StringLiterals;
using flows::Lanes;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

/// Waits for a lane, notes who got one, and keeps it until told.
QCoro::Task<> occupy(Lanes &lanes, core::CancelToken cancel, int name, QList<int> &got,
                     std::map<int, Lanes::Pass> &passes)
{
    Lanes::Pass pass = co_await lanes.enter(cancel);
    got.append(pass ? name : -name);
    if (pass)
        passes[name] = std::move(pass);
}

} // namespace

/// The small pieces that transfers are made of.
class tst_TransferParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void tenThousandPartsSuffice_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<qint64>("partSize");
        QTest::addColumn<int>("count");
        QTest::newRow("small") << 20 * mebibyte << 8 * mebibyte << 3;
        QTest::newRow("exact") << 80'000 * mebibyte << 8 * mebibyte << 10'000;
        QTest::newRow("one more byte") << 80'000 * mebibyte + 1 << 9 * mebibyte << 8889;
        QTest::newRow("the largest object") << 5 * mebibyte * mebibyte << 525 * mebibyte << 9987;
    }

    void tenThousandPartsSuffice()
    {
        QFETCH(const qint64, size);
        QFETCH(const qint64, partSize);
        QFETCH(const int, count);
        const auto plan = flows::planParts(size, 8 * mebibyte);
        QCOMPARE(plan.partSize, partSize);
        QCOMPARE(plan.count(), count);
        QCOMPARE(plan.offset(count) + plan.length(count), size);
        QVERIFY(plan.length(count) > 0);
        QCOMPARE(plan.offset(1), 0);
    }

    void lanesAreFirstComeFirstServed()
    {
        Lanes lanes(2);
        QList<int> got;
        std::map<int, Lanes::Pass> passes;
        const core::CancelToken cancel;
        for (int name = 1; name <= 4; ++name)
            occupy(lanes, cancel, name, got, passes);
        QCOMPARE(got, (QList{1, 2}));
        passes.erase(2);
        QTRY_COMPARE(got, (QList{1, 2, 3}));
        passes.erase(1);
        passes.erase(3);
        QTRY_COMPARE(got, (QList{1, 2, 3, 4}));
    }

    void whoIsCancelledLeavesTheLine()
    {
        Lanes lanes(1);
        QList<int> got;
        std::map<int, Lanes::Pass> passes;
        core::CancelToken cancel;
        occupy(lanes, {}, 1, got, passes);
        occupy(lanes, cancel, 2, got, passes);
        occupy(lanes, {}, 3, got, passes);
        cancel.cancel();
        QTRY_COMPARE(got, (QList{1, -2}));
        occupy(lanes, cancel, 4, got, passes);
        QCOMPARE(got, (QList{1, -2, -4}));
        passes.clear();
        QTRY_COMPARE(got, (QList{1, -2, -4, 3}));
    }

    void slowDownHalvesOnceForAllThatWereUnderWay()
    {
        Lanes lanes(4);
        QList<int> got;
        std::map<int, Lanes::Pass> passes;
        for (int name = 1; name <= 4; ++name)
            occupy(lanes, {}, name, got, passes);
        lanes.slowDown(passes[1]);
        QCOMPARE(lanes.limit(), 2);
        lanes.slowDown(passes[2]);
        QCOMPARE(lanes.limit(), 2);
        occupy(lanes, {}, 5, got, passes);
        passes.erase(1);
        passes.erase(2);
        QTest::qWait(0);
        QCOMPARE(got.size(), 4); // two are still there
        passes.erase(3);
        QTRY_COMPARE(got, (QList{1, 2, 3, 4, 5}));
        lanes.slowDown(passes[5]);
        QCOMPARE(lanes.limit(), 1);
        passes.erase(4);
        passes.erase(5);
        occupy(lanes, {}, 6, got, passes);
        lanes.slowDown(passes[6]);
        QCOMPARE(lanes.limit(), 1);
    }

    void lanesComeBackWhileAllIsWell()
    {
        Lanes lanes(4);
        QList<int> got;
        std::map<int, Lanes::Pass> passes;
        occupy(lanes, {}, 1, got, passes);
        lanes.slowDown(passes[1]);
        QCOMPARE(lanes.limit(), 2);
        for (int i = 0; i < 15; ++i)
            lanes.succeeded();
        QCOMPARE(lanes.limit(), 2);
        lanes.succeeded();
        QCOMPARE(lanes.limit(), 3);
        for (int i = 0; i < 100; ++i)
            lanes.succeeded();
        QCOMPARE(lanes.limit(), 4);
    }

    void theMeterIsSmooth()
    {
        using namespace std::chrono_literals;
        flows::Meter meter;
        meter.start(0ms, 5000);
        QVERIFY(!meter.timeLeft(100).has_value());
        std::chrono::milliseconds now = 0ms;
        qint64 bytes = 5000;
        for (int i = 0; i < 10; ++i)
            meter.update(now += 100ms, bytes += 1000);
        QVERIFY(std::abs(meter.bytesPerSecond() - 10'000) < 1); // from the first moment on, not rising from 0
        QCOMPARE(meter.timeLeft(20'000), 2s);
        meter.update(now += 100ms, bytes); // nothing for a moment
        QVERIFY(meter.bytesPerSecond() > 8'000 && meter.bytesPerSecond() < 10'000);
        for (int i = 0; i < 300; ++i)
            meter.update(now += 100ms, bytes);
        QVERIFY(meter.bytesPerSecond() < 10);
        meter.update(now += 100ms, bytes - 5000); // a part is sent again
        QCOMPARE(meter.bytesPerSecond(), 0.0);
        QVERIFY(!meter.timeLeft(1).has_value());
    }

    void partialFilesStandBesideTheirTarget()
    {
        QCOMPARE(flows::partialName(u"/data/results.csv"_s), u"/data/.results.csv.braketeer-part"_s);
        const QString longest = u"/data/"_s + QString(250, u'x');
        QVERIFY(flows::partialName(longest).startsWith(u"/data/."_s));
        QVERIFY(flows::partialName(longest).size() < 100);
        QVERIFY(flows::partialName(longest) != flows::partialName(longest + u'x'));
        QCOMPARE(flows::partialName(longest), flows::partialName(longest));
    }

    void checksumsAreRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("usable");
        QTest::addColumn<bool>("composite");
        QTest::newRow("crc") << u"CRC32C"_s << u"yZRlqg=="_s << true << false;
        QTest::newRow("composite crc") << u"CRC32C"_s << u"yZRlqg==-3"_s << true << true;
        QTest::newRow("too short") << u"CRC32C"_s << u"yZQ="_s << false << false;
        QTest::newRow("no parts") << u"CRC32C"_s << u"yZRlqg==-0"_s << false << true;
        QTest::newRow("no number") << u"CRC32C"_s << u"yZRlqg==-x"_s << false << true;
        QTest::newRow("another") << u"MD5"_s << u"yZRlqg=="_s << false << false;
        QTest::newRow("sha") << u"SHA256"_s << u"ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="_s << true << false;
        QTest::newRow("crc32") << u"CRC32"_s << u"y/Q5Jg=="_s << true << false;
        QTest::newRow("crc64") << u"CRC64NVME"_s << u"rosUhgp5mIg="_s << true << false;
        QTest::newRow("crc64, as long as crc32") << u"CRC64NVME"_s << u"y/Q5Jg=="_s << false << false;
        QTest::newRow("sha1") << u"SHA1"_s << u"qZk+NkcGgWq6PiVxeFDCbJzQ2J0="_s << true << false;
        QTest::newRow("none") << u"SHA256"_s << QString() << false << false;
    }

    void checksumsAreRead()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        QFETCH(const bool, usable);
        QFETCH(const bool, composite);
        const auto expected = flows::expectedChecksum({{name, text}});
        QCOMPARE(bool(expected), usable);
        if (usable)
            QCOMPARE(expected.composite, composite);
    }

    void theCheaperChecksumIsTaken()
    {
        const auto expected = flows::expectedChecksum(
            {{u"CRC32C"_s, u"yZRlqg=="_s}, {u"SHA256"_s, u"ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="_s}});
        QCOMPARE(expected.proof(), flows::Proof::Crc32c);
    }

    void theFirstFailureStopsTheOthers()
    {
        QList<int> begun;
        int stopped = 0;
        const auto work = [&](int number, core::CancelToken stop) -> core::Task<> {
            begun.append(number);
            if (number == 2)
                co_return core::fail(core::Error::Kind::Usage, u"two"_s);
            QTimer timer;
            timer.setSingleShot(true);
            timer.start(std::chrono::minutes(1));
            const auto guard = stop.onCancel([&] {
                ++stopped;
                timer.start(0);
            });
            co_await timer;
            co_return core::Result<>();
        };
        const auto result = QCoro::waitFor(flows::forEachPart({1, 2, 3, 4, 5}, 3, work, {}));
        QVERIFY(!result);
        QCOMPARE(result.error().message, u"two"_s);
        QVERIFY(!begun.contains(4));
        QCOMPARE(stopped, int(begun.size()) - 1);
    }
};

QTEST_GUILESS_MAIN(tst_TransferParts)
#include "tst_transferparts.moc"
