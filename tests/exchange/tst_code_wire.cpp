#include "code/codedocuments.h"
#include "sandbox/sandbox.h"

using namespace codetest;
using namespace braketeer::exchange;

namespace {

bool has(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

QString python()
{
    return QStandardPaths::findExecutable(u"python3"_s, {u"/usr/bin"_s});
}

CommandContext contextFor(const sandbox::Sandbox &sandbox, Form form)
{
    return {.region = u"us-west-2"_s, .endpointUrl = sandbox.url().toString(), .form = form};
}

/// The environment in which programs know the sandbox and nothing else.
inline QProcessEnvironment sandboxEnvironment(const sandbox::Sandbox &sandbox, const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : sandbox.environment())
        environment.insert(name, value);
    environment.insert(u"AWS_DEFAULT_REGION"_s, u"us-west-2"_s);
    environment.insert(u"AWS_EC2_METADATA_DISABLED"_s, u"true"_s);
    environment.insert(u"AWS_CONFIG_FILE"_s, home + u"/none"_s);
    environment.insert(u"AWS_SHARED_CREDENTIALS_FILE"_s, home + u"/none"_s);
    environment.insert(u"HOME"_s, home);
    environment.insert(u"NO_PROXY"_s, u"127.0.0.1"_s);
    return environment;
}

/// The last CreateJob body the sandbox got, without its client token.
inline Value lastBody(const sandbox::Sandbox &sandbox)
{
    const auto requests = sandbox.requests();
    if (requests.isEmpty())
        return {};
    Value body = exchange::readJson(requests.constLast().body).value_or(Value());
    if (body.isMap())
        body.erase(u"clientToken");
    return body;
}

} // namespace

