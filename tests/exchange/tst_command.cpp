#include "exchange/commandline/createjobarguments.h"
#include "exchange/commandpreview.h"
#include "exchange/document.h"
#include "exchange/json/writejson.h"
#include "exchange/targets.h"
#include "exchange/textcheck.h"
#include "randomtext.h"
#include "suite.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace braketeer;
using namespace braketeer::exchange;
using namespace Qt::StringLiterals;
using job::JobSpec;
using job::Path;
using job::Value;

namespace {

core::Result<QByteArray> noFile(const QString &path)
{
    return core::fail(core::Error::Kind::Usage, u"no file may be read: "_s + path);
}

const Target &sh()
{
    return *findTarget(u"sh");
}

JobSpec minimal()
{
    return *readDocument(
        R"({"algorithmSpecification": {"scriptModeConfig": {"entryPoint": "bell", "s3Uri": "s3://b/k.py"}},
        "instanceConfig": {"instanceType": "ml.m5.large", "volumeSizeInGb": 30}, "jobName": "bell-1",
        "outputDataConfig": {"s3Path": "s3://b/out"}, "roleArn": "arn:aws:iam::123456789012:role/x",
        "deviceConfig": {"device": "local:braket/default"}})"_ba);
}

/// The document as it comes back from the command's arguments; null with a message in `why` when it does not.
std::optional<Value> readBack(QStringList arguments, QString &why)
{
    if (arguments.mid(0, 2) != QStringList{u"braket"_s, u"create-job"_s}) {
        why = u"not the command: "_s + arguments.join(u' ');
        return std::nullopt;
    }
    const auto global = parseArguments(
        {{.name = u"--region"_s}, {.name = u"--profile"_s}, {.name = u"--endpoint-url"_s}}, arguments.mid(2));
    if (!global) {
        why = global.error().text();
        return std::nullopt;
    }
    // Required options are another matter.
    const auto parsed = parseCreateJobArguments(global->rest.contains(u"--cli-input-json"_s)
                                                    ? global->rest
                                                    : global->rest + QStringList{u"--cli-input-json"_s, u"{}"_s},
                                                noFile);
    if (!parsed) {
        why = parsed.error().text();
        return std::nullopt;
    }
    return parsed->spec.root();
}

/// Runs shell text in which `aws` is a function that prints its arguments; one list a call.
class ShellRun
{
public:
    void add(const QString &text) { m_script += text.toUtf8() + "printf '\\0'\n"; }

    QList<QStringList> calls(const QString &shell)
    {
        QProcess process;
        process.start(shell, {});
        process.write("aws() { printf '=%s\\0' \"$@\"; }\n" + m_script);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000))
            return {};
        m_errors = process.readAllStandardError();
        QList<QStringList> calls{{}};
        for (const QByteArray &part : process.readAllStandardOutput().split('\0')) {
            if (part.isEmpty())
                calls.append(QStringList());
            else
                calls.last() << textOf(part.mid(1));
        }
        calls.resize(calls.size() - 2);
        return calls;
    }

    const QByteArray &errors() const { return m_errors; }

private:
    QByteArray m_script;
    QByteArray m_errors;
};

Value randomValue(QRandomGenerator &random, int depth)
{
    switch (random.bounded(depth > 0 ? 7 : 5)) {
    case 0:
        return Value::number(random.bounded(100));
    case 1:
        return Value();
    case 5: {
        QList<Value> items;
        for (int i = random.bounded(3); i > 0; --i)
            items.append(randomValue(random, depth - 1));
        return Value::list(std::move(items));
    }
    case 6: {
        Value map = Value::map();
        for (int i = random.bounded(3); i > 0; --i)
            map.insert(randomText(random, 4), randomValue(random, depth - 1));
        return map;
    }
    default:
        return Value::text(randomText(random, 8));
    }
}

