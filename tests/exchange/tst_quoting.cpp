#include "exchange/quoting/cmd.h"
#include "exchange/quoting/fish.h"
#include "exchange/quoting/posixsh.h"
#include "exchange/quoting/powershell.h"
#include "exchange/quoting/runtimeargument.h"
#include "exchange/textcheck.h"
#include "randomtext.h"
#include "simulations/cmdexe.h"
#include "simulations/powershell.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

using namespace braketeer::exchange;
using namespace simulations;
using namespace Qt::StringLiterals;

namespace {

const QStringList handPicked{u""_s,
                             u"plain"_s,
                             u"it's"_s,
                             u"'"_s,
                             u"''"_s,
                             u"\\'"_s,
                             u"a b"_s,
                             u"$(touch /tmp/x)"_s,
                             u"`id`"_s,
                             u"$HOME ${HOME}"_s,
                             u"%PATH% !! !x ^y"_s,
                             u"=ls"_s,
                             u"~"_s,
                             u"~root/x"_s,
                             u"a=~/x"_s,
                             u"{a,b}"_s,
                             u"*?[a]"_s,
                             u"a;b&c|d<e>f"_s,
                             u"#comment"_s,
                             u"-x"_s,
                             u"--"_s,
                             u"line\nbreak\r\n\ttab"_s,
                             u"\\"_s,
                             u"ends\\"_s,
                             u"\\n\\0"_s,
                             u"é😀\u202e\u2018\u2019"_s,
                             u"\u0001\u0007\u001b[31m\u007f"_s,
                             u"\"double\""_s,
                             u"<(cat /etc/passwd)"_s,
                             u"x:=y"_s,
                             u"@file"_s,
                             QString(2500, u'\'')};

struct Run
{
    QStringList words;
    QByteArray errors;
};

QStringList randomWords(quint32 seed)
{
    QRandomGenerator random(seed);
    QStringList words;
    for (int i = 0; i < 2000; ++i)
        words << randomText(random, 12);
    return words;
}

/// The words as the shell hands them to a command.
Run wordsIn(const QStringList &shell, const QByteArray &script)
{
    QProcess process;
    QStringList arguments = shell.mid(1);
    process.start(shell.constFirst(), arguments);
    process.write(script);
    process.closeWriteChannel();
    if (!process.waitForFinished(30000))
        return {};
    QList<QByteArray> parts = process.readAllStandardOutput().split('\0');
    parts.removeLast(); // what follows the last NUL
    Run run;
    for (const QByteArray &part : parts)
        run.words << textOf(part.mid(1)); // behind the mark that keeps empty words apart from none
    run.errors = process.readAllStandardError();
    return run;
}

} // namespace

