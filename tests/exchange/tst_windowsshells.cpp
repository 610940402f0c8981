#include "roundtrip.h"
#include "simulations/cmdexe.h"
#include "simulations/powershell.h"

#include <QTest>

using namespace braketeer;
using namespace braketeer::exchange;
using namespace simulations;
using namespace Qt::StringLiterals;
using job::JobSpec;
using job::Path;
using job::Value;

namespace {

constexpr int randomDocuments = 10000;

const CommandContext context{.profile = u"my 'own' & only"_s, .region = u"eu-north-1"_s, .withClientToken = true};

const QMap<QString, QString> variables{{u"PATH"_s, u"C:\\Windows"_s}, {u"A"_s, u"expanded"_s}, {u""_s, u"nothing"_s}};

QList<JobSpec> documents()
{
    QList<JobSpec> documents;
    for (const QString &text : {u"x\" & calc & \""_s,
                                u"a\" \"b"_s,
                                u"%PATH%"_s,
                                u"!PATH!"_s,
                                u"^"_s,
                                u"a & b | c > d < e"_s,
                                u"ends \\"_s,
                                u"ends\\"_s,
                                u"\\\\\"\\"_s,
                                u"a b\"c d"_s,
                                u"\u2018; calc; \u2019"_s,
                                u"\u201a\u201b"_s,
                                u"$(calc)"_s,
                                u"`calc`"_s,
                                u"'; calc; '"_s,
                                u"--%"_s,
                                u"a\u00a0\"b"_s,
                                u"a\nb"_s,
                                u""_s,
                                u"\""_s,
                                u"-x"_s,
                                u"%A%%B%"_s,
                                u"100%"_s,
                                u"(x)"_s,
                                u"@x"_s,
                                u"#x"_s}) {
        JobSpec spec = minimalDocument();
        spec.set(Path::parse(u"jobName"), Value::text(text));
        spec.set(Path::parse(u"hyperParameters"), Value::map({{u"a"_s, Value::text(text)}}));
        spec.set(Path::parse(u"tags"), Value::map({{text, Value::text(text)}}));
        spec.set(Path::parse(u"clientToken"), Value::text(text));
        documents << spec;
    }
    QRandomGenerator random(29);
    for (int i = 0; i < randomDocuments; ++i)
        documents << randomDocument(random);
    return documents;
}

} // namespace

