#include "support/program.h"

#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace braketeer::tests;
using namespace Qt::StringLiterals;

/// Run by with-display.sh.
class tst_Window : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_environment = cleanEnvironment(m_home->path());
        m_environment.remove(u"AWS_ACCESS_KEY_ID"_s);
        m_environment.remove(u"AWS_SECRET_ACCESS_KEY"_s);
        for (const char *name : {"DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"})
            m_environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
        m_window = std::make_unique<QProcess>();
        m_window->setProcessEnvironment(m_environment);
        m_window->start(QStringLiteral(BRAKETEER_WINDOW), {u"--demo"_s});
        QVERIFY(m_window->waitForStarted());
    }

    void cleanup()
    {
        m_window->kill();
        m_window->waitForFinished();
    }

    void theSampleJobIsMendedAndCreatedByKeyboard()
    {
        activate();
        // The mistake that was planted stops it: nothing may be created yet.
        xdotool({u"key"_s, u"F7"_s});
        xdotool({u"key"_s, u"ctrl+Return"_s});
        QTest::qWait(1000);
        QVERIFY(jobArn().isEmpty());

        xdotool({u"key"_s, u"ctrl+2"_s}); // Algorithm
        xdotool({u"key"_s, u"alt+n"_s});  // E&ntry point
        xdotool({u"key"_s, u"ctrl+a"_s});
        xdotool({u"type"_s, u"bell"_s});
        xdotool({u"key"_s, u"ctrl+Return"_s}); // the review
        QTest::qWait(1000);
        xdotool({u"key"_s, u"ctrl+Return"_s}); // once more: create it
        QTRY_VERIFY_WITH_TIMEOUT(jobArn().startsWith(u"arn:aws:braket:us-west-2:000000000000:job/"), 15000);
    }

    void helpNeedsNoDisplayAndSpeaksTheLanguage()
    {
        QProcessEnvironment environment = m_environment;
        environment.remove(u"DISPLAY"_s);
        environment.remove(u"QT_QPA_PLATFORM"_s);
        environment.insert(u"LC_ALL"_s, u"de_DE.UTF-8"_s);
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(BRAKETEER_WINDOW), {u"--help"_s});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
        const QString help = QString::fromUtf8(program.readAllStandardOutput());
        QVERIFY2(help.contains(u"Diese Hilfe"), qPrintable(help));
    }

    void itEndsWhenItIsTold()
    {
        activate();
        xdotool({u"key"_s, u"ctrl+q"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->state(), QProcess::NotRunning, 15000);
        QCOMPARE(m_window->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_window->exitCode(), 0);
    }

private:
    void xdotool(const QStringList &arguments) const
    {
        const Ended ended = runProgram(u"xdotool"_s, arguments, m_environment);
        QVERIFY2(ended.exitCode == 0, ended.err);
        QTest::qWait(200);
    }

    void activate() const
    {
        QByteArray id;
        QTRY_VERIFY_WITH_TIMEOUT(
            !(id = runProgram(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"Braketeer"_s},
                              m_environment)
                       .out.trimmed())
                 .isEmpty(),
            15000);
        xdotool({u"windowactivate"_s, u"--sync"_s, QString::fromLatin1(id.split('\n').last())});
        QTest::qWait(1500); // what follows the first frame is there
    }

    /// What the history has, read beside the running program.
    QString jobArn() const
    {
        QString arn;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
            database.setDatabaseName(m_home->path() + u"/data/demo.sqlite"_s);
            database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
            if (database.open()) {
                QSqlQuery query(database);
                if (query.exec(u"SELECT job_arn FROM submissions WHERE state = 'accepted'"_s) && query.next())
                    arn = query.value(0).toString();
            }
        }
        QSqlDatabase::removeDatabase(u"look"_s);
        return arn;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QProcess> m_window;
    QProcessEnvironment m_environment;
};

QTEST_GUILESS_MAIN(tst_Window)
#include "tst_window.moc"
