#include "exchange/json/writejson.h"
#include "exchange/textcheck.h"
#include "roundtrip.h"
#include "suite.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace braketeer;
using namespace braketeer::exchange;
using namespace Qt::StringLiterals;
using job::JobSpec;
using job::Path;
using job::Value;

namespace {

constexpr int randomDocuments = 10000;

const CommandContext context{
    .profile = u"it's $(touch x) \\ `id` %PATH%"_s, .region = u"eu-north-1"_s, .withClientToken = true};

/// Texts that want something of a shell, by themselves and in places where they could get it.
QStringList hostileTexts()
{
    QStringList texts{u"it's"_s,
                      u"'; touch pwned; '"_s,
                      u"$(touch pwned)"_s,
                      u"`touch pwned`"_s,
                      u"\"; touch pwned; \""_s,
                      u"\\'; touch pwned; \\'"_s,
                      u"x\ntouch pwned\n"_s,
                      u"x\r\ntouch pwned\r\n"_s,
                      u"a\tb"_s,
                      u"$HOME ${HOME} $PATH %PATH% !! !x ^a^b & | < > ;"_s,
                      u"<(touch pwned)"_s,
                      u"*?[a-z]{a,b}~"_s,
                      u"=ls"_s,
                      u"%self"_s,
                      u"#comment"_s,
                      u"-x"_s,
                      u"--help"_s,
                      u"--output=text"_s,
                      u"file:///etc/hostname"_s,
                      u"fileb:///etc/hostname"_s,
                      u"https://localhost/x"_s,
                      u"@file:///etc/hostname"_s,
                      u"\u2018; touch pwned; \u2019\u201a\u201b"_s,
                      u"\u202e\u2066gnp.exe\u2069"_s,
                      u"😀 é 量 \u00a0 \ufeff"_s,
                      u"\u001b]0;title\u0007\u001b[31m"_s,
                      u"ends with \\"_s,
                      u"\\\\server\\share\\"_s,
                      u"\\n\\t\\u0041\\x41"_s,
                      u"{a: b} [c] a=b,c=d"_s};
    texts << QString(2500, u'\'') << QString(2500, u'\\');
    return texts;
}

QList<JobSpec> documents()
{
    QList<JobSpec> documents;
    for (const QString &file : suiteFiles(u"create_job_docs"_s)) {
        const Value document = *readCase(file).find(u"document");
        if (document.isMap())
            documents << JobSpec(document);
    }
    for (const QString &text : hostileTexts()) {
        JobSpec spec = minimalDocument();
        spec.set(Path::parse(u"jobName"), Value::text(text.left(1000)));
        spec.set(Path::parse(u"hyperParameters"), Value::map({{u"a"_s, Value::text(text)}}));
        spec.set(Path::parse(u"tags"), Value::map({{text.left(128), Value::text(text.left(256))}}));
        spec.set(Path::parse(u"inputDataConfig[0].channelName"), Value::text(text.left(64)));
        spec.set(Path::parse(u"clientToken"), Value::text(text.left(64)));
        documents << spec;
    }
    QRandomGenerator random(11);
    for (int i = 0; i < randomDocuments; ++i)
        documents << randomDocument(random);
    return documents;
}

/// Runs a script in which `aws` is a function that prints its arguments, in an empty folder that must stay so.
class ShellRun
{
public:
    explicit ShellRun(QStringList shell) : m_shell(std::move(shell)) { }

    /// One list a call of `aws`.
    QList<QStringList> calls(const QList<QString> &texts)
    {
        const bool isFish = m_shell.constFirst() == u"fish";
        QByteArray script = isFish ? "function aws; printf '=%s\\0' $argv; printf '\\0'; end\n"
                                   : "aws() { printf '=%s\\0' \"$@\"; printf '\\0'; }\n";
        for (const QString &text : texts)
            script += text.toUtf8();
        QFile file(m_scripts.filePath(u"script"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size())
            return {};
        file.close();
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_scripts.path());
        process.setProcessEnvironment(environment);
        process.start(m_shell.constFirst(), m_shell.mid(1) + QStringList{file.fileName()});
        if (!process.waitForFinished(50000))
            return {};
        errors = process.readAllStandardError();
        leftBehind = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QList<QStringList> calls;
        QStringList words;
        for (const QByteArray &part : process.readAllStandardOutput().split('\0')) {
            if (!part.isEmpty()) {
                words << textOf(part.mid(1));
            } else if (!words.isEmpty()) {
                calls << words;
                words.clear();
            }
        }
        return calls;
    }

    QByteArray errors;
    QStringList leftBehind;

private:
    const QStringList m_shell;
    const QTemporaryDir m_scripts;
    const QTemporaryDir m_folder;
};

} // namespace