/// Exported code, run with the real programs against the built-in service: what arrives is the document.
class tst_CodeWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theRealCurlSendsTheDocument_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<JobSpec>("spec");
        QTest::addColumn<Form>("form");
        const QStringList shells{u"sh"_s, u"bash"_s, u"zsh"_s};
        const QList<Form> forms{Form::Readable, Form::Hardened, Form::File};
        int number = 0;
        for (const QString &shell : shells) {
            for (const Form form : forms)
                QTest::addRow("full, %s %d", qPrintable(shell), ++number) << shell << fullDocument() << form;
        }
        for (const QString &text : hostileTexts()) {
            ++number;
            QTest::addRow("hostile %d", number)
                << shells.at(number % 3) << hostileDocument(text) << forms.at(number % 2 + number % 4 / 3);
        }
        QTest::newRow("beyond the size of an argument") << u"sh"_s << [] {
            JobSpec spec = fullDocument();
            for (int i = 0; i < 99; ++i)
                spec.set(Path().child(u"hyperParameters"_s).child(u"k%1"_s.arg(i)), Value::text(QString(2500, u'\'')));
            return spec;
        }() << Form::Readable;
    }

    void theRealCurlSendsTheDocument()
    {
        QFETCH(const QString, shell);
        QFETCH(const JobSpec, spec);
        QFETCH(const Form, form);
        if (!has(u"curl"_s) || !has(shell))
            QSKIP("curl or this shell is not installed.");
        const auto sandbox = sandbox::Sandbox::start();
        const QTemporaryDir home;
        const Exported script = exported(spec, "curl", contextFor(**sandbox, form));
        if (!script.file.isEmpty()) {
            QFile file(home.filePath(script.fileName));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(script.file);
        }
        QCOMPARE(script.file.isEmpty(), script.form != Form::File);
        const Ran ran = run(shell, {u"-s"_s}, script.text.toUtf8(), sandboxEnvironment(**sandbox, home.path()),
                            home.path());
        QVERIFY2(ran.exitCode == 0, script.text.toUtf8() + ran.errors + ran.output);
        QVERIFY2(lastBody(**sandbox) == spec.root(), (*sandbox)->requests().constLast().body.constData());
        QCOMPARE((*sandbox)->requests().constLast().status, 201); // and so the signature was right
    }

    void temporaryKeysAreSigned()
    {
        if (!has(u"curl"_s))
            QSKIP("curl is not installed.");
        sandbox::KeyPair key;
        key.accessKeyId = u"ASIAEXAMPLE"_s;
        key.secretAccessKey = core::Secret(QByteArrayLiteral("a/b+c="));
        key.sessionToken = core::Secret(QByteArrayLiteral("FwoGZXIvYXdzEXAMPLE+/="));
        sandbox::Options options;
        options.keys = {key};
        const auto sandbox = sandbox::Sandbox::start(options);
        const QTemporaryDir home;
        const QString text = exported(fullDocument(), "curl", contextFor(**sandbox, Form::Readable)).text;
        const Ran ran = run(u"sh"_s, {u"-s"_s}, text.toUtf8(), sandboxEnvironment(**sandbox, home.path()));
        QVERIFY2(ran.exitCode == 0, ran.errors + ran.output);
        QCOMPARE((*sandbox)->jobs().size(), 1);
    }

    void theTokenOfTheDocumentIsSentOnRequestOnly()
    {
        if (!has(u"curl"_s))
            QSKIP("curl is not installed.");
        const auto sandbox = sandbox::Sandbox::start();
        const QTemporaryDir home;
        JobSpec spec = fullDocument();
        spec.set(Path::parse(u"clientToken"), Value::text(u"mine"_s));
        for (const bool wanted : {true, true, false}) {
            CommandContext context = contextFor(**sandbox, Form::Readable);
            context.withClientToken = wanted;
            const Ran ran = run(u"sh"_s, {u"-s"_s}, exported(spec, "curl", context).text.toUtf8(),
                                sandboxEnvironment(**sandbox, home.path()));
            QVERIFY2(ran.exitCode == 0, ran.errors + ran.output);
        }
        QCOMPARE((*sandbox)->jobs().size(), 2); // the same token starts no second job
        QCOMPARE((*sandbox)->jobs().constFirst().clientToken, u"mine"_s);
        QVERIFY((*sandbox)->jobs().constLast().clientToken.size() >= 32);
    }

    void theRealBoto3SendsTheDocument_data()
    {
        QTest::addColumn<JobSpec>("spec");
        QTest::addColumn<Form>("form");
        QTest::newRow("full") << fullDocument() << Form::Readable;
        int number = 0;
        for (const QString &text : hostileTexts()) {
            ++number;
            QTest::addRow("hostile %d", number)
                << hostileDocument(text) << (number % 2 ? Form::Readable : Form::Hardened);
        }
    }

    void theRealBoto3SendsTheDocument()
    {
        QFETCH(const JobSpec, spec);
        QFETCH(const Form, form);
        if (run(python(), {u"-c"_s, u"import boto3"_s}, {}).exitCode != 0)
            QSKIP("boto3 is not installed.");
        const auto sandbox = sandbox::Sandbox::start();
        const QTemporaryDir home;
        const Exported script = exported(
            spec, "boto3", {.region = u"us-west-2"_s, .endpointUrl = (*sandbox)->url().toString(), .form = form});
        const Ran ran = run(python(), {u"-"_s}, script.text.toUtf8(), sandboxEnvironment(**sandbox, home.path()));
        QVERIFY2(lastBody(**sandbox) == spec.root(), script.text.toUtf8() + ran.errors);
    }

    void theRealAwsCliReadsTheYaml_data()
    {
        QTest::addColumn<JobSpec>("spec");
        QTest::newRow("full") << fullDocument();
        int number = 0;
        for (const QString &text : hostileTexts())
            QTest::addRow("hostile %d", ++number) << hostileDocument(text);
    }

    void theRealAwsCliReadsTheYaml()
    {
        QFETCH(const JobSpec, spec);
        const QString aws = QStandardPaths::findExecutable(u"aws"_s, {u"/usr/bin"_s});
        if (aws.isEmpty())
            QSKIP("The AWS CLI is not installed.");
        const auto sandbox = sandbox::Sandbox::start();
        const QTemporaryDir home;
        QFile file(home.filePath(u"job.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(exported(spec, "yaml").text.toUtf8());
        file.close();
        QProcessEnvironment environment = sandboxEnvironment(**sandbox, home.path());
        environment.insert(u"LC_ALL"_s, u"C"_s); // the CLI reads files in the locale's encoding
        const Ran ran = run(aws,
                            {u"--endpoint-url"_s, (*sandbox)->url().toString(), u"braket"_s, u"create-job"_s,
                             u"--cli-input-yaml"_s, u"file://job.yaml"_s},
                            {}, environment, home.path());
        QVERIFY2(!(*sandbox)->requests().isEmpty(), ran.errors.constData());
        QVERIFY2(lastBody(**sandbox) == spec.root(), (*sandbox)->requests().constLast().body.constData());
    }
};

QTEST_GUILESS_MAIN(tst_CodeWire)
#include "tst_code_wire.moc"
