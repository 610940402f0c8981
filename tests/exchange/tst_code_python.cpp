#include "code/codedocuments.h"
#include "exchange/code/pythonliteral.h"
#include "exchange/code/sdkcall.h"

using namespace codetest;
using namespace braketeer::exchange;

namespace {

QString helper(const QString &name)
{
    return QStringLiteral(BRAKETEER_TEST_DATA "/../exchange/code/") + name;
}

QString python()
{
    return QStandardPaths::findExecutable(u"python3"_s, {u"/usr/bin"_s});
}

/// What each of the scripts would send, or an error in its place.
QList<Value> requestsOf(const QStringList &scripts, const QString &modules)
{
    QList<Value> texts;
    for (const QString &script : scripts)
        texts.append(Value::text(script));
    const Ran ran = run(python(), {helper(u"runscripts.py"_s), modules},
                        writeJson(Value::list(std::move(texts)), JsonForm::Hardened));
    QList<Value> requests;
    for (const QByteArray &line : ran.output.split('\n')) {
        if (!line.isEmpty())
            requests.append(readJson(line).value_or(Value()));
    }
    if (requests.size() != scripts.size())
        qWarning() << ran.errors;
    return requests;
}

/// Puts what the SDK fills in, and what has the same effect, into a document.
Value withDefaultsOfTheSdk(JobSpec spec)
{
    const auto fill = [&spec](const QString &path, const Value &value) {
        if (!spec.find(Path::parse(path)))
            spec.set(Path::parse(path), value);
    };
    fill(u"algorithmSpecification.containerImage.uri"_s, Value::text(u"base image"_s));
    const bool checkpoints = spec.find(Path::parse(u"checkpointConfig"));
    fill(u"checkpointConfig.localPath"_s,
         Value::text(checkpoints ? u"/opt/braket/checkpoints/"_s : u"/opt/jobs/checkpoints"_s));
    fill(u"checkpointConfig.s3Uri"_s, Value::text(u"s3://default/checkpoints"_s));
    fill(u"stoppingCondition.maxRuntimeInSeconds"_s, Value::number(432000));
    fill(u"instanceConfig.instanceCount"_s, Value::number(1));
    fill(u"inputDataConfig"_s, Value::list());
    fill(u"hyperParameters"_s, Value::map());
    fill(u"tags"_s, Value::map());
    if (const Value *associations = spec.find(Path::parse(u"associations"));
        associations && associations->items().isEmpty())
        spec.remove(Path::parse(u"associations"));
    return spec.root();
}

} // namespace

