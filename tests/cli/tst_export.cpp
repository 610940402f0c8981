#include "exchange/json/readjson.h"
#include "exchange/targets.h"
#include "support/program.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace braketeer;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;
using job::Value;

namespace {

QByteArray goodJob()
{
    QFile file(QStringLiteral(BRAKETEER_TEST_DATA "/jobs/bell.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    return file.readAll();
}

Value document(const QByteArray &json)
{
    return exchange::readJson(json).value_or(Value());
}

} // namespace

/// `braketeer-cli export` from outside.
class tst_Export : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_environment = cleanEnvironment(m_home->path());
        write(u"job.json"_s, goodJob());
    }

    void everyTargetIsWritten_data()
    {
        QTest::addColumn<QString>("target");
        for (const exchange::Target &target : exchange::targets())
            QTest::newRow(target.id) << QString::fromLatin1(target.id);
    }

    void everyTargetIsWritten()
    {
        QFETCH(const QString, target);
        const Ended ended = cli({u"export"_s, u"-"_s, u"--as"_s, target}, goodJob());
        QVERIFY2(ended.exitCode == 0, ended.err);
        QVERIFY2(ended.out.contains("bell"), ended.out);
        QVERIFY(ended.out.endsWith('\n'));
        QCOMPARE(filesBeside(), QStringList{u"job.json"_s});
    }

    void theFileFormWritesTheFileThatTheCommandReads()
    {
        const Ended ended = cli({u"export"_s, u"job.json"_s, u"--as"_s, u"sh"_s, u"--form"_s, u"file"_s});
        QVERIFY2(ended.exitCode == 0, ended.err);
        QCOMPARE(ended.out, "aws braket create-job --cli-input-json file://bell.json\n"_ba);
        QVERIFY2(ended.err.contains("Wrote bell.json"), ended.err);
        QCOMPARE(filesBeside(), (QStringList{u"bell.json"_s, u"job.json"_s}));
        QVERIFY(document(read(u"bell.json"_s)) == document(goodJob()));

        // The command, with this program in place of the other.
        const QByteArray script = "aws() { shift; \"" BRAKETEER_CLI "\" \"$@\" --dry-run --no-check; }\n" + ended.out;
        const Ended run = runProgram(u"sh"_s, {}, m_environment, m_home->path(), script);
        QVERIFY2(run.exitCode == 0, run.err);
        Value body = *document(run.out).find(u"request")->find(u"body");
        body.erase(u"clientToken");
        QVERIFY2(body == document(goodJob()), run.out);
    }

    void anotherFileOfThatNameIsLeftAlone()
    {
        write(u"bell.json"_s, "{\"jobName\": \"precious\"}");
        const QStringList asked{u"export"_s, u"job.json"_s, u"--as"_s, u"fish"_s, u"--form"_s, u"file"_s};
        const Ended refused = cli(asked);
        QCOMPARE(refused.exitCode, 252);
        QCOMPARE(refused.out, QByteArray());
        QVERIFY2(refused.err.contains("--overwrite") && refused.err.contains("bell.json"), refused.err);
        QCOMPARE(read(u"bell.json"_s), "{\"jobName\": \"precious\"}"_ba);

        QCOMPARE(cli(asked + QStringList{u"--overwrite"_s}).exitCode, 0);
        QVERIFY(document(read(u"bell.json"_s)) == document(goodJob()));
    }

    void aFileWithTheSameDocumentIsUsedAsItIs()
    {
        write(u"bell.json"_s, goodJob());
        const Ended ended = cli({u"export"_s, u"bell.json"_s, u"--as"_s, u"cmd"_s, u"--form"_s, u"file"_s});
        QVERIFY2(ended.exitCode == 0, ended.err);
        QCOMPARE(read(u"bell.json"_s), goodJob());
    }

    void aLinkIsNotFollowedToAnotherFile()
    {
        write(u"precious.txt"_s, "precious");
        QVERIFY(QFile::link(m_home->filePath(u"precious.txt"_s), m_home->filePath(u"bell.json"_s)));
        QCOMPARE(cli({u"export"_s, u"job.json"_s, u"--as"_s, u"sh"_s, u"--form"_s, u"file"_s}).exitCode, 252);
        QCOMPARE(read(u"precious.txt"_s), "precious"_ba);
    }

    void aLongDocumentBecomesAFileByItself()
    {
        Value job = document(goodJob());
        job.insert(u"hyperParameters"_s, Value::map({{u"a"_s, Value::text(QString(2500, u'x'))},
                                                     {u"b"_s, Value::text(QString(2500, u'\''))}}));
        const QByteArray text = "{\"hyperParameters\": {\"a\": \"" + QByteArray(2500, 'x') + "\", \"b\": \""
                                + QByteArray(2500, '\'') + "\"}, " + goodJob().trimmed().mid(1);
        const Ended ended = cli({u"export"_s, u"-"_s, u"--as"_s, u"powershell51"_s}, text);
        QVERIFY2(ended.exitCode == 0, ended.err);
        QVERIFY2(ended.out.contains("file://bell.json"), ended.out);
        QVERIFY2(ended.err.contains("bell.json"), ended.err);
        QVERIFY(document(read(u"bell.json"_s)) == job);
    }

    void aNulIsRefusedInASentence()
    {
        const QByteArray text = "{\"tags\": {\"a\": \"x\\u0000y\"}, " + goodJob().trimmed().mid(1);
        const Ended ended = cli({u"export"_s, u"-"_s, u"--as"_s, u"bash"_s}, text);
        QCOMPARE(ended.exitCode, 252);
        QCOMPARE(ended.out, QByteArray());
        QVERIFY2(ended.err.contains("NUL") && ended.err.contains("tags"), ended.err);
    }

    void anUnknownFormIsRefused()
    {
        const Ended ended = cli({u"export"_s, u"job.json"_s, u"--as"_s, u"sh"_s, u"--form"_s, u"pretty"_s});
        QCOMPARE(ended.exitCode, 252);
        QVERIFY2(ended.err.contains("hardened"), ended.err);
    }

    void theTokenIsThereOnRequestAndExplained()
    {
        const QByteArray text = "{\"clientToken\": \"tok-1\", " + goodJob().trimmed().mid(1);
        const Ended without = cli({u"export"_s, u"-"_s, u"--as"_s, u"sh"_s}, text);
        QVERIFY(!without.out.contains("tok-1"));
        const Ended with = cli({u"export"_s, u"-"_s, u"--as"_s, u"sh"_s, u"--with-client-token"_s}, text);
        QVERIFY(with.out.startsWith("# clientToken: ") && with.out.contains("--client-token tok-1"));
        QVERIFY2(with.err.contains("token"), with.err);
    }

private:
    Ended cli(const QStringList &arguments, const QByteArray &input = {})
    {
        return runProgram(QStringLiteral(BRAKETEER_CLI), arguments, m_environment, m_home->path(), input);
    }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_home->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }

    QByteArray read(const QString &name) const
    {
        QFile file(m_home->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QStringList filesBeside() const { return QDir(m_home->path()).entryList(QDir::Files, QDir::Name); }

    std::unique_ptr<QTemporaryDir> m_home;
    QProcessEnvironment m_environment;
};

QTEST_GUILESS_MAIN(tst_Export)
#include "tst_export.moc"
