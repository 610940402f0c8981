#include "documents.h"
#include "exchange/json/readjson.h"
#include "exchange/json/writejson.h"
#include "exchange/skeleton/skeleton.h"
#include "exchange/textcheck.h"
#include "exchange/yaml/readyaml.h"
#include "sandbox/sandbox.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer;
using namespace braketeer::exchange;
using namespace Qt::StringLiterals;
using job::JobSpec;
using job::Path;
using job::Value;

namespace {

JobSpec with(const QString &path, const Value &value)
{
    JobSpec spec = minimalDocument();
    spec.set(Path::parse(u"clientToken"), Value::text(u"t-1"_s));
    if (!path.isEmpty())
        spec.set(Path::parse(path), value);
    return spec;
}

Value texts(const QString &first, const QString &second)
{
    return Value::map({{u"a-1"_s, Value::text(first)}, {u"b"_s, Value::text(second)}});
}

JobSpec withChannels()
{
    JobSpec spec = with({}, {});
    for (int i = 0; i < 2; ++i) {
        const Path channel = Path::parse(u"inputDataConfig").item(i);
        spec.set(channel.child(u"channelName"_s), Value::text(u"c"_s + QString::number(i)));
        spec.set(channel.child(u"dataSource"_s).child(u"s3DataSource"_s).child(u"s3Uri"_s),
                 Value::text(u"s3://b/k,%1.gz"_s.arg(i)));
    }
    return spec;
}

JobSpec largestWithToken()
{
    JobSpec spec = largestDocument();
    spec.set(Path::parse(u"clientToken"), Value::text(u"t-1"_s));
    return spec;
}

/// The members of a value as a tree of names, without what stands in them.
Value structure(const Value &value)
{
    QList<Value::Entry> entries;
    for (const Value::Entry &entry : value.entries())
        entries.append({entry.key, structure(entry.value)});
    QList<Value> items;
    for (const Value &item : value.items())
        items.append(structure(item));
    if (value.isMap())
        return Value::map(std::move(entries));
    return value.isList() ? Value::list(std::move(items)) : Value::text(value.isNumber() ? u"number"_s : u"text"_s);
}

/// Names of the members that the comments of a YAML skeleton call required, in alphabetical order.
QStringList requiredMembers(const QByteArray &yaml)
{
    static const QRegularExpression line(u"^[ -]*(\\w+):.*# \\[REQUIRED\\]"_s, QRegularExpression::MultilineOption);
    QStringList names;
    for (auto found = line.globalMatch(QString::fromUtf8(yaml)); found.hasNext();)
        names << found.next().captured(1);
    names.sort();
    return names;
}

/// The real AWS CLI, version 2.
QString awsCli()
{
    const QStringList folders{u"/usr/bin"_s, u"/usr/local/bin"_s};
    return QStandardPaths::findExecutable(u"aws"_s, folders);
}

} // namespace