class tst_CodePython : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        if (python().isEmpty())
            QSKIP("Python is not installed.");
    }

    void theScriptReadsLikeOneThatAPersonWrote()
    {
        JobSpec spec;
        spec.set(Path::parse(u"jobName"), Value::text(u"bell é \"1\""_s));
        spec.set(Path::parse(u"instanceConfig.volumeSizeInGb"), Value::number(30));
        spec.set(Path::parse(u"new"), Value::list({Value::boolean(true), Value()}));
        const Exported script = exported(spec, "boto3", {.profile = u"lab"_s, .region = u"us-west-2"_s});
        QCOMPARE(script.text, u"# Needs boto3 1.20.11 or later.\n"
                              "import boto3\n"
                              "\n"
                              "session = boto3.Session(profile_name=\"lab\", region_name=\"us-west-2\")\n"
                              "braket = session.client(\"braket\")\n"
                              "response = braket.create_job(\n"
                              "    jobName=\"bell é \\\"1\\\"\",\n"
                              "    instanceConfig={\n"
                              "        \"volumeSizeInGb\": 30,\n"
                              "    },\n"
                              "    **{\n"
                              "        \"new\": [\n"
                              "            True,\n"
                              "            None,\n"
                              "        ],\n"
                              "    },\n"
                              ")\n"
                              "print(response[\"jobArn\"])\n"_s);
    }

    void whatHidesIsEscapedInBothForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("readable");
        QTest::addColumn<QString>("ascii");
        QTest::newRow("letters") << u"é"_s << u"\"é\""_s << u"\"\\u00e9\""_s;
        QTest::newRow("emoji") << u"😀"_s << u"\"😀\""_s << u"\"\\U0001f600\""_s;
        QTest::newRow("NUL") << QString(QChar::Null) << u"\"\\u0000\""_s << u"\"\\u0000\""_s;
        QTest::newRow("bidirectional") << u"\u202e"_s << u"\"\\u202e\""_s << u"\"\\u202e\""_s;
        QTest::newRow("half of a pair") << QString(QChar(0xD83D)) << u"\"\\ud83d\""_s << u"\"\\ud83d\""_s;
        QTest::newRow("backslash before a quote") << u"\\\""_s << u"\"\\\\\\\"\""_s << u"\"\\\\\\\"\""_s;
        QTest::newRow("line end") << u"\r\n"_s << u"\"\\r\\n\""_s << u"\"\\r\\n\""_s;
        QTest::newRow("not JSON's number") << u"1__0"_s << u"\"1__0\""_s << u"\"1__0\""_s;
    }

    void whatHidesIsEscapedInBothForms()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, readable);
        QFETCH(const QString, ascii);
        QCOMPARE(pythonString(text), readable);
        QCOMPARE(pythonString(text, PythonText::Ascii), ascii);
        if (text.startsWith(u'1'))
            QCOMPARE(pythonLiteral(Value::number(text)), readable);
    }

    void randomDocumentsArriveWhole_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<Form>("form");
        QTest::newRow("boto3") << u"boto3"_s << Form::Readable;
        QTest::newRow("boto3, hardened") << u"boto3"_s << Form::Hardened;
        QTest::newRow("SDK") << u"braket-sdk"_s << Form::Readable;
        QTest::newRow("SDK, hardened") << u"braket-sdk"_s << Form::Hardened;
    }

    void randomDocumentsArriveWhole()
    {
        QFETCH(const QString, target);
        QFETCH(const Form, form);
        const bool sdk = target == "braket-sdk"_L1;
        QRandomGenerator random(11);
        QList<JobSpec> documents;
        for (const QString &text : hostileTexts())
            documents.append(hostileDocument(text));
        for (int i = 0; i < randomDocuments; ++i)
            documents.append(randomCodeDocument(random));
        QStringList scripts;
        for (const JobSpec &spec : std::as_const(documents)) {
            const CommandContext context{.region = u"us-west-2"_s, .withClientToken = true, .form = form};
            scripts << exported(spec, target.toLatin1(), context).text;
        }
        const QList<Value> requests = requestsOf(scripts, sdk ? u"sdk"_s : u"boto3"_s);
        QCOMPARE(requests.size(), documents.size());
        int created = 0;
        for (qsizetype i = 0; i < documents.size(); ++i) {
            const Value *request = requests.at(i).find(u"request");
            const QByteArray shown = scripts.at(i).toUtf8() + writeJson(requests.at(i), JsonForm::Compact);
            QVERIFY2(request, shown.constData());
            const bool call = scripts.at(i).contains("AwsQuantumJob.create("_L1);
            created += call;
            const Value expected = call ? withDefaultsOfTheSdk(documents.at(i)) : documents.at(i).root();
            QVERIFY2(*request == expected, shown.constData());
            if (form == Form::Hardened)
                QVERIFY(std::ranges::all_of(scripts.at(i), [](QChar unit) { return unit.unicode() < 0x7F; }));
        }
        qInfo("%s, %s: %lld documents, 0 wrong (%d by AwsQuantumJob.create)", qPrintable(target),
              form == Form::Hardened ? "hardened" : "readable", qlonglong(documents.size()), created);
        QVERIFY(!sdk || (created > randomDocuments / 20 && created < documents.size()));
    }

    void theNotesSayWhatTheSdkWouldChange()
    {
        JobSpec spec = fullDocument();
        QVERIFY(exported(spec, "braket-sdk").text.contains("AwsQuantumJob.create("_L1));
        spec.remove(Path::parse(u"checkpointConfig"));
        QVERIFY(exported(spec, "braket-sdk")
                    .notes.join(u' ')
                    .contains("adds what the job does not set: checkpointConfig"_L1));
        spec.set(Path::parse(u"outputDataConfig.kmsKeyId"), Value::text(u"alias/x"_s));
        spec.set(Path::parse(u"inputDataConfig[0].dataSource.s3DataSource.s3Uri"), Value::text(u""_s));
        const Exported script = exported(spec, "braket-sdk");
        QVERIFY(script.text.contains("session.create_job("_L1));
        QVERIFY2(script.notes.join(u' ').contains(
                     "inputDataConfig[0].dataSource.s3DataSource.s3Uri, outputDataConfig.kmsKeyId"_L1),
                 qPrintable(script.notes.join(u' ')));
    }

    void localFilesAreNeverUploaded_data()
    {
        QTest::addColumn<QString>("place");
        for (const QString &place :
             {u"/etc/passwd"_s, u"source.tar.gz"_s, u"file:///etc/source.tar.gz"_s, u"s3://a.b/source.tar.gz"_s,
              u"s3://bucket/\n/source.tar.gz"_s, u"s3:///source.tar.gz"_s})
            QTest::newRow(qPrintable(QString(place).replace(u'\n', u' '))) << place;
    }

    void localFilesAreNeverUploaded()
    {
        QFETCH(const QString, place);
        JobSpec spec = fullDocument();
        spec.set(Path::parse(u"algorithmSpecification.scriptModeConfig.s3Uri"), Value::text(place));
        QVERIFY(!exported(spec, "braket-sdk").text.contains("source_module"_L1));
    }
};

QTEST_GUILESS_MAIN(tst_CodePython)
#include "tst_code_python.moc"
