#include "archive/pythonscript.h"
#include "support/program.h"
#include "support/terminal.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace braketeer::tests;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QStringList column(const QJsonValue &rows, const QString &name)
{
    QStringList texts;
    for (const QJsonValue &row : rows.toArray())
        texts << row.toObject().value(name).toString();
    return texts;
}

} // namespace

/// `braketeer-cli pack` from outside.
class tst_Pack : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        write(u"project/train.py"_s, "def main(): pass\nif __name__ == '__main__': main()\n");
        write(u"project/.gitignore"_s, "*.log\n");
        write(u"project/a.log"_s, "x");
    }

    void aFolderIsPackedAndDescribed()
    {
        const Ended packed = cli({u"pack"_s, u"project"_s, u"-o"_s, u"x.tar.gz"_s, u"--entry-points"_s});
        QCOMPARE(packed.err, QByteArray());
        QCOMPARE(packed.exitCode, 0);
        const QJsonObject answer = object(packed.out);
        QCOMPARE(answer.value(u"archive").toString(), m_home->filePath(u"x.tar.gz"_s));
        QCOMPARE(answer.value(u"root").toString(), u"project"_s);
        QCOMPARE(column(answer.value(u"files"), u"path"_s),
                 (QStringList{u"project/.gitignore"_s, u"project/train.py"_s}));
        QCOMPARE(column(answer.value(u"ignored"), u"path"_s), QStringList{u"a.log"_s});
        QCOMPARE(column(answer.value(u"ignored"), u"rule"_s), QStringList{u".gitignore:1: *.log"_s});
        QCOMPARE(column(answer.value(u"entryPoints"), u"entryPoint"_s),
                 (QStringList{u"project.train"_s, u"project.train:main"_s}));
        QVERIFY(answer.value(u"findings").toArray().isEmpty());
        QCOMPARE(runPython("import hashlib, os, sys\nd = open(sys.argv[1], 'rb').read()\n"
                           "print(len(d), hashlib.sha256(d).hexdigest(), end='')",
                           {m_home->filePath(u"x.tar.gz"_s)}),
                 QByteArray::number(answer.value(u"size").toInt()) + ' '
                     + answer.value(u"sha256").toString().toLatin1());
    }

    void theSameFolderGivesTheSameSum()
    {
        const auto sum = [this](const QString &output) {
            const Ended packed = cli({u"pack"_s, u"project"_s, u"-o"_s, output, u"--query"_s, u"sha256"_s});
            return packed.out;
        };
        const QByteArray first = sum(u"x.tar.gz"_s);
        QVERIFY(!first.isEmpty());
        QVERIFY(QFile::rename(m_home->filePath(u"project/train.py"_s), m_home->filePath(u"kept"_s)));
        QVERIFY(QFile::copy(m_home->filePath(u"kept"_s), m_home->filePath(u"project/train.py"_s)));
        QCOMPARE(sum(u"y.tar.gz"_s), first);
    }

    void aDryRunWritesNothing()
    {
        const Ended planned = cli({u"pack"_s, u"project"_s, u"--dry-run"_s});
        QCOMPARE(planned.exitCode, 0);
        QCOMPARE(object(planned.out).value(u"files").toArray().size(), 2);
        QVERIFY(!object(planned.out).contains(u"archive"));
        QVERIFY(!object(planned.out).contains(u"entryPoints"));
        QCOMPARE(QDir(m_home->path()).entryList({u"*.tar.gz"_s}), QStringList());
    }

    void optionsChangeWhatGoesIn()
    {
        const Ended packed = cli(
            {u"pack"_s, u"project"_s, u"-o"_s, u"x.tgz"_s, u"--root"_s, u"job"_s, u"--no-gitignore"_s});
        QCOMPARE(packed.exitCode, 0);
        QCOMPARE(column(object(packed.out).value(u"files"), u"path"_s),
                 (QStringList{u"job/.gitignore"_s, u"job/a.log"_s, u"job/train.py"_s}));
    }

    void anArchiveIsLookedInto()
    {
        QCOMPARE(cli({u"pack"_s, u"project"_s, u"-o"_s, u"x.tar.gz"_s}).exitCode, 0);
        const Ended listed = cli({u"pack"_s, u"--list"_s, u"x.tar.gz"_s, u"--entry-point"_s, u"project.train:main"_s});
        QCOMPARE(listed.err, QByteArray());
        QCOMPARE(listed.exitCode, 0);
        const QJsonObject answer = object(listed.out);
        QCOMPARE(answer.value(u"format").toString(), u"tar.gz"_s);
        QCOMPARE(answer.value(u"complete").toBool(), true);
        QCOMPARE(column(answer.value(u"files"), u"path"_s),
                 (QStringList{u"project"_s, u"project/.gitignore"_s, u"project/train.py"_s}));
        QCOMPARE(column(answer.value(u"entryPoints"), u"entryPoint"_s).first(), u"project.train"_s);

        const Ended wrong = cli({u"pack"_s, u"--list"_s, u"x.tar.gz"_s, u"--entry-point"_s, u"train"_s});
        QCOMPARE(wrong.exitCode, 1);
        QCOMPARE(column(object(wrong.out).value(u"findings"), u"id"_s).first(), u"V12"_s);
    }

    void troubleIsOneSentenceAndNoFile_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char *name, const QStringList &arguments, const QByteArray &word) {
            QTest::newRow(name) << arguments << word;
        };
        row("no output", {u"project"_s}, "-o is missing");
        row("output that nothing would unpack", {u"project"_s, u"-o"_s, u"x.zip"_s}, ".tar.gz");
        row("no folder", {u"none"_s, u"-o"_s, u"x.tar.gz"_s}, "none");
        row("no place to write", {u"project"_s, u"-o"_s, u"none/x.tar.gz"_s}, "cannot be written");
        row("nothing named", {u"-o"_s, u"x.tar.gz"_s}, "missing");
        row("bad root", {u"project"_s, u"-o"_s, u"x.tar.gz"_s, u"--root"_s, u"a/b"_s}, "a/b");
        row("no archive", {u"--list"_s, u"project/train.log"_s}, "train.log");
        row("not an archive", {u"--list"_s, u"project/a.log"_s}, "neither");
    }

    void troubleIsOneSentenceAndNoFile()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, word);
        const Ended ended = cli(QStringList{u"pack"_s} + arguments);
        QCOMPARE(ended.exitCode, 252);
        QCOMPARE(ended.out, QByteArray());
        QVERIFY2(ended.err.contains(word), ended.err.constData());
        QCOMPARE(ended.err.count('\n'), 1);
        QCOMPARE(QDir(m_home->path()).entryList(QDir::Files), QStringList());
    }

    void aFullDiskLeavesNothingBehind()
    {
        write(u"project/random"_s, runPython("import os, sys\nsys.stdout.buffer.write(os.urandom(1 << 20))", {}));
        // Files may not grow beyond 64 blocks: for the program the same as a disk that is full.
        const Ended ended = runProgram(u"/bin/sh"_s,
                                       {u"-c"_s, u"trap '' XFSZ; ulimit -f 64; exec \"$@\""_s, u"sh"_s,
                                        QStringLiteral(BRAKETEER_CLI), u"pack"_s, u"project"_s, u"-o"_s, u"x.tar.gz"_s},
                                       cleanEnvironment(m_home->path()), m_home->path());
        QCOMPARE(ended.exitCode, 252);
        QVERIFY2(ended.err.contains("cannot be written"), ended.err.constData());
        QCOMPARE(QDir(m_home->path()).entryList(QDir::Files), QStringList());
    }

    void progressIsForWhoLooksOn()
    {
        QByteArray random(2 * 1024 * 1024, Qt::Uninitialized); // keeps it busy for a moment
        quint32 state = 1;
        for (char &byte : random) {
            state = state * 1664525 + 1013904223;
            byte = char(state >> 24);
        }
        write(u"project/data.bin"_s, random);
        const Terminal terminal;
        QProcess process;
        process.setProcessEnvironment(cleanEnvironment(m_home->path()));
        process.setWorkingDirectory(m_home->path());
        process.setStandardErrorFile(terminal.name());
        process.start(QStringLiteral(BRAKETEER_CLI), {u"pack"_s, u"project"_s, u"-o"_s, u"x.tar.gz"_s});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 0);
        const QByteArray said = terminal.said();
        QVERIFY2(said.contains("\rLooking through project"), said);
        QVERIFY2(said.contains("\rPacking: 3 of 3 files, 2.0 MiB of 2.0 MiB\x1b[K"), said);
        QVERIFY2(said.endsWith("\r\x1b[K"), said); // and it is gone
        QCOMPARE(said.count('\n'), 0);
        QVERIFY(!object(process.readAllStandardOutput()).isEmpty());
    }

private:
    void write(const QString &path, const QByteArray &bytes) const
    {
        QDir().mkpath(m_home->filePath(path).section(u'/', 0, -2));
        QFile file(m_home->filePath(path));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("%s cannot be written", qPrintable(path));
        file.write(bytes);
    }

    Ended cli(const QStringList &arguments) const
    {
        return runProgram(QStringLiteral(BRAKETEER_CLI), arguments, cleanEnvironment(m_home->path()), m_home->path());
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(tst_Pack)
#include "tst_pack.moc"
