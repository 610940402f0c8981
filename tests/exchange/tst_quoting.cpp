#include "exchange/quoting/posixsh.h"
#include "exchange/textcheck.h"
#include "randomtext.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

using namespace braketeer::exchange;
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
        QStringList words = handPicked;
        QRandomGenerator random(7);
        for (int i = 0; i < 2000; ++i)
            words << randomText(random, 12);
        QByteArray script;
        for (const QString &word : words)
            script += "printf '=%s\\0' " + quotePosix(word).toUtf8() + '\n';
        const Run run = wordsIn(shell, script);
        QCOMPARE(run.errors, QByteArray());
        QCOMPARE(run.words.size(), words.size());
        for (qsizetype i = 0; i < words.size(); ++i)
            QCOMPARE(run.words.at(i), words.at(i));
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