/// Exported commands, run by shells with the real AWS CLI: what it sends is the document.
class tst_AwsCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        if (awsCli().isEmpty())
            QSKIP("the AWS CLI is not installed");
    }

    void theAwsCliSendsTheDocument_data()
    {
        QTest::addColumn<JobSpec>("spec");
        QTest::addColumn<QString>("target");
        QTest::addColumn<Form>("form");
        const auto row = [](const QString &name, const JobSpec &spec, const QString &target = u"sh"_s,
                            Form form = Form::Readable) {
            QTest::newRow(qPrintable(name + u", "_s + target + u", "_s + QString::number(int(form))))
                << spec << target << form;
        };
        const JobSpec quotes = with(u"hyperParameters"_s, texts(u"it's, {x} = [y] \\"_s, u"$(id) `id` \"q\" 'r'"_s));
        const JobSpec hidden = with(u"hyperParameters"_s, texts(u"\u202e\u0007\u2028\n\t"_s, u"😀é\uFEFF"_s));
        row(u"plain"_s, with({}, {}));
        row(u"shorthand with quotes"_s, with(u"hyperParameters"_s, texts(u"it's, {x} = [y]"_s, u"$(id) \"q\""_s)));
        row(u"backslashes"_s, with(u"hyperParameters"_s, texts(u"C:\\dir\\"_s, u"\\n"_s)));
        row(u"keys beyond the alphabet"_s, with(u"tags"_s, Value::map({{u"größe!"_s, Value::text(u""_s)}})));
        row(u"name that refers to a file"_s, with(u"jobName"_s, Value::text(u"file:///etc/hostname"_s)));
        row(u"name with a hyphen in front"_s, with(u"jobName"_s, Value::text(u"-x y"_s)));
        row(u"no channels"_s, with(u"inputDataConfig"_s, Value::list()));
        row(u"channels with commas"_s, withChannels());
        for (const QString &target : {u"bash"_s, u"zsh"_s, u"fish"_s}) {
            row(u"quotes"_s, quotes, target);
            row(u"what hides"_s, hidden, target);
            row(u"quotes"_s, quotes, target, Form::Hardened);
            row(u"quotes"_s, quotes, target, Form::File);
        }
        row(u"at the limits"_s, largestWithToken(), u"sh"_s, Form::File);
    }

    void theAwsCliSendsTheDocument()
    {
        QFETCH(const JobSpec, spec);
        QFETCH(const QString, target);
        QFETCH(const Form, form);
        if (QStandardPaths::findExecutable(target).isEmpty())
            QSKIP("this shell is not installed");
        const auto service = sandbox::Sandbox::start();
        QVERIFY(service);
        const QTemporaryDir home;
        const auto exported = exportDocument(spec, *findTarget(target),
                                             {.region = u"us-west-2"_s,
                                              .endpointUrl = (*service)->url().toString(),
                                              .withClientToken = true,
                                              .form = form});
        QVERIFY(exported);
        QCOMPARE(exported->form, form);
        if (form == Form::File) {
            QFile file(home.filePath(exported->fileName));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(exported->file) == exported->file.size());
        }
        QProcessEnvironment surroundings = environment(home.path());
        for (const auto &[name, value] : (*service)->environment()) {
            if (name != u"AWS_ENDPOINT_URL") // the command's own counts
                surroundings.insert(name, value);
        }
        QProcess shell;
        shell.setProcessEnvironment(surroundings);
        shell.setWorkingDirectory(home.path());
        shell.start(target, {});
        shell.write(exported->text.toUtf8());
        shell.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(shell.state(), QProcess::NotRunning, 50000);
        QCOMPARE((*service)->requestCount(u"CreateJob"_s), 1);
        const sandbox::RecordedRequest request = (*service)->requests().constLast();
        QVERIFY2(*readJson(request.body) == spec.root(), request.body.constData());
        // Signed as it should be, and refused only where the document is against the model.
        QVERIFY2(request.status == 201 || request.status == 400, QByteArray::number(request.status).constData());
        QVERIFY2(shell.exitCode() == (request.status == 201 ? 0 : 254), shell.readAllStandardError().constData());
    }

    void theAwsCliReadsRandomDocuments()
    {
        QProcess shell;
        const QTemporaryDir home;
        shell.setProcessEnvironment(environment(home.path()));
        shell.setWorkingDirectory(home.path());
        shell.start(u"/usr/bin/python3"_s, {u"-c"_s, u"import awscli.clidriver"_s});
        if (!shell.waitForFinished(20000) || shell.exitCode() != 0)
            QSKIP("the AWS CLI is no module of Python here");

        QRandomGenerator random(31);
        QList<JobSpec> documents;
        QByteArray script = "aws() { printf '=%s\\0' \"$@\"; printf '\\0'; }\n";
        for (int i = 0; i < 1000; ++i) {
            JobSpec spec = randomDocument(random);
            spec.remove(Path::parse(u"associations")); // newer than some AWS CLIs that are around
            documents << spec;
            const auto exported = exportDocument(documents.constLast(), *findTarget(u"sh"),
                                                 {.form = i % 4 == 0 ? Form::Hardened : Form::Readable});
            script += exported->text.toUtf8();
        }
        shell.start(u"sh"_s, {});
        shell.write(script);
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished(20000));
        QByteArray lines;
        QList<Value> words;
        for (const QByteArray &part : shell.readAllStandardOutput().split('\0')) {
            if (!part.isEmpty()) {
                words << Value::text(textOf(part.mid(1)));
            } else if (!words.isEmpty()) {
                lines += writeJson(Value::list(std::exchange(words, {})), JsonForm::Hardened) + '\n';
            }
        }
        shell.start(u"/usr/bin/python3"_s, {QStringLiteral(BRAKETEER_TEST_DATA "/../exchange/awscliarguments.py")});
        shell.write(lines);
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished(50000));
        const QList<QByteArray> answers = shell.readAllStandardOutput().trimmed().split('\n');
        QVERIFY2(answers.size() == documents.size(), shell.readAllStandardError().constData());
        for (qsizetype i = 0; i < answers.size(); ++i)
            QVERIFY2(*readJson(answers.at(i)) == documents.at(i).root(),
                     (writeJson(documents.at(i).root(), JsonForm::Compact) + '\n' + answers.at(i)).constData());
        qInfo("the AWS CLI's own reader: %d random documents, 0 wrong", int(answers.size()));
    }

    void skeletonsHaveTheStructureOfTheAwsClis_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<SkeletonKind>("ours");
        QTest::newRow("input") << u"input"_s << SkeletonKind::Input;
        QTest::newRow("yaml-input") << u"yaml-input"_s << SkeletonKind::YamlInput;
        QTest::newRow("output") << u"output"_s << SkeletonKind::Output;
    }

    void skeletonsHaveTheStructureOfTheAwsClis()
    {
        QFETCH(const QString, kind);
        QFETCH(const SkeletonKind, ours);
        const QTemporaryDir home;
        QProcess cli;
        cli.setProcessEnvironment(environment(home.path()));
        QStringList arguments{u"braket"_s, u"create-job"_s, u"--region"_s, u"us-west-2"_s, u"--generate-cli-skeleton"_s,
                              kind};
        if (ours == SkeletonKind::Output) // needs parameters to check
            arguments << u"--cli-input-json"_s
                      << QString::fromUtf8(writeJson(minimalDocument().root(), JsonForm::Compact));
        cli.start(awsCli(), arguments);
        QVERIFY(cli.waitForFinished(30000));
        const QByteArray text = cli.readAllStandardOutput();
        const bool isYaml = ours == SkeletonKind::YamlInput;
        const auto theirs = isYaml ? readYaml(text) : readJson(text);
        const auto skeletonRead = isYaml ? readYaml(skeleton(ours)) : readJson(skeleton(ours));
        QVERIFY2(theirs && skeletonRead, text + cli.readAllStandardError());
        JobSpec known(*skeletonRead);
        if (ours != SkeletonKind::Output && !theirs->find(u"associations"))
            known.remove(Path::parse(u"associations")); // newer than this AWS CLI
        QVERIFY2(structure(known.root()) == structure(*theirs), text);
        if (!isYaml)
            return;
        QStringList required = requiredMembers(skeleton(ours));
        if (!theirs->find(u"associations"))
            required.removeIf([](const QString &name) { return name == u"arn" || name == u"type"; });
        QStringList named = requiredMembers(text);
        named.removeOne(u"clientToken"_s); // so the model says; but the AWS CLI fills it in, as this program does
        QCOMPARE(required, named);
    }

private:
    static QProcessEnvironment environment(const QString &home)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, home);
        environment.insert(u"AWS_ACCESS_KEY_ID"_s, u"AKIDEXAMPLE"_s);
        environment.insert(u"AWS_SECRET_ACCESS_KEY"_s, u"example"_s);
        environment.insert(u"AWS_MAX_ATTEMPTS"_s, u"1"_s);
        environment.insert(u"PATH"_s, QFileInfo(awsCli()).path() + u":/usr/bin:/bin"_s);
        return environment;
    }
};

QTEST_GUILESS_MAIN(tst_AwsCli)
#include "tst_awscli.moc"
