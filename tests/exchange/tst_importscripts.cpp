#include "imported.h"

using namespace braketeer;
using namespace braketeer::exchange;
using namespace Qt::StringLiterals;

/// Python and PowerShell cmdlets: literals are read, nothing is run.
class tst_ImportScripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aBoto3CallIsRead_data()
    {
        addTextColumns();
        addText(
            "keywords", "boto3",
            u"import boto3\nbraket = boto3.client('braket', region_name='us-west-2')\n"
            "response = braket.create_job(\n    jobName='bell',  # the name\n    instanceConfig={'instanceType': "
            "\"ml.m5.large\", 'volumeSizeInGb': 30,},\n    hyperParameters={'a': 'b' \"c\" r'\\n', 'd': '''e\nf'''},\n"
            "    inputDataConfig=[], tags=dict(x='y'),\n)\n"_s,
            u"{\"jobName\":\"bell\",\"instanceConfig\":{\"instanceType\":\"ml.m5.large\",\"volumeSizeInGb\":30},"
            "\"hyperParameters\":{\"a\":\"bc\\\\n\",\"d\":\"e\\nf\"},\"inputDataConfig\":[],\"tags\":{\"x\":\"y\"}}"_s);
        addText("a dict literal", "boto3", u"client.create_job(**{'jobName': 'x', 'later': [1, -2.5, True, None]})"_s,
                u"{\"jobName\":\"x\",\"later\":[1,-2.5,true,null]}"_s);
        addText("a dict of a variable", "boto3",
                u"tags = {'a': 'b'}\njob = {\n  'jobName': 'x',\n  'tags': tags,\n}\njob['roleArn'] = 'r'\n"
                "client.create_job(**job)\n"_s,
                u"{\"jobName\":\"x\",\"tags\":{\"a\":\"b\"},\"roleArn\":\"r\"}"_s);
        addText("escapes", "boto3",
                u"client.create_job(jobName='\\x41\\u00e9\\U0001F600\\ud83d\\ude00\\101\\'\\q\\\n', roleArn=u'r')"_s,
                u"{\"jobName\":\"A\u00e9\U0001F600\U0001F600A'\\\\q\",\"roleArn\":\"r\"}"_s);
        addText("JSON in a text", "boto3", u"client.create_job(**json.loads('''{\"jobName\": \"x\"}'''))"_s,
                u"{\"jobName\":\"x\"}"_s);
        addText(
            "other calls and texts round it", "boto3",
            u"print('create_job(jobName=1)')\n# create_job(jobName='no')\nprint(client.create_job(jobName='yes'))"_s,
            u"{\"jobName\":\"yes\"}"_s);
        addText("other bases", "boto3", u"client.create_job(instanceConfig={'volumeSizeInGb': 0x1e, 'x': 1_000})"_s,
                u"{\"instanceConfig\":{\"volumeSizeInGb\":30,\"x\":1000}}"_s);
    }

    void aBoto3CallIsRead() { compareText(); }

    void pythonCodeStaysAsItIs_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("kept");
        QTest::newRow("a name") << u"name"_s << u"name"_s;
        QTest::newRow("an f-string") << u"f'bell-{stamp}'"_s << u"bell-{stamp}"_s;
        QTest::newRow("a sum") << u"'bell-' + stamp"_s << u"'bell-' + stamp"_s;
        QTest::newRow("a call") << u"os.environ['A, )']"_s << u"os.environ['A, )']"_s;
        QTest::newRow("a method") << u"'{}'.format(1, 2)"_s << u"'{}'.format(1, 2)"_s;
        QTest::newRow("arithmetic") << u"3 * 4"_s << u"3 * 4"_s;
        QTest::newRow("a condition") << u"'a' if x else 'b'"_s << u"'a' if x else 'b'"_s;
    }

    void pythonCodeStaysAsItIs()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, kept);
        const QString text = u"client.create_job(jobName=%1, roleArn='r')"_s.arg(code);
        const auto imported = importText(text.toUtf8());
        QVERIFY2(imported, qPrintable(importedJson(imported)));
        QCOMPARE(imported->spec.text(u"jobName"), kept);
        QCOMPARE(imported->spec.text(u"roleArn"), u"r"_s);
        const job::Finding *open = findingOf(*imported, u"I-open"_s);
        QVERIFY(open && open->path.toString() == u"jobName");
    }

    void whatPythonAssignsIsOffered()
    {
        const auto imported = importText("name = 'bell'\nsession = boto3.Session(profile_name=\"research\", "
                                         "region_name='eu-west-2')\nclient.create_job(jobName=name)"_ba);
        QVERIFY(imported);
        QCOMPARE(imported->profile, u"research"_s);
        QCOMPARE(imported->region, u"eu-west-2"_s);
        QCOMPARE(findingOf(*imported, u"I-open"_s)->fix->value, job::Value::text(u"bell"_s));
    }

    void aCmdletCallIsRead_data()
    {
        addTextColumns();
        addText(
            "parameters", "powershell-cmdlet",
            u"New-BRKTJob -JobName 'bell' -RoleArn \"arn\" -ScriptModeConfig_S3Uri s3://b/k.py `\n"
            "  -ScriptModeConfig_EntryPoint bell -InstanceConfig_VolumeSizeInGb 30 -HyperParameter @{ shots = '10'; "
            "'a b' = 'c' } -Tag @{x=1}\n"_s,
            u"{\"jobName\":\"bell\",\"roleArn\":\"arn\",\"algorithmSpecification\":{\"scriptModeConfig\":{\"s3Uri\":"
            "\"s3://b/k.py\",\"entryPoint\":\"bell\"}},\"instanceConfig\":{\"volumeSizeInGb\":30},"
            "\"hyperParameters\":{\"shots\":\"10\",\"a b\":\"c\"},\"tags\":{\"x\":\"1\"}}"_s);
        addText("older and shortened names, any case", "powershell-cmdlet",
                u"new-brktjob -jobn x -Tags @{} -AlgorithmSpecification_ContainerImage_Uri u "
                "-StoppingCondition_MaxRuntimeInSeconds 60 \u2013RoleArn:r"_s,
                u"{\"jobName\":\"x\",\"tags\":{},\"algorithmSpecification\":{\"containerImage\":{\"uri\":\"u\"}},"
                "\"stoppingCondition\":{\"maxRuntimeInSeconds\":60},\"roleArn\":\"r\"}"_s);
        addText(
            "objects of three kinds", "powershell-cmdlet",
            u"$data = New-Object Amazon.Braket.Model.InputFileConfig -Property @{ ChannelName = 'a' }\n"
            "New-BRKTJob -InputDataConfig @{ChannelName='b';DataSource=@{S3DataSource=@{S3Uri='s3://b/k'}}},"
            "([Amazon.Braket.Model.InputFileConfig]@{ChannelName='c'}),(New-Object X -Property @{ChannelName='d'})"_s,
            u"{\"inputDataConfig\":[{\"channelName\":\"b\",\"dataSource\":{\"s3DataSource\":{\"s3Uri\":\"s3://b/k\"}}},"
            "{\"channelName\":\"c\"},{\"channelName\":\"d\"}]}"_s);
        addText("a splatted table", "powershell-cmdlet",
                u"$job = @{\n  JobName = 'x' # name\n  Tag = @{ a = 'b' }\n}\n$job.RoleArn = 'r'\n$job['ClientToken'] "
                u"= 't'\n"
                "$answer = New-BRKTJob @job -Region us-west-2\n"_s,
                u"{\"jobName\":\"x\",\"tags\":{\"a\":\"b\"},\"roleArn\":\"r\",\"clientToken\":\"t\"}"_s);
        addText("characters by number", "powershell-cmdlet",
                u"New-BRKTJob -JobName (-join ('a', [char]0x00e9, [char]233))"_s, u"{\"jobName\":\"a\u00e9\u00e9\"}"_s);
    }

    void aCmdletCallIsRead() { compareText(); }

    void cmdletCodeStaysAsItIs()
    {
        const auto imported = importText(
            "$n = 'bell'\nNew-BRKTJob -JobName \"$n-1\" -RoleArn (Get-Role x).Arn -Tag @{ a = "
            "$env:USER + '1' } -Select * -Verbose -SecretKey abcdefgh -ProfileName me"_ba);
        QVERIFY2(imported, qPrintable(importedJson(imported)));
        QCOMPARE(importedJson(imported),
                 u"{\"jobName\":\"$n-1\",\"roleArn\":\"(Get-Role x).Arn\",\"tags\":{\"a\":\"$env:USER + '1'\"}}"_s);
        QCOMPARE(findingIds(*imported).count(u"I-open"_s), 3);
        QCOMPARE(imported->findings.at(1).fix->value, job::Value::text(u"bell-1"_s));
        QCOMPARE(imported->profile, u"me"_s);
        for (const job::Finding &finding : imported->findings)
            QVERIFY(!finding.message.contains(u"abcdefgh"_s));
    }

    void halfASurrogatePairIsRefused()
    {
        QVERIFY(!importText("client.create_job(jobName='\\ud800')"_ba));
        QVERIFY(!importText("New-BRKTJob -JobName (-join ('a', [char]0xd800))"_ba));
        QVERIFY(importText("New-BRKTJob -JobName (-join ([char]0xd83d, [char]0xde00))"_ba));
    }

    void variablesCannotGrowBeyondBounds()
    {
        QByteArray python = "a = ['x', 'x', 'x', 'x']\n";
        QByteArray powerShell = "$a = @('x', 'x', 'x', 'x')\n";
        for (int i = 0; i < 40; ++i) {
            python += "a = [a, a, a, a]\n";
            powerShell += "$a = @($a, $a, $a, $a)\n";
        }
        QVERIFY(!importText(python + "client.create_job(jobName=a)"));
        QVERIFY(!importText(powerShell + "New-BRKTJob -JobName $a"));
        QByteArray deep = "a = []\n";
        for (int i = 0; i < 5000; ++i)
            deep += "a = [a]\n";
        QVERIFY(!importText(deep + "client.create_job(jobName=a)"));
    }
};

QTEST_APPLESS_MAIN(tst_ImportScripts)
#include "tst_importscripts.moc"
