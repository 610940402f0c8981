#include "flows/transferplace.h"

#include <QSignalSpy>
#include <QTest>

using namespace braketeer;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;
using flows::TransferState;

/// Several transfers, and what a person does with them.
class tst_TransferQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_place = std::make_unique<TransferPlace>();
        m_bytes = TransferPlace::bytes(10 * TransferPlace::partSize + 1234);
        m_queue = std::make_unique<flows::TransferQueue>(m_place->engine());
    }

    void cleanup() { m_queue.reset(); }

    void allOfThemArrive()
    {
        QSignalSpy finished(m_queue.get(), &flows::TransferQueue::finished);
        QSignalSpy added(m_queue.get(), &flows::TransferQueue::added);
        for (int i = 0; i < 5; ++i) {
            const QString name = u"file%1"_s.arg(i);
            m_place->makeFile(name, m_bytes + QByteArray::number(i));
            QCOMPARE(m_queue->upload(m_place->path(name), at(name)), i + 1);
        }
        service().put("/bucket/down", m_bytes);
        QCOMPARE(m_queue->download(at(u"down"_s), m_place->path(u"down"_s)), 6);
        QCOMPARE(added.size(), 6);
        QVERIFY(m_queue->isBusy());
        QTRY_COMPARE(finished.size(), 6);
        QVERIFY(!m_queue->isBusy());
        for (int i = 0; i < 5; ++i)
            QVERIFY(service().objects.value("/bucket/file" + QByteArray::number(i)).body
                    == m_bytes + QByteArray::number(i));
        QVERIFY(TransferPlace::contentOf(m_place->path(u"down"_s)) == m_bytes);
        const auto all = m_queue->transfers();
        QCOMPARE(all.size(), 6);
        for (const auto &status : all) {
            QCOMPARE(status.state, TransferState::Done);
            QVERIFY(status.startedAt.isValid() && status.endedAt >= status.startedAt);
            QCOMPARE(status.bytesDone, status.bytesTotal);
            QCOMPARE(status.bytesPerSecond, 0.0);
        }
        QCOMPARE(all.last().id, 6);
        QCOMPARE(all.last().direction, flows::Direction::Download);
    }

    void aFewAtATimeInTheirOrder()
    {
        int most = 0;
        QList<qint64> started;
        connect(m_queue.get(), &flows::TransferQueue::changed, this, [&] {
            int running = 0;
            for (const auto &status : m_queue->transfers()) {
                const bool runs = status.state == TransferState::Running || status.state == TransferState::Verifying;
                running += runs ? 1 : 0;
                if (runs && !started.contains(status.id))
                    started.append(status.id);
            }
            most = std::max(most, running);
        });
        for (int i = 0; i < 6; ++i) {
            const QString name = u"file%1"_s.arg(i);
            m_place->makeFile(name, m_bytes);
            m_queue->upload(m_place->path(name), at(name));
        }
        QTRY_VERIFY(!m_queue->isBusy());
        QCOMPARE(most, 2);
        QCOMPARE(started, (QList<qint64>{1, 2, 3, 4, 5, 6}));
    }

    void pausedOnesKeepWhatArrived_data() { bothDirections(); }

    void pausedOnesKeepWhatArrived()
    {
        const qint64 id = startAndPause();
        QTRY_COMPARE(m_queue->transfer(id)->state, TransferState::Paused);
        QVERIFY(!m_queue->isBusy());
        service().fault = nullptr;
        service().server.requests.clear();
        m_queue->resume(id);
        QTRY_COMPARE(m_queue->transfer(id)->state, TransferState::Done);
        verifyArrived();
        QVERIFY(service().count("PUT") + service().count("GET") < 11);
    }

    void cancelledOnesLeaveNothing_data() { bothDirections(); }

    void cancelledOnesLeaveNothing()
    {
        const qint64 id = startAndPause();
        QTRY_COMPARE(m_queue->transfer(id)->state, TransferState::Paused);
        service().fault = nullptr;
        m_queue->cancel(id);
        QTRY_COMPARE(m_queue->transfer(id)->state, TransferState::Cancelled);
        QTRY_VERIFY(service().uploads.isEmpty());
        QTRY_VERIFY(m_place->leftovers().isEmpty());
        QTRY_VERIFY(m_place->recorded().isEmpty());
        m_queue->retry(id); // from the beginning
        QTRY_COMPARE(m_queue->transfer(id)->state, TransferState::Done);
        verifyArrived();
    }

    void failedOnesAreTriedAgain_data() { bothDirections(); }

    void failedOnesAreTriedAgain()
    {
        QFETCH(const bool, upload);
        service().fault = [](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (MiniS3::member(request, "partNumber") == "7"
                || ScriptedServer::header(request, "range").startsWith("bytes=393216-"))
                return MiniS3::refusal("403 Forbidden", "AccessDenied");
            return std::nullopt;
        };
        QSignalSpy finished(m_queue.get(), &flows::TransferQueue::finished);
        const qint64 id = start(upload);
        QTRY_COMPARE(m_queue->transfer(id)->state, TransferState::Failed);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(m_queue->transfer(id)->error->serviceCode, u"AccessDenied"_s);
        service().fault = nullptr;
        m_queue->retry(id);
        QVERIFY(!m_queue->transfer(id)->error.has_value());
        QTRY_COMPARE(m_queue->transfer(id)->state, TransferState::Done);
        QCOMPARE(finished.size(), 2);
        verifyArrived();
    }

    void waitingOnesCanBePausedAndCancelled()
    {
        QVERIFY(m_place->recorded().isEmpty()); // makes the file
        for (int i = 0; i < 4; ++i) {
            const QString name = u"file%1"_s.arg(i);
            m_place->makeFile(name, m_bytes);
            m_queue->upload(m_place->path(name), at(name));
        }
        m_queue->pause(1); // about to begin
        m_queue->cancel(2);
        m_queue->pause(3); // far from it
        m_queue->cancel(4);
        QTRY_VERIFY(!m_queue->isBusy());
        QCOMPARE(m_queue->transfer(1)->state, TransferState::Paused);
        QCOMPARE(m_queue->transfer(2)->state, TransferState::Cancelled);
        QCOMPARE(m_queue->transfer(3)->state, TransferState::Paused);
        QCOMPARE(m_queue->transfer(4)->state, TransferState::Cancelled);
        QVERIFY(service().objects.isEmpty());
        QTRY_COMPARE(m_place->recorded().size(), 2); // the paused ones
        m_queue->resume(1);
        m_queue->resume(3);
        QTRY_VERIFY(!m_queue->isBusy());
        QCOMPARE(service().objects.size(), 2);
    }

    void onlyWhatIsAtItsEndIsRemoved()
    {
        QSignalSpy removed(m_queue.get(), &flows::TransferQueue::removed);
        const qint64 id = start(true);
        m_queue->remove(id);
        QVERIFY(m_queue->transfer(id).has_value());
        QTRY_COMPARE(m_queue->transfer(id)->state, TransferState::Done);
        m_queue->remove(id);
        QVERIFY(!m_queue->transfer(id).has_value());
        QCOMPARE(removed.size(), 1);
        m_queue->remove(id);
        m_queue->pause(id);
        m_queue->resume(id);
        m_queue->cancel(id);
        m_queue->retry(id);
        QCOMPARE(removed.size(), 1);
    }

    void aQueueThatGoesLeavesItsTransfersToTheNext_data() { bothDirections(); }

    void aQueueThatGoesLeavesItsTransfersToTheNext()
    {
        const qint64 id = startAndPause();
        QTRY_COMPARE(m_queue->transfer(id)->state, TransferState::Paused);
        const qint64 arrived = m_queue->transfer(id)->bytesDone;
        m_queue.reset();
        service().fault = nullptr;
        service().server.requests.clear();
        m_queue = std::make_unique<flows::TransferQueue>(m_place->engine());
        restoreOne();
        const auto restored = m_queue->transfers().first();
        QCOMPARE(restored.state, TransferState::Paused);
        QCOMPARE(restored.bytesTotal, m_bytes.size());
        QVERIFY(restored.bytesDone > 0 && restored.bytesDone <= arrived);
        QCOMPARE(QCoro::waitFor(m_queue->restore()).value(), 0);
        m_queue->resume(restored.id);
        QTRY_COMPARE(m_queue->transfers().first().state, TransferState::Done);
        verifyArrived();
        QVERIFY(service().count("PUT") + service().count("GET") < 11);
    }

    void aRunningQueueMayGo_data() { bothDirections(); }

    void aRunningQueueMayGo()
    {
        QFETCH(const bool, upload);
        int handled = 0;
        service().fault = [&handled](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if ((!MiniS3::isPart(request) && !MiniS3::isRange(request)) || ++handled <= 6)
                return std::nullopt;
            return ScriptedServer::Reply{}; // never answered
        };
        start(upload);
        QTRY_VERIFY(handled > 6); // so some have arrived
        m_queue.reset();
        service().fault = nullptr;
        m_queue = std::make_unique<flows::TransferQueue>(m_place->engine());
        restoreOne();
        m_queue->resume(1);
        QTRY_COMPARE(m_queue->transfer(1)->state, TransferState::Done);
        verifyArrived();
    }

    void waitingOnesAreLeftToTheNextToo()
    {
        constexpr int many = 4;
        QVERIFY(m_place->recorded().isEmpty()); // makes the file: two cannot do that at once
        service().fault = [](const QByteArray &) { return ScriptedServer::Reply{}; }; // never answered
        for (int i = 0; i < many; ++i) {
            const QString name = u"file%1"_s.arg(i);
            m_place->makeFile(name, m_bytes);
            service().put("/bucket/down" + QByteArray::number(i), m_bytes);
            m_queue->upload(m_place->path(name), at(name));
            m_queue->download(at(u"down%1"_s.arg(i)), m_place->path(u"down%1"_s.arg(i)));
        }
        QTRY_COMPARE(m_place->recorded().size(), 2 * many);
        m_queue.reset();
        service().fault = nullptr;
        QTRY_VERIFY(noneIsAlive());
        m_queue = std::make_unique<flows::TransferQueue>(m_place->engine());
        QCOMPARE(QCoro::waitFor(m_queue->restore()).value(), 2 * many);
        for (const auto &status : m_queue->transfers()) {
            QCOMPARE(status.state, TransferState::Paused);
            QCOMPARE(status.bytesTotal, -1);
            QVERIFY(!status.startedAt.isValid());
            m_queue->resume(status.id);
        }
        QTRY_VERIFY(!m_queue->isBusy());
        for (int i = 0; i < many; ++i) {
            QVERIFY(service().objects.value("/bucket/file" + QByteArray::number(i)).body == m_bytes);
            QVERIFY(TransferPlace::contentOf(m_place->path(u"down%1"_s.arg(i))) == m_bytes);
        }
        QTRY_VERIFY(m_place->recorded().isEmpty());
    }

    void cancelledAndAskedForAgainAtOnce()
    {
        QVERIFY(m_place->recorded().isEmpty()); // makes the file
        service().fault = [](const QByteArray &) { return ScriptedServer::Reply{}; };
        const qint64 id = start(true);
        m_queue->pause(id);
        QTRY_COMPARE(m_queue->transfer(id)->state, TransferState::Paused);
        QTRY_COMPARE(m_place->recorded().size(), 1);
        service().fault = nullptr;
        m_queue->cancel(id);
        m_queue->retry(id);
        QTRY_COMPARE(m_queue->transfer(id)->state, TransferState::Done);
        verifyArrived();
    }

    void whatIsOfAnotherPlaceIsNotRestored()
    {
        const qint64 id = startAndPause(true);
        QTRY_COMPARE(m_queue->transfer(id)->state, TransferState::Paused);
        m_queue.reset();
        auto row = m_place->recorded().first();
        const auto record =
            QCoro::waitFor(store::Transfers::open(m_place->path(u".braketeer/history.sqlite"_s))).value();
        QVERIFY(QCoro::waitFor(record->remove(row.id)));
        row.endpoint = u"http://elsewhere.example"_s;
        const qint64 other = QCoro::waitFor(record->begin(row)).value();
        QVERIFY(QCoro::waitFor(record->release(other)));
        m_queue = std::make_unique<flows::TransferQueue>(m_place->engine());
        QCOMPARE(QCoro::waitFor(m_queue->restore()).value(), 0);
    }

    void progressIsTold()
    {
        service().server.delay = std::chrono::milliseconds(60);
        QList<qint64> seen;
        bool rate = false;
        const qint64 id = start(true);
        connect(m_queue.get(), &flows::TransferQueue::changed, this, [&](qint64 changed) {
            QCOMPARE(changed, id);
            const auto status = m_queue->transfer(id);
            seen.append(status->bytesDone);
            rate = rate || (status->bytesPerSecond > 0 && status->timeLeft.has_value());
        });
        QTRY_COMPARE(m_queue->transfer(id)->state, TransferState::Done);
        QVERIFY(rate);
        QVERIFY(seen.size() >= 3);
        QCOMPARE(seen.last(), m_bytes.size());
    }

