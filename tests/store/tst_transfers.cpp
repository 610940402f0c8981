#include "store/database/connection.h"
#include "store/history/history.h"
#include "store/migrations/migrations.h"
#include "store/transfers/transfers.h"

#include <QCoroTask>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer;
using namespace braketeer::store;
using namespace Qt::StringLiterals;

namespace {

TransferRow someUpload()
{
    TransferRow row;
    row.path = u"/home/ada/data ä.csv"_s;
    row.bucket = u"bucket"_s;
    row.key = u"in/data ä.csv"_s;
    row.region = u"eu-west-2"_s;
    row.endpoint = u"demo"_s;
    row.profile = u"research"_s;
    row.size = qint64(5) << 30;
    row.modified = 1'700'000'000'123'456'789;
    row.uploadId = u"up/load+id=="_s;
    row.partSize = 8 << 20;
    row.overwrite = true;
    row.contentType = u"text/csv"_s;
    row.createdAt = row.updatedAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    return row;
}

std::shared_ptr<Transfers> openTransfers(const QString &path)
{
    return QCoro::waitFor(Transfers::open(path)).value();
}

/// The child: begins a transfer and dies without a word.
int beginAndDie(const QString &path)
{
    const auto transfers = openTransfers(path);
    const auto id = QCoro::waitFor(transfers->begin(someUpload()));
    if (!id || !QCoro::waitFor(transfers->finishParts(*id, {{1, QByteArray(32, 'a'), u"\"one\""_s}})))
        return 1;
    ::_exit(0);
}

} // namespace

