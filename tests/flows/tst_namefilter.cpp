#include "flows/storage/namefilter.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace braketeer::flows;
using namespace Qt::StringLiterals;

namespace {

/// Where Python takes "[b-a!]" apart, the "!" behind the range that holds nothing comes to stand in front, and negates.
bool hasEmptyRange(const QString &pattern)
{
    for (qsizetype i = 0; i + 2 < pattern.size(); ++i) {
        if (pattern[i + 1] == u'-' && pattern[i] > pattern[i + 2])
            return true;
    }
    return false;
}

} // namespace

/// Patterns for names, and what several of them make of one. The truth about patterns is Python's: where it is here,
/// it is asked.
class tst_NameFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aPatternFitsWholeNames_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("fits");
        const auto row = [](const QString &pattern, const QString &name, bool fits) {
            QTest::addRow("%s on %s", pattern.toUtf8().toPercentEncoding().constData(),
                          name.toUtf8().toPercentEncoding().constData())
                << pattern << name << fits;
        };
        row(u"a"_s, u"a"_s, true);
        row(u"a"_s, u"ab"_s, false);
        row(u""_s, u""_s, true);
        row(u""_s, u"a"_s, false);
        row(u"*"_s, u""_s, true);
        row(u"*"_s, u"a/b/c"_s, true);
        row(u"*.txt"_s, u"sub/c.txt"_s, true);
        row(u"*.txt"_s, u"c.txt.gz"_s, false);
        row(u"a*b*c"_s, u"a/x/b/y/c"_s, true);
        row(u"a*b*c"_s, u"a/x/c/y/b"_s, false);
        row(u"**"_s, u"ab"_s, true);
        row(u"a**"_s, u"a"_s, true);
        row(u"*ab"_s, u"aab"_s, true);
        row(u"*aab"_s, u"aaab"_s, true);
        row(u"?"_s, u"é"_s, true);
        row(u"?"_s, u"😀"_s, true);
        row(u"?"_s, u"/"_s, true);
        row(u"?"_s, u""_s, false);
        row(u"??"_s, u"😀"_s, false);
        row(u"[ab]"_s, u"b"_s, true);
        row(u"[ab]"_s, u"c"_s, false);
        row(u"[!ab]"_s, u"c"_s, true);
        row(u"[!ab]"_s, u"a"_s, false);
        row(u"[^a]"_s, u"^"_s, true);
        row(u"[^a]"_s, u"b"_s, false);
        row(u"[a-c]x"_s, u"bx"_s, true);
        row(u"[a-c]x"_s, u"dx"_s, false);
        row(u"[c-a]"_s, u"b"_s, false);
        row(u"[!c-a]"_s, u"b"_s, true);
        row(u"[a-]"_s, u"-"_s, true);
        row(u"[-a]"_s, u"-"_s, true);
        row(u"[--0]"_s, u"."_s, true);
        row(u"[a-c-e]"_s, u"-"_s, true);
        row(u"[a-c-e]"_s, u"d"_s, false);
        row(u"[]]"_s, u"]"_s, true);
        row(u"[]a]"_s, u"a"_s, true);
        row(u"[!]]"_s, u"]"_s, false);
        row(u"[!]]"_s, u"a"_s, true);
        row(u"[]"_s, u"[]"_s, true);
        row(u"[!]"_s, u"[!]"_s, true);
        row(u"[a"_s, u"[a"_s, true);
        row(u"a]"_s, u"a]"_s, true);
        row(u"[[]"_s, u"["_s, true);
        row(u"[é-ü]"_s, u"ö"_s, true);
        row(u"[😀-😂]"_s, u"😁"_s, true);
        row(u"\\*"_s, u"\\x"_s, true);
        row(u"[\\]"_s, u"\\"_s, true);
        row(u"a.c"_s, u"abc"_s, false);
        row(u"A"_s, u"a"_s, false);
        row(u"*[!/]"_s, u"dir/"_s, false);
    }

    void aPatternFitsWholeNames()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, name);
        QFETCH(const bool, fits);
        const QList<uint> points = name.toUcs4();
        QCOMPARE(NamePattern(pattern).fits({points.cbegin(), points.cend()}), fits);
    }

    void pythonSaysTheSame()
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            QSKIP("Python is not installed.");
        const QString letters = u"ab-]![*?^/é"_s;
        quint32 state = 5;
        const auto text = [&](int longest) {
            QString made;
            for (int i = 0; i < longest; ++i) {
                state = state * 1664525 + 1013904223;
                made += letters[(state >> 16) % uint(letters.size())];
            }
            return made;
        };
        QStringList asked;
        QByteArray ours;
        for (int i = 0; i < 20'000; ++i) {
            const QString pattern = text(1 + i % 7);
            const QString name = text(1 + i % 4);
            if (hasEmptyRange(pattern))
                continue;
            const QList<uint> points = name.toUcs4();
            asked.append(pattern + u'\t' + name);
            ours += NamePattern(pattern).fits({points.cbegin(), points.cend()}) ? '1' : '0';
        }
        QProcess process;
        process.start(python, {u"-c"_s, u"import sys, fnmatch\n"
                                        "for line in sys.stdin.buffer.read().decode('utf-8').split('\\n'):\n"
                                        "    pattern, name = line.split('\\t')\n"
                                        "    print(int(fnmatch.fnmatchcase(name, pattern)), end='')\n"_s});
        process.write(asked.join(u'\n').toUtf8());
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray theirs = process.readAllStandardOutput();
        QCOMPARE(theirs.size(), ours.size());
        for (qsizetype i = 0; i < ours.size(); ++i)
            QVERIFY2(ours[i] == theirs[i], qPrintable(asked[i]));
    }

    void theLastThatFitsDecides()
    {
        using Effect = NameFilter::Effect;
        NameFilter filter;
        QVERIFY(filter.isEmpty());
        QVERIFY(filter.takes(u"anything"));
        filter.add(Effect::Exclude, u"*"_s);
        filter.add(Effect::Include, u"*.txt"_s);
        filter.add(Effect::Exclude, u"sub/*"_s);
        QVERIFY(!filter.isEmpty());
        QVERIFY(filter.takes(u"a.txt"));
        QVERIFY(!filter.takes(u"sub/a.txt"));
        QVERIFY(!filter.takes(u"a.log"));
    }

    void aPatternFromTheRootIsForPathsOfFiles()
    {
        NameFilter filter;
        filter.add(NameFilter::Effect::Exclude, u"/home/*/a"_s);
        QVERIFY(!filter.takes(u"a", u"/home/me/a"));
        QVERIFY(filter.takes(u"/home/me/a")); // the key of an object
    }

    // Each `*` more would multiply what a simple matcher has to try.
    void noPatternTakesForEver()
    {
        const std::u32string name(20'000, U'a');
        QVERIFY(!NamePattern(QString(u"*a"_s).repeated(50) + u"b"_s).fits(name));
    }
};

QTEST_GUILESS_MAIN(tst_NameFilter)
#include "tst_namefilter.moc"
