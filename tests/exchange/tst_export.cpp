#include "documents.h"
#include "exchange/command/filename.h"
#include "exchange/commandpreview.h"
#include "exchange/json/readjson.h"
#include "exchange/json/writejson.h"
#include "exchange/targets.h"
#include "exchange/textcheck.h"
#include "suite.h"

using namespace braketeer;
using namespace braketeer::exchange;
using namespace Qt::StringLiterals;
using job::JobSpec;
using job::Path;
using job::Value;

namespace {

const Target &sh()
{
    return *findTarget(u"sh");
}

Exported exported(const JobSpec &spec, const QString &target, const CommandContext &context = {})
{
    const auto result = exportDocument(spec, *findTarget(target), context);
    return result ? *result : Exported{.text = u"failed: "_s + result.error().text()};
}

QString exportText(const JobSpec &spec, const QString &target, const CommandContext &context = {})
{
    return exported(spec, target, context).text;
}

/// Everything that a readable command has to decide about.
JobSpec varied()
{
    JobSpec spec = minimalDocument();
    spec.set(Path::parse(u"hyperParameters"),
             Value::map({{u"shots"_s, Value::text(u"1000"_s)}, {u"expr"_s, Value::text(u"it's, x"_s)}}));
    spec.set(Path::parse(u"tags"), Value::map({{u"größe"_s, Value::text(u"1 %PATH%"_s)}}));
    spec.set(Path::parse(u"inputDataConfig[0].channelName"), Value::text(u"a"_s));
    spec.set(Path::parse(u"inputDataConfig[1].channelName"), Value::text(u"b c"_s));
    spec.set(Path::parse(u"clientToken"), Value::text(u"t-1"_s));
    spec.set(Path::parse(u"later"), Value::number(1));
    return spec;
}

JobSpec withParameter(const QString &text)
{
    JobSpec spec = minimalDocument();
    spec.set(Path::parse(u"hyperParameters"), Value::map({{u"a"_s, Value::text(text)}}));
    return spec;
}

bool isPlainAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c == u'\n' || (c >= u' ' && c < u'\x7f'); });
}

} // namespace

