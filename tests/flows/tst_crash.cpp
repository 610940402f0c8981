#include "flows/resolve.h"
#include "flows/submit.h"

#include "flows/workplace.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace braketeer;
using namespace braketeer::flows;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;

namespace {

/// The child: one submission by the environment, as the command line makes it.
int submitOnce(const QString &jobName)
{
    Surroundings surroundings;
    surroundings.historyInline = true;
    const auto session = openSession({}, surroundings);
    if (!session)
        return 2;
    std::puts("ready");
    std::fflush(stdout);
    const auto receipt = QCoro::waitFor(submit(*session, validSpec(jobName)));
    return receipt ? 0 : 1;
}

} // namespace

/// A hundred submissions, each killed at a moment of its own; then the open ones are settled.
class tst_Crash : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void nothingIsLostAndNothingIsDoubled()
    {
        constexpr int submissions = 100;
        constexpr int atOnce = 4; // several processes share the history all the while
        Workplace place;
        // Every other answer comes late, so that kills fall before, into and after the wait for it.
        QVERIFY(place.service().addFault(u"delay:CreateJob:10ms:*"_s));

        int started = 0;
        int completed = 0;
        int killed = 0;
        QRandomGenerator random(20260102);
        QEventLoop loop;
        std::vector<std::unique_ptr<QProcess>> children;
        std::function<void()> next = [&] {
            if (started == submissions)
                return;
            auto child = std::make_unique<QProcess>();
            child->setProcessEnvironment(childEnvironment(place));
            QProcess *process = child.get();
            const int moment = random.bounded(45); // a whole submission takes about 40 ms from "ready"
            connect(process, &QProcess::readyReadStandardOutput, process,
                    [process, moment] { QTimer::singleShot(moment, process, [process] { process->kill(); }); });
            connect(process, &QProcess::finished, process, [&](int, QProcess::ExitStatus status) {
                ++(status == QProcess::CrashExit ? killed : completed);
                if (killed + completed == submissions)
                    loop.quit();
                else
                    next();
            });
            child->start(QCoreApplication::applicationFilePath(),
                         {u"--submit"_s, u"job-"_s + QString::number(started)});
            ++started;
            children.push_back(std::move(child));
        };
        for (int number = 0; number < atOnce; ++number)
            next();
        loop.exec();
        QVERIFY2(killed > 10, "The kills came too late to prove anything.");
        place.service().clearFaults();

        const qsizetype made = place.service().jobs().size();
        const auto open = QCoro::waitFor(place.history()->openSubmissions()).value().size();
        qInfo("%d killed, %d done; %d open, %d jobs made so far", killed, completed, int(open), int(made));
        const auto settled = QCoro::waitFor(resolve(place.session(), std::make_shared<NoInteraction>())).value();
        QCOMPARE(settled.size(), open);
        for (const Settled &one : settled)
            QVERIFY2(!one.isOpen(), qPrintable(outcomeName(one.outcome) + u' ' + one.error.text()));

        checkEveryJobIsRecorded(place);
        checkEveryRowIsSettled(place);
    }

private:
    static QProcessEnvironment childEnvironment(Workplace &place)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : place.environment().keys())
            environment.insert(name, place.environment().value(name));
        return environment;
    }

    static void checkEveryJobIsRecorded(Workplace &place)
    {
        QHash<QString, QString> arnOfToken;
        for (const store::Submission &row : place.submissions())
            arnOfToken.insert(row.clientToken, row.jobArn);
        QSet<QString> tokens;
        for (const sandbox::JobSnapshot &job : place.service().jobs()) {
            QVERIFY2(!tokens.contains(job.clientToken), qPrintable(u"doubled: "_s + job.jobName));
            tokens << job.clientToken;
            QCOMPARE(arnOfToken.value(job.clientToken), job.jobArn);
        }
    }

    static void checkEveryRowIsSettled(Workplace &place)
    {
        const auto rows = place.submissions();
        QSet<QString> names;
        QSet<QString> arns;
        for (const store::Submission &row : rows) {
            QCOMPARE(row.state, store::SubmissionState::Accepted);
            names << row.jobName;
            arns << row.jobArn;
        }
        QCOMPARE(names.size(), rows.size()); // each name was submitted once
        QCOMPARE(arns.size(), rows.size());
        QCOMPARE(place.service().jobs().size(), rows.size());
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == u"--submit"_s)
        return submitOnce(application.arguments().value(2));
    tst_Crash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crash.moc"