class tst_Quoting : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatEveryPosixShellReadsIsTheWord_data()
    {
        QTest::addColumn<QStringList>("shell");
        QTest::newRow("sh") << QStringList{u"sh"_s};
        QTest::newRow("dash") << QStringList{u"dash"_s};
        QTest::newRow("bash") << QStringList{u"bash"_s, u"--norc"_s};
        QTest::newRow("bash --posix") << QStringList{u"bash"_s, u"--posix"_s};
        QTest::newRow("zsh") << QStringList{u"zsh"_s, u"-f"_s};
        QTest::newRow("zsh with RC_QUOTES") << QStringList{u"zsh"_s, u"-f"_s, u"-o"_s, u"RC_QUOTES"_s};
    }

    void whatEveryPosixShellReadsIsTheWord()
    {
        QFETCH(const QStringList, shell);
        if (QStandardPaths::findExecutable(shell.constFirst()).isEmpty())
            QSKIP("this shell is not installed");
        const QStringList words = handPicked + randomWords(7);
        QByteArray script;
        for (const QString &word : words)
            script += "printf '=%s\\0' " + quotePosix(word).toUtf8() + '\n';
        const Run run = wordsIn(shell, script);
        QCOMPARE(run.errors, QByteArray());
        QCOMPARE(run.words.size(), words.size());
        for (qsizetype i = 0; i < words.size(); ++i)
            QCOMPARE(run.words.at(i), words.at(i));
    }

    void whatFishReadsIsTheWord()
    {
        if (QStandardPaths::findExecutable(u"fish"_s).isEmpty())
            QSKIP("this shell is not installed");
        const QStringList words = handPicked + randomWords(43);
        QByteArray script;
        for (const QString &word : words)
            script += "printf '=%s\\0' " + quoteFish(word).toUtf8() + '\n';
        const Run run = wordsIn({u"fish"_s, u"--no-config"_s}, script);
        QCOMPARE(run.errors, QByteArray());
        QCOMPARE(run.words, words);
    }

    void whatEveryPowerShellReadsIsTheWord_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("5.1") << int(PowerShellVersion::V51);
        QTest::newRow("7.0 to 7.2") << int(PowerShellVersion::V70);
        QTest::newRow("7.3") << int(PowerShellVersion::V73);
    }

    void whatEveryPowerShellReadsIsTheWord()
    {
        QFETCH(const int, version);
        int written = 0;
        for (const QString &word : handPicked + randomWords(47)) {
            const auto quoted = PowerShellVersion(version) == PowerShellVersion::V73 ? quotePowerShell7(word)
                                                                                     : quotePowerShell51(word);
            if (!quoted)
                continue;
            ++written;
            // Windows PowerShell reads the bytes of a script without byte-order mark in some code page.
            QVERIFY(PowerShellVersion(version) == PowerShellVersion::V73
                    || std::ranges::all_of(*quoted, [](QChar unit) { return unit.unicode() < 0x80; }));
            const PowerShellScript script = PowerShellReader::read(u"aws "_s + *quoted + u" after\n"_s);
            QVERIFY2(script.problem.isEmpty(), qPrintable(*quoted + u": "_s + script.problem));
            QCOMPARE(passToProgram(script.commands.constFirst().mid(1), PowerShellVersion(version)),
                     (QStringList{word, u"after"_s}));
        }
        QVERIFY(written > 300);
    }

    void whatCmdReadsIsTheWord()
    {
        int written = 0;
        for (const QString &word : handPicked + randomWords(53)) {
            const auto quoted = quoteCmd(word);
            if (!quoted)
                continue;
            ++written;
            for (const CmdMode mode : {CmdMode{false, false}, CmdMode{false, true}, CmdMode{true, true}}) {
                const CmdRun run = CmdReader::read(u"aws "_s + *quoted + u" ^\n  after"_s, mode, {});
                QVERIFY2(run.problem.isEmpty(), qPrintable(*quoted + u": "_s + run.problem));
                QCOMPARE(run.calls, (QList<QStringList>{{word, u"after"_s}}));
            }
        }
        QVERIFY(written > 100);
    }

    void whatNoTextCanCarryIsRefused_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("powerShell51");
        QTest::addColumn<bool>("cmd");
        QTest::newRow("plain") << u"abc"_s << true << true;
        QTest::newRow("empty") << u""_s << false << true;
        QTest::newRow("blank") << u"a b"_s << true << true;
        QTest::newRow("quotes") << u"\"a\""_s << true << true;
        QTest::newRow("one quote") << u"a\"b"_s << true << false;
        QTest::newRow("blank and quotes") << u"\"a b\""_s << false << true;
        QTest::newRow("no-break space and quotes") << u"\"a\u00a0b\""_s << false << false;
        QTest::newRow("backslash at the end") << u"a\\"_s << true << true;
        QTest::newRow("blank and backslash at the end") << u"a b\\"_s << false << true;
        QTest::newRow("percent") << u"100%"_s << true << false;
        QTest::newRow("exclamation mark") << u"a!"_s << true << false;
        QTest::newRow("ampersand") << u"a&b"_s << true << true;
        QTest::newRow("ampersand and quotes") << u"\"a&b\""_s << true << false;
        QTest::newRow("line break") << u"a\nb"_s << true << false;
        QTest::newRow("letter beyond ASCII") << u"é"_s << false << false;
    }

    void whatNoTextCanCarryIsRefused()
    {
        QFETCH(const QString, word);
        QFETCH(const bool, powerShell51);
        QFETCH(const bool, cmd);
        QCOMPARE(quotePowerShell51(word).has_value(), powerShell51);
        QCOMPARE(quoteCmd(word).has_value(), cmd);
        QVERIFY(quotePowerShell7(word).has_value());
    }

    void theRuntimeSplitsWhatWasEscaped()
    {
        for (const QString &word : handPicked + randomWords(59))
            QCOMPARE(splitArguments(u'"' + escapeForRuntime(word, AtEnd::Quote) + u"\" after"_s),
                     (QStringList{word, u"after"_s}));
        QCOMPARE(escapeForRuntime(u"a\\\"b\\c\\", AtEnd::Quote), u"a\\\\\\\"b\\c\\\\"_s);
        QCOMPARE(escapeForRuntime(u"a\\", AtEnd::Nothing), u"a\\"_s);
    }

    void plainWordsStayPlain_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("quoted");
        QTest::newRow("ARN") << u"arn:aws:iam::123456789012:role/x"_s << u"arn:aws:iam::123456789012:role/x"_s;
        QTest::newRow("shorthand") << u"device=local:a/b,c@=d%e+f"_s << u"device=local:a/b,c@=d%e+f"_s;
        QTest::newRow("begins with =") << u"=a"_s << u"'=a'"_s;
        QTest::newRow("empty") << u""_s << u"''"_s;
        QTest::newRow("quote") << u"it's"_s << u"'it'\\''s'"_s;
        QTest::newRow("letter beyond ASCII") << u"é"_s << u"'é'"_s;
        QTest::newRow("NUL is left out") << QString::fromUtf16(u"a\0b", 3) << u"'ab'"_s;
    }

    void plainWordsStayPlain()
    {
        QFETCH(const QString, word);
        QFETCH(const QString, quoted);
        QCOMPARE(quotePosix(word), quoted);
    }
};

QTEST_APPLESS_MAIN(tst_Quoting)
#include "tst_quoting.moc"