/// A document with hostile texts in proper places, and now and then something that is wrong.
JobSpec randomDocument(QRandomGenerator &random)
{
    JobSpec spec = minimal();
    const auto text = [&random] { return Value::text(randomText(random, 10)); };
    spec.set(Path::parse(u"jobName"), text());
    spec.set(Path::parse(u"outputDataConfig.s3Path"), text());
    for (int i = random.bounded(4); i > 0; --i)
        spec.set(Path().child(u"hyperParameters"_s).child(randomText(random, 3)), text());
    for (int i = random.bounded(3); i > 0; --i)
        spec.set(Path().child(u"tags"_s).child(u"key"_s + QString::number(i)), text());
    for (int i = random.bounded(3) - 1; i >= 0; --i) {
        const Path channel = Path::parse(u"inputDataConfig").item(i);
        spec.set(channel.child(u"channelName"_s), text());
        spec.set(channel.child(u"dataSource"_s).child(u"s3DataSource"_s).child(u"s3Uri"_s), text());
    }
    static const QStringList places{u"roleArn"_s,           u"tags"_s,
                                    u"instanceConfig"_s,    u"inputDataConfig"_s,
                                    u"stoppingCondition"_s, u"instanceConfig.volumeSizeInGb"_s,
                                    u"unknown"_s,           u"associations"_s};
    if (random.bounded(3) == 0)
        spec.set(Path::parse(places.at(random.bounded(int(places.size())))), randomValue(random, 3));
    return spec;
}

JobSpec largest()
{
    JobSpec spec = minimal();
    Value map = Value::map();
    for (int i = 0; i < 100; ++i)
        map.insert(u"key%1"_s.arg(i), Value::text(QString(2500, QChar(u'a' + i % 26))));
    spec.set(Path::parse(u"hyperParameters"), map);
    return spec;
}

} // namespace

