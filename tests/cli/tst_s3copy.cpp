#include "s3place.h"

#include <QRegularExpression>
#include <QStandardPaths>

using namespace braketeer;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;

namespace {

QStringList lines(const QByteArray &text)
{
    return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

} // namespace

/// What `braketeer-cli s3 cp` and `s3 rm` choose and leave alone. Where the AWS CLI is installed, it has to say
/// the same of the same patterns.
class tst_S3Copy : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void patternsChoose_data()
    {
        QTest::addColumn<QStringList>("patterns");
        QTest::addColumn<QStringList>("chosen");
        const QStringList all{u".hidden"_s, u"[x].txt"_s,   u"a b.txt"_s,   u"a.txt"_s,   u"b.log"_s,      u"é.txt"_s,
                              u"sub-1"_s,   u"sub/a.txt"_s, u"sub/c.log"_s, u"sub/d/e"_s, u"sub/d/f.txt"_s};
        const auto without = [&all](const QStringList &names) {
            QStringList rest = all;
            for (const QString &name : names)
                rest.removeAll(name);
            return rest;
        };
        const auto row = [](const char *name, const QStringList &patterns, const QStringList &chosen) {
            QTest::newRow(name) << patterns << chosen;
        };
        const QString in = u"--include"_s;
        const QString ex = u"--exclude"_s;
        row("none", {}, all);
        row("nothing", {ex, u"*"_s}, {});
        row("some", {ex, u"*.log"_s}, without({u"b.log"_s, u"sub/c.log"_s}));
        row("only some", {ex, u"*"_s, in, u"*.log"_s}, {u"b.log"_s, u"sub/c.log"_s});
        row("the last one counts", {in, u"*.log"_s, ex, u"*"_s}, {});
        row("three", {ex, u"*"_s, in, u"sub/*"_s, ex, u"*/d/*"_s}, {u"sub/a.txt"_s, u"sub/c.log"_s});
        row("a folder", {ex, u"sub/*"_s}, without({u"sub/a.txt"_s, u"sub/c.log"_s, u"sub/d/e"_s, u"sub/d/f.txt"_s}));
        row("a folder's name alone", {ex, u"sub"_s}, all);
        row("one character", {ex, u"?.txt"_s}, without({u"a.txt"_s, u"é.txt"_s}));
        row("a set", {ex, u"[ab].*"_s}, without({u"a.txt"_s, u"b.log"_s}));
        row("not a set", {ex, u"[!a]*"_s}, {u"a b.txt"_s, u"a.txt"_s});
        row("a set is meant", {ex, u"[[]x].txt"_s}, without({u"[x].txt"_s}));
        row("never closed", {ex, u"[x"_s}, all);
        row("empty", {ex, QString()}, all);
        row("as one word", {u"--exclude=*.txt"_s},
            {u".hidden"_s, u"b.log"_s, u"sub-1"_s, u"sub/c.log"_s, u"sub/d/e"_s});
    }

    void patternsChoose()
    {
        QFETCH(const QStringList, patterns);
        QFETCH(const QStringList, chosen);
        S3Place place;
        plant(place);
        const QStringList options = QStringList{u"--recursive"_s, u"--dryrun"_s} + patterns;
        const QList<QStringList> commands{{u"cp"_s, u"tree"_s, S3Place::at(u"up"_s)},
                                          {u"cp"_s, S3Place::at(u"tree"_s), u"down"_s},
                                          {u"cp"_s, S3Place::at(u"tree"_s), S3Place::at(u"copy"_s)},
                                          {u"rm"_s, S3Place::at(u"tree"_s)}};
        const QString aws = QStandardPaths::findExecutable(u"aws"_s);
        for (const QStringList &command : commands) {
            const Ended ours = place.cli(command + options);
            QVERIFY2(ours.exitCode == 0, ours.err);
            QStringList names;
            for (const QString &line : lines(ours.out)) {
                const QString source = line.section(u": "_s, 1).section(u" to "_s, 0, 0);
                names.append(source.sliced(source.indexOf(u"tree/"_s) + 5));
            }
            QCOMPARE(sorted(names), sorted(chosen));
            QVERIFY(!QDir(place.home.filePath(u"down"_s)).exists());
            // It takes a second: all commands with one row, one command with all rows.
            if (!aws.isEmpty() && (&command == &commands.first() || chosen.size() == 2))
                QCOMPARE(sorted(lines(ours.out)), sorted(lines(place.aws(aws, command + options).out)));
            QDir(place.home.path()).rmdir(u"down"_s); // the AWS CLI makes the folder
        }
        QVERIFY(!place.object(u"up/a.txt"_s));
        QVERIFY(place.object(u"tree/a.txt"_s));
    }

