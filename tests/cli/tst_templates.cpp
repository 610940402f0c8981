#include "support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace braketeer::tests;
using namespace Qt::StringLiterals;

/// `braketeer-cli template` from outside.
class tst_Templates : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theListHasWhatComesWithTheProgram()
    {
        const Ended listed = cli({u"template"_s, u"list"_s});
        QCOMPARE(listed.exitCode, 0);
        QStringList names;
        for (const QJsonValue &row : QJsonDocument::fromJson(listed.out).array())
            names << row[u"template"].toString();
        QCOMPARE(names, (QStringList{u"bell-pair"_s, u"gpu-pennylane"_s, u"hyperparameter-sweep"_s, u"own-container"_s,
                                     u"qaoa-checkpoints"_s, u"qpu-reservation"_s}));
        const Ended shown = cli({u"template"_s, u"show"_s, u"bell-pair"_s});
        QCOMPARE(shown.exitCode, 0);
        QCOMPARE(QJsonDocument::fromJson(shown.out)[u"places"][0][u"name"].toString(), u"jobName"_s);
    }

    void aFilledTemplateIsADocumentThatPassesTheChecks()
    {
        for (const QString &as : {u"json"_s, u"yaml"_s}) {
            const Ended filled = cli(
                {u"template"_s, u"fill"_s, u"bell-pair"_s, u"--as"_s, as, u"--set"_s, u"bucket=my-bucket"_s,
                 u"--set=shots=10"_s, u"--set"_s,
                 u"roleArn=arn:aws:iam::123456789012:role/service-role/AmazonBraketJobsExecutionRole"_s});
            QVERIFY2(filled.exitCode == 0, filled.err.constData());
            QVERIFY(filled.out.contains("s3://my-bucket/jobs/bell-pair/data"));
            const Ended checked = cli({u"check"_s, u"-"_s}, filled.out);
            QVERIFY2(checked.exitCode == 0, checked.out.constData());
        }
    }

    void whatIsWrongIsNamedAndNothingIsPrinted_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("missing values") << QStringList{u"fill"_s, u"bell-pair"_s} << "(roleArn)"_ba;
        QTest::newRow("no such place") << QStringList{u"fill"_s, u"bell-pair"_s, u"--set"_s, u"x=1"_s} << "(x)"_ba;
        QTest::newRow("no value") << QStringList{u"fill"_s, u"bell-pair"_s, u"--set"_s} << "--set"_ba;
        QTest::newRow("no equals sign") << QStringList{u"fill"_s, u"bell-pair"_s, u"--set"_s, u"x"_s} << "--set"_ba;
        QTest::newRow("no such template") << QStringList{u"show"_s, u"nothing"_s} << "nothing"_ba;
        QTest::newRow("another verb") << QStringList{u"make"_s, u"bell-pair"_s} << "fill NAME"_ba;
    }

    void whatIsWrongIsNamedAndNothingIsPrinted()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, named);
        const Ended ended = cli(QStringList{u"template"_s} + arguments);
        QCOMPARE(ended.exitCode, 252);
        QVERIFY2(ended.err.contains(named), ended.err.constData());
        QCOMPARE(ended.out, QByteArray());
    }

    void aFileOfOnesOwnIsATemplateToo()
    {
        QFile file(m_home.filePath(u"shared.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("jobName: \"{{name}}\"\n");
        file.close();
        const Ended filled = cli({u"template"_s, u"fill"_s, u"shared.yaml"_s, u"--set"_s, u"name=a\", \"b=\n"_s});
        QCOMPARE(filled.exitCode, 0);
        QCOMPARE(QJsonDocument::fromJson(filled.out).object(), (QJsonObject{{u"jobName"_s, u"a\", \"b=\n"_s}}));
    }

private:
    Ended cli(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return runProgram(QStringLiteral(BRAKETEER_CLI), arguments, cleanEnvironment(m_home.path()), m_home.path(),
                          input);
    }

    const QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(tst_Templates)
#include "tst_templates.moc"