/// Exported commands, run by every shell there is with a printer of arguments in place of the AWS CLI.
class tst_Shells : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        m_documents = documents();
        m_trip = RoundTrip(m_documents, context);
    }

    void everyDocumentComesBackFromItsCommand_data()
    {
        QTest::addColumn<QStringList>("shell");
        QTest::addColumn<QString>("target");
        QTest::newRow("sh") << QStringList{u"sh"_s} << u"sh"_s;
        QTest::newRow("dash") << QStringList{u"dash"_s} << u"sh"_s;
        QTest::newRow("bash") << QStringList{u"bash"_s, u"--norc"_s} << u"sh"_s;
        QTest::newRow("bash --posix") << QStringList{u"bash"_s, u"--norc"_s, u"--posix"_s} << u"sh"_s;
        QTest::newRow("zsh") << QStringList{u"zsh"_s, u"-f"_s} << u"sh"_s;
        QTest::newRow("zsh with RC_QUOTES") << QStringList{u"zsh"_s, u"-f"_s, u"-o"_s, u"RC_QUOTES"_s} << u"sh"_s;
        QTest::newRow("fish") << QStringList{u"fish"_s, u"--no-config"_s} << u"fish"_s;
    }

    void everyDocumentComesBackFromItsCommand()
    {
        QFETCH(const QStringList, shell);
        QFETCH(const QString, target);
        if (QStandardPaths::findExecutable(shell.constFirst()).isEmpty())
            QSKIP("this shell is not installed");
        for (const Form form : {Form::Readable, Form::Hardened}) {
            const auto &[texts, wanted] = m_trip.commands(target, form);
            QVERIFY(texts.size() >= (form == Form::Readable ? randomDocuments : randomDocuments / 5));
            ShellRun run(shell);
            const QList<QStringList> calls = run.calls(texts);
            QCOMPARE(run.errors, QByteArray());
            QCOMPARE(run.leftBehind, QStringList());
            QCOMPARE(calls.size(), wanted.size());
            for (qsizetype i = 0; i < calls.size(); ++i) {
                const QString fault = m_trip.fault(calls.at(i), wanted.at(i));
                QVERIFY2(fault.isEmpty(), qPrintable(texts.at(i) + fault));
            }
            qInfo("%s, %s: %d documents, 0 wrong", qPrintable(shell.join(u' ')),
                  form == Form::Readable ? "readable" : "hardened", int(wanted.size()));
        }
    }

    void theSameWordsComeFromAPrompt_data()
    {
        QTest::addColumn<QStringList>("shell");
        QTest::addColumn<QString>("target");
        QTest::newRow("bash") << QStringList{u"bash"_s, u"--norc"_s, u"--noprofile"_s, u"-i"_s} << u"bash"_s;
        QTest::newRow("zsh") << QStringList{u"zsh"_s, u"-f"_s, u"-i"_s} << u"zsh"_s;
    }

    /// At a prompt there are history expansion (`!`) and, in zsh, no comments.
    void theSameWordsComeFromAPrompt()
    {
        QFETCH(const QStringList, shell);
        QFETCH(const QString, target);
        if (QStandardPaths::findExecutable(shell.constFirst()).isEmpty())
            QSKIP("this shell is not installed");
        QProcess process;
        const QTemporaryDir home;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, home.path());
        environment.insert(u"TERM"_s, u"dumb"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(home.path());
        process.start(shell.constFirst(), shell.mid(1));
        process.write("aws() { printf '=%s\\0' \"$@\"; printf '\\0'; }\n");
        QList<Value> wanted;
        for (const JobSpec &spec : m_documents.mid(0, 1000)) {
            const auto exported = exportDocument(spec, *findTarget(target), context);
            if (exported->form == Form::File)
                continue;
            process.write(exported->text.toUtf8());
            wanted << spec.root();
        }
        process.write("exit\n");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(30000));
        QStringList words;
        qsizetype call = 0;
        for (const QByteArray &part : process.readAllStandardOutput().split('\0')) {
            if (part.startsWith('=')) {
                words << textOf(part.mid(1));
            } else if (!words.isEmpty()) {
                QVERIFY(call < wanted.size());
                const QString fault = m_trip.fault(words, wanted.at(call++));
                QVERIFY2(fault.isEmpty(), qPrintable(fault));
                words.clear();
            }
        }
        QCOMPARE(call, wanted.size());
        QVERIFY(!QFileInfo::exists(home.filePath(u"pwned"_s)));
    }

private:
    RoundTrip m_trip;
    QList<JobSpec> m_documents;
};

QTEST_GUILESS_MAIN(tst_Shells)
#include "tst_shells.moc"