    // The order of keys, which is not that of names: "sub-1" before "sub/a.txt".
    void filesGoInTheOrderOfTheirKeys()
    {
        S3Place place;
        plant(place);
        const QStringList command{u"cp"_s, u"tree"_s, S3Place::at(u"up"_s), u"--recursive"_s, u"--dryrun"_s};
        const QStringList ours = lines(place.cli(command).out);
        QCOMPARE(ours.size(), 11);
        QVERIFY(ours.indexOf(QRegularExpression(u".*sub-1"_s)) < ours.indexOf(QRegularExpression(u".*sub/a.txt"_s)));
        const QString aws = QStandardPaths::findExecutable(u"aws"_s);
        if (aws.isEmpty())
            QSKIP("The AWS CLI is not installed.");
        QCOMPARE(ours, lines(place.aws(aws, command).out));
    }

    void whatIsLeftOutIsNotTouched()
    {
        S3Place place;
        plant(place);
        const Ended up = place.cli({u"cp"_s, u"tree"_s, S3Place::at(u"up"_s), u"--recursive"_s, u"--exclude"_s, u"*"_s,
                                    u"--include"_s, u"*.log"_s});
        QVERIFY2(up.exitCode == 0, up.err);
        QVERIFY(place.object(u"up/b.log"_s));
        QVERIFY(!place.object(u"up/a.txt"_s));
        const Ended gone = place.cli({u"rm"_s, S3Place::at(u"tree"_s), u"--recursive"_s, u"--exclude"_s, u"*.txt"_s});
        QVERIFY2(gone.exitCode == 0, gone.err);
        QVERIFY(place.object(u"tree/a.txt"_s));
        QVERIFY(!place.object(u"tree/b.log"_s));
        // One object is chosen by its name.
        QCOMPARE(place.cli({u"rm"_s, S3Place::at(u"tree/a.txt"_s), u"--exclude"_s, u"a.*"_s}).out, QByteArray());
        QVERIFY(place.object(u"tree/a.txt"_s));
        QCOMPARE(place.cli({u"cp"_s, u"tree/a.txt"_s, S3Place::at(u"x"_s), u"--exclude"_s, u"a.*"_s}).out,
                 QByteArray());
        QVERIFY(!place.object(u"x"_s));
    }

    void whatIsThereIsLeftAlone()
    {
        S3Place place;
        plant(place);
        place.put(u"up/a.txt"_s, "old");
        place.write(u"down/b.log"_s, "old");
        place.put(u"copy/sub/a.txt"_s, "old");
        const QList<std::pair<QString, QString>> ways{{u"tree"_s, S3Place::at(u"up"_s)},
                                                      {S3Place::at(u"tree"_s), u"down"_s},
                                                      {S3Place::at(u"tree"_s), S3Place::at(u"copy"_s)}};
        for (const auto &[from, to] : ways) {
            const Ended first = place.cli({u"cp"_s, from, to, u"--recursive"_s, u"--no-overwrite"_s});
            QVERIFY2(first.exitCode == 0, first.err);
            QCOMPARE(lines(first.out).filter(QRegularExpression(u"^skip: "_s)).size(), 1);
            QCOMPARE(lines(first.out).size(), 11);
            QVERIFY2(first.err.contains(": 1."), first.err);
            const Ended again = place.cli({u"cp"_s, from, to, u"--recursive"_s, u"--no-overwrite"_s, u"--dryrun"_s});
            QVERIFY2(again.exitCode == 0, again.err);
            QCOMPARE(lines(again.out).filter(QRegularExpression(u"^\\(dryrun\\) skip: "_s)).size(), 11);
        }
        QCOMPARE(place.object(u"up/a.txt"_s), "old"_ba);
        QCOMPARE(place.read(u"down/b.log"_s), "old"_ba);
        QCOMPARE(place.object(u"copy/sub/a.txt"_s), "old"_ba);
        QCOMPARE(place.object(u"up/b.log"_s), "tree/b.log"_ba);
        const Ended stream = place.cli({u"cp"_s, u"-"_s, S3Place::at(u"up/a.txt"_s), u"--no-overwrite"_s}, "new");
        QCOMPARE(stream.exitCode, 0);
        QVERIFY(!stream.err.isEmpty());
        QCOMPARE(place.object(u"up/a.txt"_s), "old"_ba);
        const Ended quiet = place.cli(
            {u"cp"_s, u"tree/a.txt"_s, S3Place::at(u"up/"_s), u"--no-overwrite"_s, u"--quiet"_s});
        QCOMPARE(quiet.out + quiet.err, QByteArray());
    }

    // Not to know whether something is there is no leave to replace it.
    void whatCannotBeLookedAtIsNotReplaced()
    {
        S3Place place;
        place.write(u"a"_s, "new");
        QVERIFY(place.server->addFault(u"status:HeadObject:403:*"_s));
        const Ended ended = place.cli({u"cp"_s, u"a"_s, S3Place::at(u"a"_s), u"--no-overwrite"_s});
        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(place.server->requestCount(u"PutObject"_s), 0);
    }