class tst_Command : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theReadableFormIsStable()
    {
        JobSpec spec = minimal();
        spec.set(Path::parse(u"hyperParameters"),
                 Value::map({{u"shots"_s, Value::text(u"1000"_s)}, {u"expr"_s, Value::text(u"it's, x"_s)}}));
        spec.set(Path::parse(u"tags"), Value::map({{u"größe"_s, Value::text(u"1"_s)}}));
        spec.set(Path::parse(u"inputDataConfig[0].channelName"), Value::text(u"a"_s));
        spec.set(Path::parse(u"inputDataConfig[1].channelName"), Value::text(u"b c"_s));
        spec.set(Path::parse(u"clientToken"), Value::text(u"t-1"_s));
        spec.set(Path::parse(u"later"), Value::number(1));
        const QString expected =
            u"aws braket create-job \\\n"
            "  --profile 'my profile' \\\n"
            "  --region us-west-2 \\\n"
            "  --algorithm-specification 'scriptModeConfig={entryPoint=bell,s3Uri=s3://b/k.py}' \\\n"
            "  --input-data-config \\\n"
            "    channelName=a \\\n"
            "    'channelName=b c' \\\n"
            "  --output-data-config s3Path=s3://b/out \\\n"
            "  --job-name bell-1 \\\n"
            "  --role-arn arn:aws:iam::123456789012:role/x \\\n"
            "  --instance-config instanceType=ml.m5.large,volumeSizeInGb=30 \\\n"
            "  --hyper-parameters 'shots=1000,expr='\\''it\\'\\''s, x'\\''' \\\n"
            "  --device-config device=local:braket/default \\\n"
            "  --tags '{\"größe\":\"1\"}' \\\n"
            "  --cli-input-json '{\"later\":1}'\n"_s;
        QCOMPARE(exportText(spec, sh(), {.profile = u"my profile"_s, .region = u"us-west-2"_s}), expected);
    }

    void theClientTokenIsExportedOnRequestOnly()
    {
        JobSpec spec = minimal();
        spec.set(Path::parse(u"clientToken"), Value::text(u"t-1"_s));
        for (const Target &target : targets()) {
            QVERIFY(!exportText(spec, target, {}).contains(u"t-1"_s));
            QVERIFY(exportText(spec, target, {.withClientToken = true}).contains(u"t-1"_s));
        }
    }

    void anAddressIsExportedWithoutItsPassword()
    {
        const QString text = exportText(minimal(), sh(), {.endpointUrl = u"https://me:secret@localhost:1234/x"_s});
        QVERIFY2(text.contains(u"--endpoint-url https://localhost:1234/x "_s), qPrintable(text));
    }

    void jsonReadsBackAsTheDocument_data() { addSuiteRows(u"create_job_docs"_s); }

    void jsonReadsBackAsTheDocument()
    {
        QFETCH(const QString, file);
        const Value document = *readCase(file).find(u"document");
        if (!document.isMap())
            return;
        const QString text = exportText(JobSpec(document), *findTarget(u"json"), {.withClientToken = true});
        QVERIFY(readDocument(text.toUtf8())->root() == document);
    }

    void everyDocumentComesBackFromItsCommand_data()
    {
        QTest::addColumn<QString>("shell");
        for (const QString &shell : {u"sh"_s, u"bash"_s, u"zsh"_s})
            QTest::newRow(qPrintable(shell)) << shell;
    }

    void everyDocumentComesBackFromItsCommand()
    {
        QFETCH(const QString, shell);
        if (QStandardPaths::findExecutable(shell).isEmpty())
            QSKIP("this shell is not installed");
        QList<Value> documents;
        for (const QString &file : suiteFiles(u"create_job_docs"_s)) {
            const Value document = *readCase(file).find(u"document");
            if (document.isMap())
                documents << document;
        }
        QRandomGenerator random(11);
        for (int i = 0; i < 1000; ++i)
            documents << randomDocument(random).root();

        ShellRun run;
        for (const Value &document : std::as_const(documents))
            run.add(exportText(JobSpec(document), sh(), {.region = u"eu-north-1"_s, .withClientToken = true}));
        const QList<QStringList> calls = run.calls(shell);
        QCOMPARE(run.errors(), QByteArray());
        QCOMPARE(calls.size(), documents.size());
        for (qsizetype i = 0; i < calls.size(); ++i) {
            QString why;
            const std::optional<Value> again = readBack(calls.at(i), why);
            QVERIFY2(again && *again == documents.at(i), (writeJson(documents.at(i), JsonForm::Compact) + '\n'
                                                          + calls.at(i).join(u'\n').toUtf8() + '\n' + why.toUtf8())
                                                             .constData());
        }
    }

    void nothingHiddenStandsInACommand()
    {
        QRandomGenerator random(13);
        for (int i = 0; i < 500; ++i) {
            const QString text = exportText(randomDocument(random), sh(), {});
            for (const QChar character : text)
                QVERIFY2(character == u'\n' || character.isSurrogate() || character.isPrint(), qPrintable(text));
        }
    }

    void thePreviewWritesWhatChangedAndShortensWhatIsLong()
    {
        JobSpec spec = largest();
        CommandPreview preview(sh());
        QVERIFY(preview.update(spec));
        QVERIFY(!preview.update(spec));
        QVERIFY(preview.isShortened());
        QVERIFY(preview.displayText().size() < 100 * 220);
        QVERIFY(preview.displayText().contains(u"more character"_s));
        QCOMPARE(preview.fullText(), exportText(spec, sh(), {}));

        spec.set(Path::parse(u"hyperParameters.key50"), Value::text(u"brief"_s));
        QVERIFY(preview.update(spec));
        QVERIFY(preview.displayText().contains(u"key50=brief"_s));
        QCOMPARE(preview.fullText(), exportText(spec, sh(), {}));

        preview.setTarget(*findTarget(u"json"));
        QVERIFY(preview.displayText().contains(u"\"key50\": \"brief\""_s));
        QCOMPARE(preview.fullText(), exportText(spec, *findTarget(u"json"), {}));

        spec.remove(Path::parse(u"hyperParameters"));
        QVERIFY(preview.update(spec));
        QVERIFY(!preview.isShortened());
        QCOMPARE(preview.displayText(), preview.fullText());
    }

    void aShortDocumentIsShownWhole()
    {
        QRandomGenerator random(17);
        CommandPreview preview(sh(), {.region = u"us-east-1"_s});
        for (int i = 0; i < 200; ++i) {
            const JobSpec spec = randomDocument(random);
            preview.update(spec);
            QVERIFY(!preview.isShortened());
            QCOMPARE(preview.displayText(), preview.fullText());
        }
    }

    void everyKeyStrokeInTheLargestDocumentIsShown()
    {
        JobSpec spec = largest();
        CommandPreview preview(sh());
        preview.update(spec);
        for (int stroke = 1; stroke < 20; ++stroke) {
            spec.set(Path::parse(u"hyperParameters.key99"), Value::text(QString::number(stroke)));
            QVERIFY(preview.update(spec));
            QVERIFY(preview.displayText().contains(u"key99="_s + QString::number(stroke)));
        }
    }
};

QTEST_APPLESS_MAIN(tst_Command)
#include "tst_command.moc"