private:
    MiniS3 &service() { return m_place->service; }

    static void bothDirections()
    {
        QTest::addColumn<bool>("upload");
        QTest::newRow("upload") << true;
        QTest::newRow("download") << false;
    }

    qint64 start(bool upload)
    {
        if (upload) {
            m_place->makeFile(u"data"_s, m_bytes);
            return m_queue->upload(m_place->path(u"data"_s), at(u"key"_s));
        }
        service().put("/bucket/key", m_bytes);
        return m_queue->download(at(u"key"_s), m_place->path(u"data"_s));
    }

    qint64 startAndPause()
    {
        QFETCH(const bool, upload);
        return startAndPause(upload);
    }

    /// Paused after some parts; further ones get no answer.
    qint64 startAndPause(bool upload)
    {
        const auto handled = std::make_shared<int>(0);
        const auto id = std::make_shared<qint64>(0);
        service().fault = [this, handled, id](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (!MiniS3::isPart(request) && !MiniS3::isRange(request))
                return std::nullopt;
            if (++*handled <= 6)
                return std::nullopt;
            m_queue->pause(*id);
            return ScriptedServer::Reply{};
        };
        *id = start(upload);
        return *id;
    }

    bool noneIsAlive() const
    {
        const auto rows = m_place->recorded();
        return std::none_of(rows.begin(), rows.end(), [](const store::TransferRow &row) { return row.alive; });
    }

    /// As soon as the queue before has let go of it.
    void restoreOne()
    {
        int restored = 0; // the macro asks once more in the end
        QTRY_VERIFY((restored += QCoro::waitFor(m_queue->restore()).value()) == 1);
    }

    void verifyArrived()
    {
        QVERIFY(service().objects.value("/bucket/key").body == m_bytes);
        QVERIFY(TransferPlace::contentOf(m_place->path(u"data"_s)) == m_bytes);
        QVERIFY(m_place->leftovers().isEmpty());
        QVERIFY(m_place->recorded().isEmpty());
        QVERIFY(service().uploads.isEmpty());
    }

    std::unique_ptr<TransferPlace> m_place;
    std::unique_ptr<flows::TransferQueue> m_queue;
    QByteArray m_bytes;
};

QTEST_GUILESS_MAIN(tst_TransferQueue)
#include "tst_transferqueue.moc"