    void linksAreFollowedAndWhatIsNoFileIsSaid()
    {
        S3Place place;
        place.write(u"tree/a"_s, "1");
        place.write(u"other/b"_s, "2");
        QVERIFY(QFile::link(u"../other"_s, place.home.filePath(u"tree/linked"_s)));
        QVERIFY(QFile::link(u"a"_s, place.home.filePath(u"tree/to-a"_s)));
        QCOMPARE(place.cli({u"cp"_s, u"tree"_s, S3Place::at(u"up"_s), u"--recursive"_s}).exitCode, 0);
        QCOMPARE(place.object(u"up/linked/b"_s), "2"_ba);
        QCOMPARE(place.object(u"up/to-a"_s), "1"_ba);
        QVERIFY(QFile::link(u".."_s, place.home.filePath(u"tree/round"_s)));
        QVERIFY(QFile::link(u"nowhere"_s, place.home.filePath(u"tree/to-nothing"_s)));
        const Ended ended = place.cli(
            {u"cp"_s, u"tree"_s, S3Place::at(u"again"_s), u"--recursive"_s, u"--exclude"_s, u"round/data/*"_s});
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.err.contains("tree/round/tree"), ended.err);
        QVERIFY2(ended.err.contains("tree/to-nothing"), ended.err);
        QCOMPARE(place.object(u"again/a"_s), "1"_ba);
    }

    void aDryRunSaysWhatIsNotThere()
    {
        S3Place place;
        for (const QString &to : {u"x"_s, u"-"_s, S3Place::at(u"x"_s)}) {
            const Ended ended = place.cli({u"cp"_s, S3Place::at(u"nothing"_s), to, u"--dryrun"_s});
            QCOMPARE(ended.exitCode, 254);
            QVERIFY2(ended.err.contains("There is no object"), ended.err);
            QCOMPARE(ended.out, QByteArray());
        }
        const Ended up = place.cli({u"cp"_s, u"nothing"_s, S3Place::at(u"x"_s), u"--dryrun"_s});
        QCOMPARE(up.exitCode, 252);
        QVERIFY2(up.err.contains("nothing"), up.err);
    }

    void wrongUseIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("said");
        const QString to = S3Place::at(u"k"_s);
        const auto row = [](const char *name, const QStringList &arguments, const QByteArray &said) {
            QTest::newRow(name) << arguments << said;
        };
        row("no pattern", {u"cp"_s, u"tree"_s, to, u"--recursive"_s, u"--exclude"_s}, "--exclude");
        row("no size", {u"cp"_s, u"-"_s, to, u"--expected-size"_s}, "--expected-size");
        row("half a size", {u"cp"_s, u"-"_s, to, u"--expected-size"_s, u"5GB"_s}, "5GB");
        row("too large a size", {u"cp"_s, u"-"_s, to, u"--expected-size"_s, u"5497558138881"_s}, "5497558138881");
        row("less than nothing", {u"cp"_s, u"-"_s, to, u"--expected-size=-1"_s}, "-1");
        row("a switch with a value", {u"cp"_s, u"tree"_s, to, u"--no-overwrite=yes"_s}, "--no-overwrite");
        row("of another command", {u"ls"_s, to, u"--exclude"_s, u"*"_s}, "--exclude");
        row("a type for what has one", {u"cp"_s, to, u"x"_s, u"--content-type"_s, u"text/plain"_s}, "--content-type");
        row("no folder", {u"cp"_s, u"nowhere"_s, to, u"--recursive"_s}, "nowhere");
    }

    void wrongUseIsSaid()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, said);
        S3Place place;
        const Ended ended = place.cli(arguments);
        QCOMPARE(ended.exitCode, 252);
        QVERIFY2(ended.err.contains(said), ended.err);
        QCOMPARE(ended.err.count('\n'), 1);
        QCOMPARE(ended.out, QByteArray());
        QCOMPARE(place.server->requestCount(), 0);
    }

private:
    /// The same names below "tree" here and in the bucket.
    static void plant(S3Place &place)
    {
        for (const QString &name : {u".hidden"_s, u"[x].txt"_s, u"a b.txt"_s, u"a.txt"_s, u"b.log"_s, u"é.txt"_s,
                                    u"sub-1"_s, u"sub/a.txt"_s, u"sub/c.log"_s, u"sub/d/e"_s, u"sub/d/f.txt"_s}) {
            place.write(u"tree/"_s + name, "tree/" + name.toUtf8());
            place.put(u"tree/"_s + name, "tree/" + name.toUtf8());
        }
    }
};

QTEST_GUILESS_MAIN(tst_S3Copy)
#include "tst_s3copy.moc"