/// Exported commands, read by simulations of PowerShell and cmd.exe that were written from those programs'
/// documentation, and the simulations themselves on what is known to go wrong.
class tst_WindowsShells : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { m_trip = RoundTrip(documents(), context); }

    void theSimulatedPowerShellHasTheKnownTraps()
    {
        const auto passed = [](const QString &script, PowerShellVersion version) {
            const PowerShellScript read = PowerShellReader::read(script);
            return read.problem.isEmpty() ? passToProgram(read.commands.constFirst().mid(1), version)
                                          : QStringList{read.problem};
        };
        using enum PowerShellVersion;
        // The space trap of 5.1: blanks between two quotes count as protected.
        const QString split = u"aws '{\\\"a\\\":\\\"b c\\\"}'\n"_s;
        QCOMPARE(passed(split, V51), (QStringList{u"{\"a\":\"b"_s, u"c\"}"_s}));
        QCOMPARE(passed(split, V70), (QStringList{u"{\"a\":\"b c\"}"_s}));
        QCOMPARE(passed(split, V73), (QStringList{u"{\\\"a\\\":\\\"b c\\\"}"_s}));
        QCOMPARE(passed(u"aws '{\\\"a\\\": \\\"b c\\\"}'\n"_s, V51), (QStringList{u"{\"a\": \"b c\"}"_s}));
        // The backslash trap of 5.1: the closing quote is eaten.
        QCOMPARE(passed(u"aws 'a b\\' c\n"_s, V51), (QStringList{u"a b\" c"_s}));
        QCOMPARE(passed(u"aws 'a b\\' c\n"_s, V70), (QStringList{u"a b\\"_s, u"c"_s}));
        // Empty arguments.
        QCOMPARE(passed(u"aws '' c\n"_s, V51), (QStringList{u"c"_s}));
        QCOMPARE(passed(u"aws '' c\n"_s, V70), (QStringList{u"c"_s}));
        QCOMPARE(passed(u"aws '' c\n"_s, V73), (QStringList{u""_s, u"c"_s}));
        // Quotes without backslashes are lost before 7.3.
        QCOMPARE(passed(u"aws '{\"a\":\"b\"}'\n"_s, V51), (QStringList{u"{a:b}"_s}));
        QCOMPARE(passed(u"aws '{\"a\":\"b\"}'\n"_s, V73), (QStringList{u"{\"a\":\"b\"}"_s}));
        // Five characters are quotes.
        QCOMPARE(passed(u"aws 'a\u2019\u2018b'\n"_s, V73), (QStringList{u"a\u2018b"_s}));
        QVERIFY(!PowerShellReader::read(u"aws 'a\u2019; calc\n"_s).problem.isEmpty());
        QVERIFY(!PowerShellReader::read(u"aws $(calc)\n"_s).problem.isEmpty());
        QVERIFY(!PowerShellReader::read(u"calc\n"_s).problem.isEmpty());
    }

    void theSimulatedCmdHasTheKnownTraps()
    {
        const auto words = [](const QString &text, CmdMode mode = {}) {
            const CmdRun run = CmdReader::read(text, mode, variables);
            return run.problem.isEmpty() ? run.calls.value(0) : QStringList{u"! "_s + run.problem};
        };
        QCOMPARE(words(u"aws \"{\\\"a\\\":\\\"x & prog & rem\\\"}\""_s), (QStringList{u"! cmd acts on &"_s}));
        QCOMPARE(words(u"aws \"x & prog\""_s), (QStringList{u"x & prog"_s}));
        QCOMPARE(words(u"aws \"a\\\"\" ^\n  b"_s), (QStringList{u"! starts "_s}));
        QCOMPARE(words(u"aws \"%PATH%\""_s), (QStringList{u"C:\\Windows"_s}));
        QCOMPARE(words(u"aws \"%NONE%\""_s), (QStringList{u"%NONE%"_s}));
        QCOMPARE(words(u"aws \"%NONE%\""_s, {.batch = true}), (QStringList{u""_s}));
        QCOMPARE(words(u"aws \"!PATH!\""_s), (QStringList{u"!PATH!"_s}));
        QCOMPARE(words(u"aws \"!PATH!^x\""_s, {.delayed = true}), (QStringList{u"C:\\Windowsx"_s}));
        QCOMPARE(words(u"aws a^b"_s), (QStringList{u"ab"_s}));
        QCOMPARE(words(u"aws \"a\\\" b"_s), (QStringList{u"a\" b"_s}));
        QCOMPARE(words(u"aws \"a\nb\""_s).size(), 1);
        QCOMPARE(words(u"aws ^\n  b"_s), (QStringList{u"b"_s}));
        QCOMPARE(words(u"calc"_s), (QStringList{u"! starts calc"_s}));
        QCOMPARE(words(u"aws "_s + QString(9000, u'x')).constFirst().left(1), u"!"_s);
    }

    void everyDocumentComesBackFromPowerShell_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("version");
        QTest::newRow("5.1") << u"powershell51"_s << int(PowerShellVersion::V51);
        QTest::newRow("7.0 to 7.2") << u"powershell51"_s << int(PowerShellVersion::V70);
        QTest::newRow("7.3 and later") << u"powershell"_s << int(PowerShellVersion::V73);
    }

    void everyDocumentComesBackFromPowerShell()
    {
        QFETCH(const QString, target);
        QFETCH(const int, version);
        checkAll(target, [version](const QString &text, QString &why) {
            const PowerShellScript script = PowerShellReader::read(text);
            why = script.problem;
            return script.problem.isEmpty() && script.commands.size() == 1
                       ? passToProgram(script.commands.constFirst().mid(1), PowerShellVersion(version))
                       : QStringList();
        });
    }

    void everyDocumentComesBackFromCmd_data()
    {
        QTest::addColumn<bool>("batch");
        QTest::addColumn<bool>("delayed");
        QTest::newRow("prompt") << false << false;
        QTest::newRow("prompt, delayed expansion") << false << true;
        QTest::newRow("batch file") << true << false;
        QTest::newRow("batch file, delayed expansion") << true << true;
    }

    void everyDocumentComesBackFromCmd()
    {
        QFETCH(const bool, batch);
        QFETCH(const bool, delayed);
        checkAll(u"cmd"_s, [mode = CmdMode{batch, delayed}](const QString &text, QString &why) {
            const CmdRun run = CmdReader::read(text, mode, variables);
            why = run.problem;
            return run.problem.isEmpty() && run.calls.size() == 1 ? run.calls.constFirst() : QStringList();
        });
    }

    void noCommandIsLongerThanCmdTakes()
    {
        const auto exported = exportDocument(largestDocument(), *findTarget(u"cmd"), {});
        QCOMPARE(exported->form, Form::File);
        QCOMPARE(CmdReader::read(exported->text, {}, variables).calls,
                 (QList<QStringList>{{u"braket"_s, u"create-job"_s, u"--cli-input-json"_s, u"file://bell-1.json"_s}}));
    }

private:
    template<class Words>
    void checkAll(const QString &target, const Words &words)
    {
        for (const Form form : {Form::Readable, Form::Hardened}) {
            const auto &[texts, wanted] = m_trip.commands(target, form);
            QVERIFY(texts.size() >= (form == Form::Readable ? randomDocuments : randomDocuments / 5));
            for (qsizetype i = 0; i < texts.size(); ++i) {
                QString why;
                const QString fault = m_trip.fault(words(texts.at(i), why), wanted.at(i));
                QVERIFY2(fault.isEmpty(), qPrintable(texts.at(i) + why + fault));
            }
            qInfo("%s, %s, %s: %d documents, 0 wrong", qPrintable(target), QTest::currentDataTag(),
                  form == Form::Readable ? "readable" : "hardened", int(wanted.size()));
        }
    }

    RoundTrip m_trip;
};

QTEST_APPLESS_MAIN(tst_WindowsShells)
#include "tst_windowsshells.moc"