/// The record of transfers that are on their way.
class tst_Transfers : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"history.sqlite"_s);
    }

    void everythingIsKept()
    {
        TransferRow row = someUpload();
        qint64 id = 0;
        {
            const auto transfers = openTransfers(m_path);
            id = QCoro::waitFor(transfers->begin(row)).value();
            QVERIFY(QCoro::waitFor(transfers->finishParts(
                id, {{2, QByteArray(32, '\0'), u"\"two\""_s}, {1, QByteArray(32, '\xff'), u"\"one\""_s}})));
            QVERIFY(QCoro::waitFor(transfers->finishParts(id, {{3, {}, {}}})));
            QVERIFY(QCoro::waitFor(transfers->release(id)));
        }
        const auto taken = QCoro::waitFor(openTransfers(m_path)->take(id)).value();
        QVERIFY(taken.has_value());
        row.id = id;
        row.parts = {{1, QByteArray(32, '\xff'), u"\"one\""_s},
                     {2, QByteArray(32, '\0'), u"\"two\""_s},
                     {3, QByteArray(""), u""_s}};
        row.updatedAt = taken->updatedAt;
        QCOMPARE(*taken, row);
    }

    void whatBecomesKnownIsWritten()
    {
        const auto transfers = openTransfers(m_path);
        TransferRow row = someUpload();
        row.id = QCoro::waitFor(transfers->begin(row)).value();
        row.uploadId = u"another"_s;
        row.eTag = u"\"e\""_s;
        row.size = 7;
        row.modified = 8;
        row.partSize = 9;
        row.region = u"us-east-1"_s;
        row.errorMessage = u"No network."_s;
        QVERIFY(QCoro::waitFor(transfers->update(row)));
        const auto rows = QCoro::waitFor(transfers->list()).value();
        QCOMPARE(rows.size(), 1);
        row.updatedAt = rows.first().updatedAt;
        row.alive = true;
        QCOMPARE(rows.first(), row);
        QVERIFY(row.updatedAt > row.createdAt);
    }

    void aTransferOfALivingProcessIsLeftAlone()
    {
        const auto transfers = openTransfers(m_path);
        const qint64 id = QCoro::waitFor(transfers->begin(someUpload())).value();
        QVERIFY(!QCoro::waitFor(transfers->take(id)).value().has_value());
        QVERIFY(!QCoro::waitFor(transfers->takeSame(someUpload())).value().has_value());
        const auto again = QCoro::waitFor(transfers->begin(someUpload()));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, core::Error::Kind::Usage);
        QCOMPARE(QCoro::waitFor(transfers->list()).value().size(), 1);
    }

    void aTransferOfADeadProcessIsTaken()
    {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), {u"--begin-and-die"_s, m_path});
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitCode(), 0);
        const auto transfers = openTransfers(m_path);
        QVERIFY(!QCoro::waitFor(transfers->list()).value().first().alive);
        const auto taken = QCoro::waitFor(transfers->takeSame(someUpload())).value();
        QVERIFY(taken.has_value());
        QCOMPARE(taken->parts, (QList<TransferPart>{{1, QByteArray(32, 'a'), u"\"one\""_s}}));
        QVERIFY(!QCoro::waitFor(transfers->takeSame(someUpload())).value().has_value()); // this process has it now
    }

    void aNewBeginningReplacesWhatNobodyWorksOn()
    {
        const auto transfers = openTransfers(m_path);
        const qint64 first = QCoro::waitFor(transfers->begin(someUpload())).value();
        QVERIFY(QCoro::waitFor(transfers->finishParts(first, {{1, {}, {}}})));
        QVERIFY(QCoro::waitFor(transfers->release(first)));
        const qint64 second = QCoro::waitFor(transfers->begin(someUpload())).value();
        QVERIFY(QCoro::waitFor(transfers->release(second)));
        QCOMPARE(QCoro::waitFor(transfers->list()).value().size(), 1);
        QVERIFY(QCoro::waitFor(transfers->take(second)).value()->parts.isEmpty());
    }

    void otherDirectionsAndPlacesAreOtherTransfers()
    {
        const auto transfers = openTransfers(m_path);
        QVERIFY(QCoro::waitFor(transfers->begin(someUpload())));
        TransferRow row = someUpload();
        row.upload = false;
        QVERIFY(QCoro::waitFor(transfers->begin(row)));
        row.key += u'x';
        QVERIFY(QCoro::waitFor(transfers->begin(row)));
        row.endpoint.clear();
        QVERIFY(QCoro::waitFor(transfers->begin(row)));
        row.versionId = u"v1"_s;
        QVERIFY(QCoro::waitFor(transfers->begin(row)));
        QCOMPARE(QCoro::waitFor(transfers->list()).value().size(), 5);
    }

    void theEndRemovesPartsToo()
    {
        const auto transfers = openTransfers(m_path);
        const qint64 id = QCoro::waitFor(transfers->begin(someUpload())).value();
        QVERIFY(QCoro::waitFor(transfers->finishParts(id, {{1, {}, {}}, {2, {}, {}}})));
        QVERIFY(QCoro::waitFor(transfers->remove(id)));
        Connection connection;
        QVERIFY(connection.open(m_path, Connection::Access::ReadOnly));
        QCOMPARE(connection.integer("SELECT count(*) FROM transfer_parts").value(), 0);
        QCOMPARE(connection.integer("SELECT count(*) FROM transfers").value(), 0);
    }

    void partsCanBeForgotten()
    {
        const auto transfers = openTransfers(m_path);
        const qint64 id = QCoro::waitFor(transfers->begin(someUpload())).value();
        QVERIFY(QCoro::waitFor(transfers->finishParts(id, {{1, {}, {}}})));
        QVERIFY(QCoro::waitFor(transfers->forgetParts(id)));
        QVERIFY(QCoro::waitFor(transfers->release(id)));
        QVERIFY(QCoro::waitFor(transfers->take(id)).value()->parts.isEmpty());
    }

    // Written by the program as it was with version 1: four submissions, two of them accepted.
    void aHistoryOfVersionOneIsTakenAlong()
    {
        QVERIFY(QFile::copy(QStringLiteral(BRAKETEER_TEST_DATA "/history/version1.sqlite"), m_path));
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
        const auto history = QCoro::waitFor(History::open(m_path)).value();
        QCOMPARE(history->mode(), History::Mode::ReadWrite);
        const auto rows = QCoro::waitFor(history->list({})).value().rows;
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows.last().jobName, u"bell"_s);
        QCOMPARE(rows.last().state, SubmissionState::Accepted);
        QVERIFY(!QCoro::waitFor(history->get(rows.last().id)).value().request.isEmpty());
        const auto transfers = openTransfers(m_path);
        QVERIFY(QCoro::waitFor(transfers->begin(someUpload())));
        Connection connection;
        QVERIFY(connection.open(m_path, Connection::Access::ReadOnly));
        QCOMPARE(connection.integer("PRAGMA user_version").value(), currentVersion());
    }

    void aNewerFileIsLeftAlone()
    {
        QVERIFY(QCoro::waitFor(Transfers::open(m_path)).has_value());
        {
            Connection connection;
            QVERIFY(connection.open(m_path, Connection::Access::ReadWrite));
            QVERIFY(connection.run("PRAGMA user_version = 99"));
        }
        const auto opened = QCoro::waitFor(Transfers::open(m_path));
        QVERIFY(!opened);
        QVERIFY(opened.error().message.contains(u"newer version"_s));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == "--begin-and-die"_L1)
        return beginAndDie(application.arguments().value(2));
    tst_Transfers test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_transfers.moc"
