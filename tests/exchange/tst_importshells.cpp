#include "imported.h"

using namespace braketeer;
using namespace braketeer::exchange;
using namespace Qt::StringLiterals;

/// `aws braket create-job` as people have it in their terminals, scripts and wikis.
class tst_ImportShells : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aPosixCommandIsRead_data()
    {
        addTextColumns();
        addText("one line", "sh", u"aws braket create-job --job-name bell --role-arn arn:aws:iam::1:role/x"_s,
                u"{\"jobName\":\"bell\",\"roleArn\":\"arn:aws:iam::1:role/x\"}"_s);
        addText("as AWS documents it", "sh",
                u"aws braket create-job \\\n"
                "    --algorithm-specification '{\"scriptModeConfig\": {\"entryPoint\": \"bell:main\", "
                "\"s3Uri\": \"s3://amzn-s3-demo-bucket/bell.tar.gz\", \"compressionType\": \"GZIP\"}}' \\\n"
                "    --instance-config instanceType=ml.m5.large,volumeSizeInGb=30 \\\n"
                "    --stopping-condition maxRuntimeInSeconds=3600 \\\n"
                "    --hyper-parameters shots=1000,device=sv1\n"_s,
                u"{\"algorithmSpecification\":{\"scriptModeConfig\":{\"entryPoint\":\"bell:main\",\"s3Uri\":"
                "\"s3://amzn-s3-demo-bucket/bell.tar.gz\",\"compressionType\":\"GZIP\"}},\"instanceConfig\":"
                "{\"instanceType\":\"ml.m5.large\",\"volumeSizeInGb\":30},\"stoppingCondition\":"
                "{\"maxRuntimeInSeconds\":3600},\"hyperParameters\":{\"shots\":\"1000\",\"device\":\"sv1\"}}"_s);
        addText(
            "a list of shorthand", "sh",
            u"aws braket create-job --input-data-config channelName=a,dataSource='{s3DataSource={s3Uri=s3://b/a}}' "
            "channelName=b --job-name x"_s,
            u"{\"inputDataConfig\":[{\"channelName\":\"a\",\"dataSource\":{\"s3DataSource\":{\"s3Uri\":\"s3://b/a\"}}},"
            "{\"channelName\":\"b\"}],\"jobName\":\"x\"}"_s);
        addText("prompts", "sh", u"me@host:~/jobs$ aws braket create-job \\\n> --job-name bell \\\n> --tags a=b\n"_s,
                u"{\"jobName\":\"bell\",\"tags\":{\"a\":\"b\"}}"_s);
        addText("a dollar prompt", "sh", u"$ aws braket create-job --job-name bell"_s, u"{\"jobName\":\"bell\"}"_s);
        addText("comments, variables before, commands behind", "sh",
                u"#!/bin/bash\nset -e\n# the job\nAWS_PROFILE=x AWS_PAGER= aws braket create-job --job-name 'a # b' "
                "# trailing\n&& echo done; aws s3 ls\n"_s,
                u"{\"jobName\":\"a # b\"}"_s);
        addText("in a substitution", "sh",
                u"ARN=$(aws braket create-job --job-name bell --query jobArn --output text)\necho \"$ARN\"\n"_s,
                u"{\"jobName\":\"bell\"}"_s);
        addText("in backquotes", "sh", u"ARN=`aws braket create-job --job-name bell`"_s, u"{\"jobName\":\"bell\"}"_s);
        addText("ANSI-C quotes", "sh", u"aws braket create-job --job-name $'a\\tb\\x41\\u00e9\\'\\101'"_s,
                u"{\"jobName\":\"a\\tbA\u00e9'A\"}"_s);
        addText("double quotes", "sh", u"aws braket create-job --job-name \"a\\\"b\\\\c\\d\\$e\""_s,
                u"{\"jobName\":\"a\\\"b\\\\c\\\\d$e\"}"_s);
        addText("quotes within a word", "sh", u"aws braket create-job --job-name a'b'\"c\"\\d"_s,
                u"{\"jobName\":\"abcd\"}"_s);
        addText("an option joined", "sh", u"aws braket create-job --job-name=-x"_s, u"{\"jobName\":\"-x\"}"_s);
        addText("a document with options over it", "sh",
                u"aws braket create-job --cli-input-json '{\"jobName\":\"a\",\"roleArn\":\"r\"}' --job-name b"_s,
                u"{\"jobName\":\"b\",\"roleArn\":\"r\"}"_s);
        addText("a document that the text itself writes", "sh",
                u"cat > job.json <<'EOF'\n{\n  \"jobName\": \"it's\"\n}\nEOF\n"
                "aws braket create-job --cli-input-json file://job.json\n"_s,
                u"{\"jobName\":\"it's\"}"_s);
        addText("the path of the program", "sh", u"/usr/local/bin/aws braket create-job --job-name x"_s,
                u"{\"jobName\":\"x\"}"_s);
        addText("Braketeer's own command", "sh", u"braketeer-cli create-job --job-name x --dry-run"_s,
                u"{\"jobName\":\"x\"}"_s);
        addText("a blank behind the backslash", "sh", u"aws braket create-job \\ \n  --job-name x"_s,
                u"{\"jobName\":\"x\"}"_s);
        addText("lines of Windows", "sh", u"aws braket create-job \\\r\n  --job-name x\r\n"_s,
                u"{\"jobName\":\"x\"}"_s);
    }

    void aPosixCommandIsRead() { compareText(); }

    void aFishCommandIsRead_data()
    {
        addTextColumns();
        addText("escapes in single quotes", "fish",
                u"#!/usr/bin/env fish\naws braket create-job --job-name 'it\\'s' --tags '{\"a\":\"b\\\\\\\\c\"}'"_s,
                u"{\"jobName\":\"it's\",\"tags\":{\"a\":\"b\\\\c\"}}"_s);
        addText("what no other shell can read", "fish", u"aws braket create-job --job-name 'it\\'s'"_s,
                u"{\"jobName\":\"it's\"}"_s);
        addText("escapes outside", "fish", u"#!/usr/bin/fish\naws braket create-job --job-name a\\ b\\u00e9\\n"_s,
                u"{\"jobName\":\"a b\u00e9\\n\"}"_s);
    }

    void aFishCommandIsRead() { compareText(); }

    void aPowerShellCommandIsRead_data()
    {
        addTextColumns();
        addText("continued lines", "powershell",
                u"aws braket create-job `\n  --job-name 'it''s' `\n  --tags '{\"a\":\"b c\"}'\n"_s,
                u"{\"jobName\":\"it's\",\"tags\":{\"a\":\"b c\"}}"_s);
        addText("escaped for 5.1", "powershell51",
                u"aws braket create-job `\n  --tags '{\\\"a\\\": \\\"b\\\\\\\"c\\\"}'\n"_s,
                u"{\"tags\":{\"a\":\"b\\\"c\"}}"_s);
        addText("quotes of a word processor", "powershell",
                u"aws braket create-job `\n --job-name \u2018it\u2019\u2019s\u201B --tags a=b"_s,
                u"{\"jobName\":\"it\u2019s\",\"tags\":{\"a\":\"b\"}}"_s);
        addText("double quotes", "powershell", u"aws braket create-job `\n --job-name \"a`tb`\"c\"\"d`$e\""_s,
                u"{\"jobName\":\"a\\tb\\\"c\\\"d$e\"}"_s);
        addText("a here-string", "powershell",
                u"aws braket create-job --tags @'\n{\"a\":\n \"it's\"}\n'@ --job-name x"_s,
                u"{\"tags\":{\"a\":\"it's\"},\"jobName\":\"x\"}"_s);
        addText(
            "a splatted array", "powershell",
            u"$call = @(\n  'braket', 'create-job' # what\n  '--job-name', 'bell'\n  '--tags'\n  'a=b'\n)\n& aws @call\n"_s,
            u"{\"jobName\":\"bell\",\"tags\":{\"a\":\"b\"}}"_s);
        addText("an array that grows", "powershell",
                u"$a = 'braket', 'create-job'\n$a += '--job-name'\n$a += @('bell')\naws $a\n"_s,
                u"{\"jobName\":\"bell\"}"_s);
        addText("a prompt, an assignment", "powershell",
                u"PS C:\\Users\\me> $job = aws braket create-job --job-name bell --output json | ConvertFrom-Json"_s,
                u"{\"jobName\":\"bell\"}"_s);
        addText(
            "a call by path in a block", "powershell",
            u"try { & 'C:\\Program Files\\Amazon\\AWSCLIV2\\aws.exe' braket create-job --job-name bell } catch { throw }"_s,
            u"{\"jobName\":\"bell\"}"_s);
        addText("everything behind --%", "powershell",
                u"$env:X = 'y'\naws braket --% create-job --tags \"{\\\"a\\\":\\\"b c\\\"}\"\n"_s,
                u"{\"tags\":{\"a\":\"b c\"}}"_s);
    }

    void aPowerShellCommandIsRead() { compareText(); }

    void aCmdCommandIsRead_data()
    {
        addTextColumns();
        addText("continued lines", "cmd",
                u"aws braket create-job ^\r\n  --job-name \"a b\" ^\r\n  --tags \"{\\\"a\\\":\\\"b c\\\"}\"\r\n"_s,
                u"{\"jobName\":\"a b\",\"tags\":{\"a\":\"b c\"}}"_s);
        addText(
            "a batch file", "cmd",
            u"@echo off\nrem the job\nset REGION=us-west-2\n@aws braket create-job --job-name 100%% --tags a=b^&c & pause\n"_s,
            u"{\"jobName\":\"100%\",\"tags\":{\"a\":\"b&c\"}}"_s);
        addText("a prompt", "cmd", u"C:\\Users\\me>aws braket create-job --job-name \"C:\\dir\\\\\""_s,
                u"{\"jobName\":\"C:\\\\dir\\\\\"}"_s);
        addText("a redirection", "cmd", u"@echo off\naws braket create-job --job-name bell > \"out put.json\" 2>&1\n"_s,
                u"{\"jobName\":\"bell\"}"_s);
    }

    void aCmdCommandIsRead() { compareText(); }

    void whatIsLeftOpenStaysAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("path");
        QTest::newRow("a variable in a text") << u"aws braket create-job --job-name \"bell-$USER\""_s
                                              << u"{\"jobName\":\"bell-$USER\"}"_s << u"jobName"_s;
        QTest::newRow("a number") << u"aws braket create-job --instance-config volumeSizeInGb=${SIZE},instanceType=a"_s
                                  << u"{\"instanceConfig\":{\"volumeSizeInGb\":\"${SIZE}\",\"instanceType\":\"a\"}}"_s
                                  << u"instanceConfig.volumeSizeInGb"_s;
        QTest::newRow("in JSON") << u"aws braket create-job --instance-config \"{\\\"volumeSizeInGb\\\": $SIZE}\""_s
                                 << u"{\"instanceConfig\":{\"volumeSizeInGb\":\"$SIZE\"}}"_s
                                 << u"instanceConfig.volumeSizeInGb"_s;
        QTest::newRow("in a key") << u"aws braket create-job --tags \"$K=v\""_s << u"{\"tags\":{\"$K\":\"v\"}}"_s
                                  << u"tags.$K"_s;
        QTest::newRow("a whole option") << u"aws braket create-job --tags \"$TAGS\""_s << u"{\"tags\":\"$TAGS\"}"_s
                                        << u"tags"_s;
        QTest::newRow("a substitution") << u"aws braket create-job --job-name \"$(date +%s | tr -d '\"')\""_s
                                        << u"{\"jobName\":\"$(date +%s | tr -d '\\\"')\"}"_s << u"jobName"_s;
        QTest::newRow("a file's content") << u"aws braket create-job --tags \"$(cat tags.json)\""_s
                                          << u"{\"tags\":\"$(cat tags.json)\"}"_s << u"tags"_s;
        QTest::newRow("backquotes") << u"aws braket create-job --job-name `hostname`"_s
                                    << u"{\"jobName\":\"`hostname`\"}"_s << u"jobName"_s;
        QTest::newRow("PowerShell") << u"aws braket create-job `\n --job-name \"x-$env:USER-$(Get-Date)\""_s
                                    << u"{\"jobName\":\"x-$env:USER-$(Get-Date)\"}"_s << u"jobName"_s;
        QTest::newRow("PowerShell's code") << u"aws braket create-job `\n --tags (Get-Content a.json -Raw)"_s
                                           << u"{\"tags\":\"(Get-Content a.json -Raw)\"}"_s << u"tags"_s;
        QTest::newRow("cmd") << u"aws braket create-job ^\n --job-name %NAME% --tags a=%~1"_s
                             << u"{\"jobName\":\"%NAME%\",\"tags\":{\"a\":\"%~1\"}}"_s << u"jobName"_s;
        QTest::newRow("fish") << u"#!/usr/bin/fish\naws braket create-job --job-name x-$USER-(date)"_s
                              << u"{\"jobName\":\"x-$USER-(date)\"}"_s << u"jobName"_s;
    }

    void whatIsLeftOpenStaysAsItIs()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, json);
        QFETCH(const QString, path);
        const auto imported = importText(text.toUtf8());
        QCOMPARE(importedJson(imported), json);
        const job::Finding *open = findingOf(*imported, u"I-open"_s);
        QVERIFY(open);
        QCOMPARE(open->path.toString(), path);
        QVERIFY(!open->fix);
    }

    void whatTheTextAssignsIsOffered()
    {
        const auto imported = importText("BUCKET=my-bucket\nSIZE=30\nTAGS='{\"a\": \"b\"}'\naws braket create-job "
                                         "--output-data-config s3Path=s3://$BUCKET/x --tags \"$TAGS\" "
                                         "--instance-config volumeSizeInGb=$SIZE --job-name $UNKNOWN"_ba);
        QVERIFY2(imported, qPrintable(importedJson(imported)));
        job::JobSpec spec = imported->spec;
        int offered = 0;
        for (const job::Finding &finding : imported->findings) {
            if (finding.fix) {
                spec.set(finding.fix->path, finding.fix->value);
                ++offered;
            }
        }
        QCOMPARE(offered, 3);
        QCOMPARE(QString::fromUtf8(writeJson(spec.root(), JsonForm::Compact)),
                 u"{\"outputDataConfig\":{\"s3Path\":\"s3://my-bucket/x\"},\"jobName\":\"$UNKNOWN\","
                 "\"instanceConfig\":{\"volumeSizeInGb\":30},\"tags\":{\"a\":\"b\"}}"_s);
    }

    void whatIsAssignedTwiceIsNotOffered()
    {
        const auto imported = importText("X=a\nX=b\naws braket create-job --job-name $X"_ba);
        QVERIFY(imported);
        QVERIFY(!findingOf(*imported, u"I-open"_s)->fix);
    }

    void placeAndProfileAreTakenFromTheCommand()
    {
        const auto imported = importText("aws --profile research --region=eu-west-2 braket create-job --job-name x "
                                         "--endpoint-url https://me:secret@localhost:1234"_ba);
        QVERIFY(imported);
        QCOMPARE(imported->profile, u"research"_s);
        QCOMPARE(imported->region, u"eu-west-2"_s);
        QCOMPARE(imported->endpointUrl, u"https://localhost:1234"_s);
    }

    void optionsThatDoNotDescribeTheJobAreNamed()
    {
        const auto imported = importText("aws braket create-job --job-name x --query jobArn --debug --later y"_ba);
        QVERIFY2(imported, qPrintable(importedJson(imported)));
        const job::Finding *left = findingOf(*imported, u"I-option"_s);
        QVERIFY(left);
        for (const auto &name : {u"--query"_s, u"--debug"_s, u"--later"_s})
            QVERIFY2(left->message.contains(name), qPrintable(left->message));
    }

    void aMissingFileIsAskedForAndItsReferenceKept()
    {
        const auto imported = importText("aws braket create-job --job-name x --tags file://tags.json "
                                         "--hyper-parameters file://more/h.json"_ba);
        QVERIFY2(imported, qPrintable(importedJson(imported)));
        QCOMPARE(imported->missingFiles, QStringList({u"more/h.json"_s, u"tags.json"_s}));
        QCOMPARE(imported->spec.text(u"tags"), u"file://tags.json"_s);
        QCOMPARE(findingIds(*imported).count(u"I-file"_s), 2);
    }

    void aFileIsReadThroughTheReader()
    {
        ImportOptions options;
        options.files = [](const QString &path) -> core::Result<QByteArray> {
            return path == u"tags.json" ? core::Result<QByteArray>(R"({"a": "b"})"_ba)
                                        : core::fail(core::Error::Kind::Usage, path);
        };
        const auto imported = importText("aws braket create-job --tags file://tags.json"_ba, options);
        QCOMPARE(importedJson(imported), u"{\"tags\":{\"a\":\"b\"}}"_s);
        QVERIFY(imported->missingFiles.isEmpty());
    }

    void onlyFilesBesideTheTextAreRead()
    {
        const FileReader reader = filesBeside(QStringLiteral(BRAKETEER_TEST_DATA "/jobs"));
        QVERIFY(reader(u"bell.json"_s));
        QVERIFY(reader(u"./bell.json"_s));
        for (const auto &path : {u"../jobs/bell.json"_s, u"/etc/hostname"_s, u"~/x"_s, u"."_s, u""_s, u"missing"_s,
                                 QStringLiteral(BRAKETEER_TEST_DATA "/jobs/bell.json")})
            QVERIFY2(!reader(path), qPrintable(path));
    }

    void unquotedBracesAreReadAsMeantAndNamed()
    {
        const auto imported = importText("aws braket create-job --algorithm-specification "
                                         "scriptModeConfig={entryPoint=a,s3Uri=s3://b/c}"_ba);
        QCOMPARE(
            importedJson(imported),
            u"{\"algorithmSpecification\":{\"scriptModeConfig\":{\"entryPoint\":\"a\",\"s3Uri\":\"s3://b/c\"}}}"_s);
        QVERIFY(findingOf(*imported, u"I-braces"_s));
    }

    void aTextThatShellsReadDifferentlyIsNamed()
    {
        const auto imported = importText("aws braket create-job --hyper-parameters '{\"a\":\"b\\\\\\\\c\"}'"_ba);
        QVERIFY(imported);
        QCOMPARE(imported->format, u"sh"_s);
        QVERIFY(findingOf(*imported, u"I-ambiguous"_s));
        QCOMPARE(imported->spec.text(u"hyperParameters.a"), u"b\\\\c"_s);
        ImportOptions fish;
        fish.format = u"fish"_s;
        const auto again = importText("aws braket create-job --hyper-parameters '{\"a\":\"b\\\\\\\\c\"}'"_ba, fish);
        QVERIFY(again);
        QCOMPARE(again->spec.text(u"hyperParameters.a"), u"b\\c"_s);
    }

    void aTextThatAllShellsReadAlikeIsNotAmbiguous()
    {
        const auto imported = importText("aws braket create-job --job-name bell --tags a=b,c=d"_ba);
        QVERIFY(imported);
        QCOMPARE(findingIds(*imported), QStringList());
    }

    void aBrokenCommandSaysWhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("open quote") << u"aws braket create-job \\\n --job-name 'x"_s << u"line 2, column 13"_s;
        QTest::newRow("wrong JSON") << u"aws braket create-job --tags '{\"a\":}'"_s << u"--tags"_s;
        QTest::newRow("wrong number") << u"aws braket create-job --instance-config volumeSizeInGb=x"_s
                                      << u"volumeSizeInGb"_s;
        QTest::newRow("missing argument") << u"aws braket create-job --job-name"_s << u"--job-name"_s;
        QTest::newRow("another command") << u"aws braket create-quantum-task --shots 5"_s << u"recognised"_s;
    }

    void aBrokenCommandSaysWhere()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, part);
        const auto imported = importText(text.toUtf8());
        QVERIFY(!imported);
        QCOMPARE(imported.error().kind, core::Error::Kind::Usage);
        QVERIFY2(imported.error().text().contains(part), qPrintable(imported.error().text()));
    }
};

QTEST_APPLESS_MAIN(tst_ImportShells)
#include "tst_importshells.moc"