class tst_Export : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theReadableFormIsStable_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("expected");
        const QString posix = u"aws braket create-job \\\n"
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
                              "  --tags '{\"größe\":\"1 %PATH%\"}' \\\n"
                              "  --cli-input-json '{\"later\":1}'\n"_s;
        for (const QString &shell : {u"sh"_s, u"bash"_s, u"zsh"_s})
            QTest::newRow(qPrintable(shell)) << shell << posix;
        QTest::newRow("fish")
            << u"fish"_s
            << u"aws braket create-job \\\n"
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
               "  --hyper-parameters 'shots=1000,expr=\\'it\\\\\\'s, x\\'' \\\n"
               "  --device-config device=local:braket/default \\\n"
               "  --tags '{\"größe\":\"1 %PATH%\"}' \\\n"
               "  --cli-input-json '{\"later\":1}'\n"_s;
        QTest::newRow("powershell")
            << u"powershell"_s
            << u"aws braket create-job `\n"
               "  --profile 'my profile' `\n"
               "  --region us-west-2 `\n"
               "  --algorithm-specification 'scriptModeConfig={entryPoint=bell,s3Uri=s3://b/k.py}' `\n"
               "  --input-data-config `\n"
               "    'channelName=a' `\n"
               "    'channelName=b c' `\n"
               "  --output-data-config 's3Path=s3://b/out' `\n"
               "  --job-name bell-1 `\n"
               "  --role-arn 'arn:aws:iam::123456789012:role/x' `\n"
               "  --instance-config 'instanceType=ml.m5.large,volumeSizeInGb=30' `\n"
               "  --hyper-parameters 'shots=1000,expr=''it\\''s, x''' `\n"
               "  --device-config 'device=local:braket/default' `\n"
               "  --tags '{\"größe\":\"1 %PATH%\"}' `\n"
               "  --cli-input-json '{\"later\":1}'\n"_s;
        QTest::newRow("powershell51")
            << u"powershell51"_s
            << u"aws braket create-job `\n"
               "  --profile 'my profile' `\n"
               "  --region us-west-2 `\n"
               "  --algorithm-specification 'scriptModeConfig={entryPoint=bell,s3Uri=s3://b/k.py}' `\n"
               "  --input-data-config `\n"
               "    'channelName=a' `\n"
               "    'channelName=b c' `\n"
               "  --output-data-config 's3Path=s3://b/out' `\n"
               "  --job-name bell-1 `\n"
               "  --role-arn 'arn:aws:iam::123456789012:role/x' `\n"
               "  --instance-config 'instanceType=ml.m5.large,volumeSizeInGb=30' `\n"
               "  --hyper-parameters 'shots=1000,expr=''it\\''s, x''' `\n"
               "  --device-config 'device=local:braket/default' `\n"
               "  --tags '{\\\"gr\\u00f6\\u00dfe\\\":\\\"1\\u0020\\u0025PATH\\u0025\\\"}' `\n"
               "  --cli-input-json '{\\\"later\\\":1}'\n"_s;
        QTest::newRow("cmd")
            << u"cmd"_s
            << u"aws braket create-job ^\n"
               "  --profile \"my profile\" ^\n"
               "  --region us-west-2 ^\n"
               "  --algorithm-specification \"scriptModeConfig={entryPoint=bell,s3Uri=s3://b/k.py}\" ^\n"
               "  --input-data-config ^\n"
               "    \"channelName=a\" ^\n"
               "    \"channelName=b c\" ^\n"
               "  --output-data-config \"s3Path=s3://b/out\" ^\n"
               "  --job-name bell-1 ^\n"
               "  --role-arn arn:aws:iam::123456789012:role/x ^\n"
               "  --instance-config \"instanceType=ml.m5.large,volumeSizeInGb=30\" ^\n"
               "  --hyper-parameters \"shots=1000,expr='it\\'s, x'\" ^\n"
               "  --device-config \"device=local:braket/default\" ^\n"
               "  --tags \"{\\\"gr\\u00f6\\u00dfe\\\":\\\"1\\u0020\\u0025PATH\\u0025\\\"}\" ^\n"
               "  --cli-input-json \"{\\\"later\\\":1}\"\n"_s;
    }

    void theReadableFormIsStable()
    {
        QFETCH(const QString, target);
        QFETCH(const QString, expected);
        QCOMPARE(exportText(varied(), target, {.profile = u"my profile"_s, .region = u"us-west-2"_s}), expected);
    }

    void theHardenedFormIsOneLineOfAscii_data() { addTargets(Form::Hardened); }

    void theHardenedFormIsOneLineOfAscii()
    {
        QFETCH(const QString, target);
        QRandomGenerator random(19);
        for (int i = 0; i < 200; ++i) {
            const Exported text = exported(randomDocument(random), target, {.form = Form::Hardened});
            QCOMPARE(text.form, Form::Hardened);
            QVERIFY2(isPlainAscii(text.text), qPrintable(text.text));
            QCOMPARE(text.text.count(u'\n'), 1);
            for (const QChar special : u"$`%!^&|<>;*?#~()"_s)
                QVERIFY2(!text.text.contains(special), qPrintable(text.text));
        }
    }

    void theHardenedFormOfASessionHasNoPathsForGitBash()
    {
        const QString text = exportText(minimalDocument(), u"bash"_s, {.form = Form::Hardened});
        QVERIFY2(!text.contains(u'/'), qPrintable(text));
    }

    void theFileFormKeepsTheDocumentBesideTheCommand_data() { addTargets(Form::File); }

    void theFileFormKeepsTheDocumentBesideTheCommand()
    {
        QFETCH(const QString, target);
        const Exported text = exported(varied(), target, {.region = u"us-west-2"_s, .form = Form::File});
        QCOMPARE(text.form, Form::File);
        QCOMPARE(text.fileName, u"bell-1.json"_s);
        QVERIFY2(text.text.contains(u"bell-1.json"_s), qPrintable(text.text));
        QVERIFY2(!text.text.contains(u"shots"_s), qPrintable(text.text));
        QVERIFY(isPlainAscii(QString::fromUtf8(text.file)));
        JobSpec wanted = varied();
        wanted.remove(Path::parse(u"clientToken"));
        QVERIFY(*readJson(text.file) == wanted.root());
    }

    void aLongTextBecomesAFileByItself_data() { addTargets(Form::File); }

    void aLongTextBecomesAFileByItself()
    {
        QFETCH(const QString, target);
        for (const int size : {3000, 4100}) {
            const Exported text = exported(withParameter(QString(size, u'x')), target);
            QCOMPARE(text.form == Form::File, size > longestExportedText);
            QVERIFY(text.text.size() <= longestExportedText);
            QCOMPARE(text.file.isEmpty(), text.form != Form::File);
            QCOMPARE(text.notes.filter(u"bell-1.json"_s).isEmpty(), text.form != Form::File);
        }
        // What is short as a value can be long as a text.
        QCOMPARE(exported(withParameter(QString(1500, u'\u202e')), target).form, Form::File);
    }

    void aTargetWithoutTheWantedFormTakesTheReadableOne()
    {
        const Exported text = exported(varied(), u"yaml"_s, {.form = Form::File});
        QCOMPARE(text.form, Form::Readable);
        QVERIFY(text.file.isEmpty());
        QCOMPARE(text.notes.size(), 1);
    }

    void whatHidesIsHardened_data() { addTargets(Form::Hardened); }

    void whatHidesIsHardened()
    {
        QFETCH(const QString, target);
        for (const QString &hidden :
             {u"a\nb"_s, u"a\tb"_s, u"\u202eevil"_s, u"\u2066x\u2069"_s, u"\u001b[31m"_s, u"\u200b"_s, u"\u2028"_s}) {
            for (const auto &path : {u"jobName"_s, u"hyperParameters.a"_s, u"tags"_s}) {
                JobSpec spec = minimalDocument();
                spec.set(Path::parse(path),
                         path == u"tags"_s ? Value::map({{hidden, Value::text(u"x"_s)}}) : Value::text(hidden));
                const Exported text = exported(spec, target);
                QCOMPARE(text.form, Form::Readable);
                QVERIFY2(std::ranges::all_of(text.text, [](QChar c) { return c == u'\n' || c.isPrint(); }),
                         qPrintable(text.text));
                QVERIFY2(text.text.contains(u"\\u"_s) || target == u"json"_s, qPrintable(text.text));
            }
        }
    }

    void aNulIsRefused_data() { addTargets(Form::Readable); }

    void aNulIsRefused()
    {
        QFETCH(const QString, target);
        const QString nul = QString::fromUtf16(u"a\0b", 3);
        for (const JobSpec &spec : {withParameter(nul), [&nul] {
                                        JobSpec other = minimalDocument();
                                        other.set(Path().child(u"tags"_s).child(nul), Value::text(u"x"_s));
                                        return other;
                                    }()}) {
            const auto text = exportDocument(spec, *findTarget(target), {});
            QVERIFY(!text);
            QVERIFY(text.error().text().contains(u"NUL"_s));
            CommandPreview preview(*findTarget(target));
            preview.update(spec);
            QVERIFY(preview.displayText().isEmpty());
            QCOMPARE(preview.problem(), text.error().text());
        }
    }

    void aProfileThatAShellCannotHoldIsRefused()
    {
        const auto cmd = exportDocument(minimalDocument(), *findTarget(u"cmd"), {.profile = u"100%PATH%"_s});
        QVERIFY(!cmd);
        QVERIFY(cmd.error().text().contains(u"--profile"_s));
        QVERIFY(!exportDocument(minimalDocument(), sh(), {.profile = u"a\u202eb"_s}));
        QVERIFY(exportDocument(minimalDocument(), sh(), {.profile = u"100%PATH%"_s}));
    }

    void theClientTokenIsExportedOnRequestOnly_data() { addTargets(Form::Readable); }

    void theClientTokenIsExportedOnRequestOnly()
    {
        QFETCH(const QString, target);
        for (const Form form : {Form::Readable, Form::Hardened, Form::File}) {
            const Exported without = exported(varied(), target, {.form = form});
            QVERIFY(!without.text.contains(u"t-1"_s) && !without.file.contains("t-1"));
            QVERIFY(!without.text.contains(u"clientToken"_s));
            const Exported with = exported(varied(), target, {.withClientToken = true, .form = form});
            QVERIFY(with.text.contains(u"t-1"_s) || with.file.contains("t-1"));
            QCOMPARE(with.notes.size(), without.notes.size() + 1);
        }
    }

    void aTokenInACommandIsExplained()
    {
        for (const auto &[target, remark] :
             {std::pair(u"sh"_s, u"# clientToken: "_s), std::pair(u"fish"_s, u"# clientToken: "_s),
              std::pair(u"powershell51"_s, u"# clientToken: "_s), std::pair(u"cmd"_s, u"rem clientToken: "_s)}) {
            QVERIFY(exportText(varied(), target, {.withClientToken = true}).startsWith(remark));
            QVERIFY(exportText(minimalDocument(), target, {.withClientToken = true}).startsWith(u"aws "_s));
        }
    }

    void anAddressIsExportedWithoutItsPassword_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("URL") << u"https://me:secret@localhost:1234/x"_s;
        QTest::newRow("no proper URL") << u"https://me:sec@ret@localhost:1234/x"_s;
        QTest::newRow("no scheme") << u"me:secret@localhost:1234/x"_s;
    }

    void anAddressIsExportedWithoutItsPassword()
    {
        QFETCH(const QString, address);
        const QString text = exportText(minimalDocument(), u"sh"_s, {.endpointUrl = address});
        QVERIFY2(text.contains(u"localhost:1234/x \\"_s), qPrintable(text));
        QVERIFY2(!text.contains(u"sec"_s) && !text.contains(u"me:"_s), qPrintable(text));
    }

    void theLowestVersionOfTheCliIsStated()
    {
        const auto note = [](const JobSpec &spec) { return exported(spec, u"sh"_s).notes.join(u' '); };
        JobSpec spec = minimalDocument();
        QVERIFY2(note(spec).contains(u" 2.4.1 "_s), qPrintable(note(spec)));
        spec.set(Path::parse(u"instanceConfig.instanceCount"), Value::number(2));
        QVERIFY2(note(spec).contains(u" 2.6.1 "_s) && note(spec).contains(u" instanceCount"_s), qPrintable(note(spec)));
        spec.set(Path::parse(u"associations[0].arn"), Value::text(u"arn:aws:braket:x"_s));
        QVERIFY2(note(spec).contains(u" 2.14.6 "_s) && note(spec).contains(u"1.31.7"_s), qPrintable(note(spec)));
        spec.set(Path::parse(u"later"), Value::number(2));
        QVERIFY2(note(spec).contains(u"later"_s), qPrintable(note(spec)));
    }

    void fileNamesAreSafe_data()
    {
        QTest::addColumn<QString>("jobName");
        QTest::addColumn<QString>("fileName");
        QTest::newRow("plain") << u"bell-1"_s << u"bell-1.json"_s;
        QTest::newRow("none") << u""_s << u"job.json"_s;
        QTest::newRow("only dots") << u"..."_s << u"job.json"_s;
        QTest::newRow("up") << u"../../etc/passwd"_s << u"etc-passwd.json"_s;
        QTest::newRow("hyphen") << u"--x"_s << u"x.json"_s;
        QTest::newRow("expansions") << u"d$HOME %PATH% ~"_s << u"d-HOME--PATH---.json"_s;
        QTest::newRow("beyond ASCII") << u"größe\u202e"_s << u"gr--e-.json"_s;
        QTest::newRow("device") << u"NUL"_s << u"jobNUL.json"_s;
        QTest::newRow("device with a number") << u"com1.x"_s << u"jobcom1.x.json"_s;
        QTest::newRow("long") << QString(300, u'a') << QString(58, u'a') + u".json"_s;
    }

    void fileNamesAreSafe()
    {
        QFETCH(const QString, jobName);
        QFETCH(const QString, fileName);
        QCOMPARE(documentFileName(jobName), fileName);
    }

    void documentsReadBackAsTheyWere_data() { addSuiteRows(u"create_job_docs"_s); }

    void documentsReadBackAsTheyWere()
    {
        QFETCH(const QString, file);
        const Value document = *readCase(file).find(u"document");
        if (!document.isMap())
            return;
        const CommandContext context{.withClientToken = true};
        for (const auto &target : {u"json"_s, u"yaml"_s}) {
            const auto again = readDocument(exportText(JobSpec(document), target, context).toUtf8());
            QVERIFY2(again && again->root() == document, qPrintable(target));
        }
        const auto hardened = exportText(JobSpec(document), u"json"_s,
                                         {.withClientToken = true, .form = Form::Hardened});
        QVERIFY(readDocument(hardened.toUtf8())->root() == document);
    }

    void randomDocumentsReadBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("json") << u"json"_s;
        QTest::newRow("yaml") << u"yaml"_s;
    }

    void randomDocumentsReadBackAsTheyWere()
    {
        QFETCH(const QString, target);
        QRandomGenerator random(23);
        int checked = 0;
        for (; checked < 10000; ++checked) {
            const JobSpec spec = randomDocument(random);
            const QByteArray text = exportText(spec, target).toUtf8();
            const auto again = readDocument(text);
            QVERIFY2(again && *again == spec, text.constData());
        }
        qInfo("%s: %d random documents, 0 wrong", qPrintable(target), checked);
    }

    void thePreviewIsWhatIsExported_data() { addTargets(Form::Readable); }

    void thePreviewIsWhatIsExported()
    {
        QFETCH(const QString, target);
        QRandomGenerator random(17);
        for (const Form form : {Form::Readable, Form::Hardened, Form::File}) {
            CommandPreview preview(*findTarget(target), {.region = u"us-east-1"_s, .form = form});
            for (int i = 0; i < 100; ++i) {
                JobSpec spec = randomDocument(random);
                if (i % 10 == 0)
                    spec.set(Path::parse(u"hyperParameters.long"), Value::text(QString(i * 60, u'é')));
                preview.update(spec);
                const Exported whole = exported(spec, target, {.region = u"us-east-1"_s, .form = form});
                QCOMPARE(preview.form(), whole.form);
                QCOMPARE(*preview.exported(), whole);
                if (!preview.isShortened() || whole.form == Form::File)
                    QCOMPARE(preview.displayText(), whole.text);
                if (!preview.isShortened())
                    QCOMPARE(preview.displayFile().toUtf8(), whole.file);
            }
        }
    }

    void thePreviewWritesWhatChangedAndShortensWhatIsLong()
    {
        JobSpec spec = largestDocument();
        CommandPreview preview(*findTarget(u"json"));
        QVERIFY(preview.update(spec));
        QVERIFY(!preview.update(spec));
        QVERIFY(preview.isShortened());
        QVERIFY(preview.displayText().size() < 100 * 520);
        QVERIFY(preview.displayText().contains(u"more character"_s));

        spec.set(Path::parse(u"hyperParameters.key50"), Value::text(u"brief"_s));
        QVERIFY(preview.update(spec));
        QVERIFY(preview.displayText().contains(u"\"key50\": \"brief\""_s));
        QCOMPARE(preview.fullText(), exportText(spec, u"json"_s));

        preview.setTarget(sh());
        QCOMPARE(preview.form(), Form::File);
        QCOMPARE(preview.displayText(), exportText(spec, u"sh"_s));
        QVERIFY(preview.displayFile().contains(u"\"key50\": \"brief\""_s));
        QVERIFY(preview.displayFile().contains(u"more character"_s));

        spec.remove(Path::parse(u"hyperParameters"));
        QVERIFY(preview.update(spec));
        QVERIFY(!preview.isShortened());
        QCOMPARE(preview.form(), Form::Readable);
        QCOMPARE(preview.displayText(), preview.fullText());
    }

    void everyKeyStrokeInTheLargestDocumentIsShown()
    {
        JobSpec spec = largestDocument();
        CommandPreview preview(*findTarget(u"json"));
        preview.update(spec);
        for (int stroke = 1; stroke < 20; ++stroke) {
            spec.set(Path::parse(u"hyperParameters.key99"), Value::text(QString::number(stroke)));
            QVERIFY(preview.update(spec));
            QVERIFY(preview.displayText().contains(u"\"key99\": \"%1\""_s.arg(stroke)));
        }
    }

private:
    /// A row for every command and document with this form.
    static void addTargets(Form form)
    {
        QTest::addColumn<QString>("target");
        for (const QString &id : {u"sh"_s, u"bash"_s, u"zsh"_s, u"fish"_s, u"powershell"_s, u"powershell51"_s, u"cmd"_s,
                                  u"json"_s, u"yaml"_s}) {
            if (findTarget(id)->forms.testFlag(form))
                QTest::newRow(qPrintable(id)) << id;
        }
    }
};

QTEST_APPLESS_MAIN(tst_Export)
#include "tst_export.moc"
