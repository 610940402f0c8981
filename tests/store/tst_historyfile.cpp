#include "store/database/connection.h"
#include "store/history/history.h"
#include "store/history/openfile.h"
#include "store/history/rows.h"
#include "store/migrations/migrations.h"
#include "store/paths.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <array>
#include <cstdio>
#include <latch>
#include <memory>
#include <vector>

using namespace braketeer;
using namespace braketeer::store;
using namespace Qt::StringLiterals;

namespace {

Submission submissionNamed(const QString &name)
{
    Submission submission;
    submission.clientToken = u"token-"_s + name;
    submission.jobName = name;
    submission.request = "{}";
    submission.createdAt = submission.updatedAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    return submission;
}

core::Result<std::shared_ptr<History>> openHistory(const QString &path,
                                                   HistoryOptions::Place place = HistoryOptions::Place::Thread)
{
    return QCoro::waitFor(History::open(path, {place}));
}

core::Result<qint64> record(const std::shared_ptr<History> &history, const QString &name)
{
    return QCoro::waitFor(history->prepare(submissionNamed(name), newClaim(QDateTime::currentDateTimeUtc(), 60)));
}

qint64 countIn(const std::shared_ptr<History> &history)
{
    return QCoro::waitFor(history->count({})).value_or(-1);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// What the child process does: a whole submission, again and again.
int submitAgainAndAgain(const QStringList &arguments)
{
    const auto history = openHistory(arguments[2], HistoryOptions::Place::Inline);
    for (int number = 0; history && number < arguments[3].toInt(); ++number) {
        const auto id = record(*history, arguments[4] + QString::number(number));
        if (!id || !QCoro::waitFor((*history)->accept(*id, u"arn:"_s + arguments[4] + QString::number(number)))) {
            std::fprintf(stderr, "%s\n", qPrintable(id ? u"accept failed"_s : id.error().text()));
            return 1;
        }
    }
    if (!history)
        std::fprintf(stderr, "%s\n", qPrintable(history.error().text()));
    return history ? 0 : 1;
}

constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
                                            | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

} // namespace

class tst_HistoryFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"data/history.sqlite"_s);
        QVERIFY(QDir(m_folder->path()).mkdir(u"data"_s));
    }

    void whoeverOpensANewFileAtTheSameMomentGetsIt()
    {
        constexpr int openers = 4;
        for (int round = 0; round < 40; ++round) {
            const QString path = m_folder->filePath(u"data/new-%1.sqlite"_s.arg(round));
            std::latch together(openers);
            std::array<QString, openers> failures;
            std::vector<std::unique_ptr<QThread>> threads;
            for (QString &failure : failures) {
                threads.emplace_back(QThread::create([&] {
                    Connection connection;
                    together.arrive_and_wait();
                    if (const auto opened = openHistoryFile(connection, path); !opened)
                        failure = opened.error().text();
                }));
                threads.back()->start();
            }
            for (const auto &thread : threads)
                thread->wait();
            for (const QString &failure : failures)
                QCOMPARE(failure, QString());
        }
    }

    void onlyTheOwnerCanRead()
    {
        const QString path = m_folder->filePath(u"new/braketeer/history.sqlite"_s);
        const auto history = openHistory(path).value();
        QVERIFY(record(history, u"bell"_s));
        for (const QString &made : {path, path + u"-wal"_s, path + u"-shm"_s, m_folder->filePath(u"new"_s),
                                    m_folder->filePath(u"new/braketeer"_s)}) {
            QVERIFY2(QFileInfo::exists(made), qPrintable(made));
            QVERIFY2(!(QFile::permissions(made) & others), qPrintable(made));
        }
    }

    void rightsOfOthersAreTakenAway()
    {
        QVERIFY(openHistory(m_path));
        QVERIFY(QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | others));
        QVERIFY(openHistory(m_path));
        QVERIFY(!(QFile::permissions(m_path) & others));
    }

    void whatWasRecordedIsThereAfterANewStart_data() { places(); }

    void whatWasRecordedIsThereAfterANewStart()
    {
        QFETCH(const HistoryOptions::Place, place);
        QVERIFY(record(openHistory(m_path, place).value(), u"bell"_s));
        const auto history = openHistory(m_path, place).value();
        QCOMPARE(history->mode(), History::Mode::ReadWrite);
        QCOMPARE(countIn(history), 1);
    }

    void theFileKeepsAWriteAheadLog()
    {
        QVERIFY(openHistory(m_path));
        Connection connection;
        QVERIFY(connection.open(m_path, Connection::Access::ReadWrite));
        const auto mode = connection.query(u"PRAGMA journal_mode"_s).value();
        QVERIFY(mode->next());
        QCOMPARE(mode->value(0).toString(), u"wal"_s);
    }

    void aNewerFileIsOpenedForReadingOnly()
    {
        QVERIFY(record(openHistory(m_path).value(), u"bell"_s));
        {
            Connection connection;
            QVERIFY(connection.open(m_path, Connection::Access::ReadWrite));
            const QByteArray newer = "PRAGMA user_version = " + QByteArray::number(currentVersion() + 1);
            QVERIFY(connection.run(newer.constData()));
            QVERIFY(connection.run("ALTER TABLE submissions ADD COLUMN colour TEXT"));
        }
        const QByteArray before = contentOf(m_path);
        const auto history = openHistory(m_path).value();
        QCOMPARE(history->mode(), History::Mode::ReadOnlyNewer);
        QCOMPARE(countIn(history), 1);
        const auto refused = record(history, u"ghz"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, core::Error::Kind::Store);
        QVERIFY2(refused.error().message.contains(u"newer version"_s), qPrintable(refused.error().message));
        QCOMPARE(contentOf(m_path), before);
    }

    void aDamagedFileIsKeptAsideAndNothingIsWritten_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("not a database") << QByteArray("Lorem ipsum dolor sit amet. ").repeated(1000);
        QTest::newRow("few bytes") << QByteArray("abc");
        QTest::newRow("zeros") << QByteArray(8192, '\0');
        QTest::newRow("header, then rubbish") << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, 'x');
    }

    void aDamagedFileIsKeptAsideAndNothingIsWritten()
    {
        QFETCH(const QByteArray, content);
        writeFile(m_path, content);
        writeFile(m_path + u"-wal"_s, "log");
        const auto history = openHistory(m_path).value();
        QCOMPARE(history->mode(), History::Mode::Damaged);
        QVERIFY(history->keptAside().contains(u"history.damaged-"_s));
        QCOMPARE(contentOf(history->keptAside()), content);
        QVERIFY(!QFileInfo::exists(m_path + u"-wal"_s));
        const auto refused = record(history, u"bell"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, core::Error::Kind::Store);
        QVERIFY(refused.error().message.contains(history->keptAside()));
        QVERIFY(!QCoro::waitFor(history->list({}))); // an empty list would look as if nothing had been
        QVERIFY(!QFileInfo::exists(m_path));
    }

    void theNextStartAfterDamageBeginsANewHistory()
    {
        writeFile(m_path, "rubbish that is no database at all");
        const QString aside = openHistory(m_path).value()->keptAside();
        const auto history = openHistory(m_path).value();
        QCOMPARE(history->mode(), History::Mode::ReadWrite);
        QVERIFY(record(history, u"bell"_s));
        QCOMPARE(contentOf(aside), QByteArray("rubbish that is no database at all"));
    }

    void aLockLeftByAKilledProcessIsNoObstacle()
    {
        writeFile(m_path + u".lock"_s, {}); // killed before it could write its name
        QCOMPARE(openHistory(m_path).value()->mode(), History::Mode::ReadWrite);
        QVERIFY(QFile::remove(m_path));
        writeFile(m_path, "rubbish that is no database at all");
        QCOMPARE(openHistory(m_path).value()->mode(), History::Mode::Damaged);
    }

    void twoDamagedFilesAreBothKept()
    {
        writeFile(m_path, "first rubbish, long enough to be read");
        const QString first = openHistory(m_path).value()->keptAside();
        writeFile(m_path, "second rubbish, long enough to be read");
        const QString second = openHistory(m_path).value()->keptAside();
        QVERIFY(first != second);
        QVERIFY(contentOf(first).startsWith("first"));
        QVERIFY(contentOf(second).startsWith("second"));
    }

    void anEmptiedFileWithALogIsDamaged()
    {
        QVERIFY(record(openHistory(m_path, HistoryOptions::Place::Inline).value(), u"bell"_s));
        const QByteArray log = contentOf(m_path + u"-wal"_s);
        QVERIFY(!log.isEmpty());
        const QString copy = m_folder->filePath(u"copy.sqlite"_s);
        writeFile(copy, {});
        writeFile(copy + u"-wal"_s, log);
        const auto history = openHistory(copy).value();
        QCOMPARE(history->mode(), History::Mode::Damaged);
        QCOMPARE(contentOf(history->keptAside() + u"-wal"_s), log);
    }

    void damageFoundLaterKeepsTheFileAside()
    {
        {
            const auto history = openHistory(m_path).value();
            for (int number = 0; number < 200; ++number)
                QVERIFY(record(history, QString::number(number)));
        }
        QByteArray content = contentOf(m_path);
        QVERIFY(content.size() > 3 * 4096);
        content.replace(4096, content.size() - 4096, QByteArray(content.size() - 4096, 'x'));
        writeFile(m_path, content);
        const auto history = openHistory(m_path).value();
        QVERIFY(!record(history, u"bell"_s));
        QCOMPARE(history->mode(), History::Mode::Damaged);
        QCOMPARE(contentOf(history->keptAside()).size(), content.size());
        QVERIFY(contentOf(history->keptAside()).endsWith("xxxx"));
        QVERIFY(!record(history, u"bell"_s));
        QVERIFY(!QFileInfo::exists(m_path));
    }

    void anotherProgramsDatabaseIsLeftAlone()
    {
        {
            writeFile(m_path, {});
            Connection connection;
            QVERIFY(connection.open(m_path, Connection::Access::ReadWrite));
            QVERIFY(connection.run("CREATE TABLE recipes (name TEXT)"));
        }
        const QByteArray before = contentOf(m_path);
        const auto opened = openHistory(m_path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, core::Error::Kind::Store);
        QCOMPARE(contentOf(m_path), before);
    }

    void aPlaceThatCannotBeMadeIsSaid()
    {
        writeFile(m_folder->filePath(u"file"_s), "x");
        const auto opened = openHistory(m_folder->filePath(u"file/history.sqlite"_s));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, core::Error::Kind::Store);
        QVERIFY(opened.error().message.contains(u"file"_s));
    }

    void everyStepKeepsTheData_data()
    {
        QTest::addColumn<int>("version");
        for (const Migration &step : migrations())
            QTest::addRow("from version %d", step.version) << step.version;
    }

    void everyStepKeepsTheData()
    {
        QFETCH(const int, version);
        {
            writeFile(m_path, {});
            Connection connection;
            QVERIFY(connection.open(m_path, Connection::Access::ReadWrite));
            QVERIFY(migrate(connection, version));
            QCOMPARE(connection.integer("PRAGMA user_version").value(), version);
            QVERIFY(connection.run("INSERT INTO submissions (client_token, job_name, device, region, endpoint, account,"
                                   " identity, profile, state, created_at, updated_at, attempts)"
                                   " VALUES ('t', 'bell', 'd', 'r', '', '', '', '', 'sent', 1, 2, 1)"));
            QVERIFY(connection.run("INSERT INTO requests (submission, body) VALUES (1, '{}')"));
        }
        const auto history = openHistory(m_path).value();
        QCOMPARE(history->mode(), History::Mode::ReadWrite);
        const auto open = QCoro::waitFor(history->openSubmissions()).value();
        QCOMPARE(open.size(), 1);
        QCOMPARE(open[0].jobName, u"bell"_s);
        QCOMPARE(open[0].request, QByteArray("{}"));
        QCOMPARE(open[0].updatedAt, QDateTime::fromMSecsSinceEpoch(2, Qt::UTC));
    }

    void stepsAreNumberedWithoutGaps()
    {
        int expected = 1;
        for (const Migration &step : migrations())
            QCOMPARE(step.version, expected++);
        QCOMPARE(currentVersion(), expected - 1);
    }

    void aStepThatFailsChangesNothing()
    {
        writeFile(m_path, {});
        Connection connection;
        QVERIFY(connection.open(m_path, Connection::Access::ReadWrite));
        QVERIFY(connection.run("CREATE TABLE answers (x)")); // in the way of the first step's third statement
        QVERIFY(!migrate(connection));
        QCOMPARE(connection.integer("PRAGMA user_version").value(), 0);
        QCOMPARE(connection.integer("SELECT count(*) FROM sqlite_master").value(), 1);
    }

    void severalProcessesWorkAtOnce()
    {
        // From nothing: making the file is part of the race.
        constexpr int writers = 4;
        constexpr int each = 25;
        std::vector<std::unique_ptr<QProcess>> children;
        for (int writer = 0; writer < writers; ++writer) {
            auto child = std::make_unique<QProcess>();
            child->setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child->start(QCoreApplication::applicationFilePath(),
                         {u"--submit"_s, m_path, QString::number(each), QString(QChar(u'a' + writer))});
            children.push_back(std::move(child));
        }
        for (const auto &child : children) {
            QVERIFY(child->waitForFinished(50'000));
            QCOMPARE(child->exitCode(), 0);
        }
        const auto history = openHistory(m_path).value();
        HistoryFilter accepted;
        accepted.states = {SubmissionState::Accepted};
        QCOMPARE(QCoro::waitFor(history->count(accepted)).value(), writers * each);
        QVERIFY(QDir(m_folder->filePath(u"data"_s)).entryList({u"*damaged*"_s}).isEmpty());
    }

    void aKilledProcessLosesNothingThatWasReported()
    {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--submit"_s, m_path, u"1000000"_s, u"k"_s});
        const auto history = openHistory(m_path).value();
        QTRY_VERIFY_WITH_TIMEOUT(countIn(history) > 5, 20'000);
        child.kill();
        QVERIFY(child.waitForFinished());
        const qint64 seen = countIn(history);
        QVERIFY(record(history, u"after"_s));
        QCOMPARE(countIn(history), seen + 1);
        // At most the last one is open, and its claim went with its process.
        const auto open = QCoro::waitFor(history->openSubmissions()).value();
        QVERIFY(open.size() <= 2);
        for (const Submission &row : open) {
            if (row.jobName != u"after"_s)
                QCOMPARE(QCoro::waitFor(history->claim(row.id, newClaim(QDateTime::currentDateTimeUtc(), 60))).value(),
                         true);
        }
    }

    void realAndDemoNeverShareAFile()
    {
        QProcessEnvironment environment;
        environment.insert(u"BRAKETEER_DATA_DIR"_s, m_folder->path());
        const QString folder = dataFolder(environment);
        QCOMPARE(folder, m_folder->path());
        QCOMPARE(historyFile(folder, false), m_folder->filePath(u"history.sqlite"_s));
        QCOMPARE(historyFile(folder, true), m_folder->filePath(u"demo.sqlite"_s));
        QVERIFY(draftFile(folder, false) != draftFile(folder, true));
        QVERIFY(settingsFile(environment).startsWith(m_folder->path()));
        QVERIFY(dataFolder({}).endsWith(u"/braketeer"_s));
        QVERIFY(settingsFile({}).endsWith(u"/braketeer/braketeer.ini"_s));
    }

private:
    static void places()
    {
        QTest::addColumn<HistoryOptions::Place>("place");
        QTest::newRow("inside the call") << HistoryOptions::Place::Inline;
        QTest::newRow("on a thread") << HistoryOptions::Place::Thread;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == u"--submit"_s)
        return submitAgainAndAgain(application.arguments());
    tst_HistoryFile test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_historyfile.moc"
