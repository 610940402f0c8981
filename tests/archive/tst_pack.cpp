#include "archive/entrypoints.h"
#include "archive/look.h"
#include "archive/pack.h"
#include "archive/pythonscript.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <sys/stat.h>
#include <unistd.h>

using namespace braketeer;
using namespace braketeer::archive;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList pathsOf(const PackPlan &plan)
{
    QStringList paths;
    for (const PlannedFile &file : plan.files)
        paths << (file.folder ? file.path + u'/' : file.path);
    return paths;
}

QByteArray ignoredOf(const PackPlan &plan)
{
    QByteArrayList lines;
    for (const IgnoredPath &path : plan.ignored)
        lines << path.path.toUtf8() + (path.folder ? "/" : "") + " (" + path.rule.toUtf8() + ")";
    return lines.join('\n');
}

} // namespace

/// A folder to a `.tar.gz`, and what other programs read in it.
class tst_Pack : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        write(u"project/train.py"_s, "def main(): pass\n");
        write(u"project/lib/__init__.py"_s, "");
        write(u"project/lib/größe.py"_s, "x = 1\n");
        write(u"project/run.sh"_s, "#!/bin/sh\n");
        chmod(at(u"project/run.sh"_s).toUtf8().constData(), 0750);
        QDir().mkpath(at(u"project/empty"_s));
    }

    void theTopFolderIsKeptAndTheOrderIsThatOfTheBytes()
    {
        write(u"project/lib.py"_s, "");
        const auto plan = planned();
        QVERIFY(plan);
        QCOMPARE(plan->root, u"project"_s);
        QCOMPARE(pathsOf(*plan), (QStringList{u"project/"_s, u"project/empty/"_s, u"project/lib/"_s,
                                              u"project/lib.py"_s, u"project/lib/__init__.py"_s,
                                              u"project/lib/größe.py"_s, u"project/run.sh"_s, u"project/train.py"_s}));
        QCOMPARE(plan->totalSize, 17 + 6 + 10);
        QVERIFY(plan->ignored.isEmpty() && plan->warnings.isEmpty());
    }

    void whatIsWrittenIsReadByTarAndPython()
    {
        const auto packed = pack();
        QVERIFY2(packed, packed ? "" : qPrintable(packed.error().text()));
        const QByteArray bytes = bytesOf(packed->path);
        QCOMPARE(packed->size, bytes.size());
        QCOMPARE(packed->sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        QCOMPARE(packed->unpackedSize, 17 + 6 + 10);
        QCOMPARE(packed->files, 4);

        const QByteArray listed = runPython(R"(
import sys, tarfile
for m in tarfile.open(sys.argv[1]):
    print(m.name, m.type.decode(), oct(m.mode), m.uid, m.gid, m.uname, m.gname, m.mtime, m.size)
)",
                                            {packed->path});
        QCOMPARE(listed, "project 5 0o755 0 0   315532800 0\n"
                         "project/empty 5 0o755 0 0   315532800 0\n"
                         "project/lib 5 0o755 0 0   315532800 0\n"
                         "project/lib/__init__.py 0 0o644 0 0   315532800 0\n"
                         "project/lib/gr\xc3\xb6\xc3\x9f"
                         "e.py 0 0o644 0 0   315532800 6\n"
                         "project/run.sh 0 0o755 0 0   315532800 10\n"
                         "project/train.py 0 0o644 0 0   315532800 17\n"_ba);

        QProcess tar;
        QDir().mkpath(at(u"out"_s));
        tar.start(u"tar"_s, {u"-xzf"_s, packed->path, u"-C"_s, at(u"out"_s)});
        QVERIFY(tar.waitForFinished());
        QCOMPARE(tar.exitCode(), 0);
        QCOMPARE(tar.readAllStandardError(), QByteArray());
        QCOMPARE(bytesOf(at(u"out/project/train.py"_s)), "def main(): pass\n"_ba);
        QVERIFY(QFileInfo(at(u"out/project/run.sh"_s)).isExecutable());
        QVERIFY(QFileInfo(at(u"out/project/empty"_s)).isDir());
    }

    void theContainersOwnWayOfUnpackingFindsTheEntryPoint()
    {
        const auto packed = pack();
        QVERIFY(packed);
        const auto plan = planned();
        const QString entryPoint = findEntryPoints(*contentsOf(*plan)).candidates.first().text;
        QCOMPARE(entryPoint, u"project.train:main"_s);
        // As amazon-braket-containers does it.
        QCOMPARE(runPython(R"(
import importlib, shutil, sys, tempfile
d = tempfile.mkdtemp(); shutil.unpack_archive(sys.argv[1], d); sys.path.append(d)
module, _, method = sys.argv[2].partition(':')
print(callable(getattr(importlib.import_module(module), method))); shutil.rmtree(d)
)",
                           {packed->path, entryPoint}),
                 "True\n"_ba);
    }

    void theSameFilesGiveTheSameBytes()
    {
        const auto first = pack();
        QVERIFY(first);
        // A copy elsewhere, made in another order, with other times, permissions and owner's rights.
        m_home2 = std::make_unique<QTemporaryDir>();
        runPython(R"(
import os, sys
source, target = sys.argv[1:]
paths = [(d, f) for d, _, files in os.walk(source) for f in files]
for d, f in reversed(sorted(paths)):
    there = os.path.join(target, os.path.relpath(d, source))
    os.makedirs(there, exist_ok=True)
    with open(os.path.join(there, f), 'wb') as t: t.write(open(os.path.join(d, f), 'rb').read())
    os.chmod(os.path.join(there, f), 0o700 if f == 'run.sh' else 0o640)
    os.utime(os.path.join(there, f), (1, 1))
os.makedirs(os.path.join(target, 'empty'))
)",
                  {at(u"project"_s), m_home2->filePath(u"project"_s)});
        const auto plan = planPack(m_home2->filePath(u"project"_s));
        QVERIFY(plan);
        const auto second = writePack(*plan, m_home2->filePath(u"other.tar.gz"_s));
        QVERIFY(second);
        QCOMPARE(second->sha256, first->sha256);
        QCOMPARE(bytesOf(second->path), bytesOf(first->path));
        // No time, no name in the gzip header; the fastest way to see that nothing of the machine is in there.
        QCOMPARE(bytesOf(first->path).first(8).toHex(), "1f8b080000000000"_ba);
    }

    void aSinglePythonFileIsPackedByItself()
    {
        const auto plan = planPack(at(u"project/train.py"_s));
        QVERIFY(plan);
        QCOMPARE(pathsOf(*plan), QStringList{u"train.py"_s});
        QVERIFY(plan->root.isEmpty());
        const auto packed = writePack(*plan, at(u"x.tar.gz"_s));
        QVERIFY(packed);
        QCOMPARE(findEntryPoints(*contentsOf(*plan)).candidates.first().text, u"train:main"_s);
        QVERIFY(!planPack(at(u"project/run.sh"_s)));
    }

    void anotherNameForTheTopCanBeChosen()
    {
        PackOptions options;
        options.rootName = u"job"_s;
        const auto plan = planPack(at(u"project"_s), options);
        QVERIFY(plan);
        QCOMPARE(plan->files.first().path, u"job"_s);
        QCOMPARE(plan->files.last().path, u"job/train.py"_s);
        for (const QString &bad : {u"a/b"_s, u".."_s, u"."_s, QString(256, u'x')}) {
            options.rootName = bad;
            QVERIFY2(!planPack(at(u"project"_s), options), qPrintable(bad));
        }
    }

    void aFolderIsKnownByItsRealName()
    {
        QDir::setCurrent(at(u"project/lib"_s));
        const auto plan = planPack(u".."_s);
        QDir::setCurrent(u"/"_s);
        QVERIFY(plan);
        QCOMPARE(plan->root, u"project"_s);
    }

    void ignoredFilesStayOutAndSayWhy()
    {
        write(u"project/.gitignore"_s, "*.log\n/data/\n!keep.log\n");
        write(u"project/a.log"_s, "x");
        write(u"project/keep.log"_s, "x");
        write(u"project/data/big"_s, "x");
        write(u"project/lib/.gitignore"_s, "local\n!data\n");
        write(u"project/lib/local"_s, "x");
        write(u"project/lib/data/small"_s, "x");
        write(u"project/.git/config"_s, "x");
        write(u"project/lib/__pycache__/x.pyc"_s, "x");
        write(u"project/.ipynb_checkpoints/x"_s, "x");
        write(u"project/node_modules/x"_s, "x");
        write(u"project/my env/pyvenv.cfg"_s, "x");
        write(u"project/my env/lib/x.py"_s, "x");
        write(u"project/conda/conda-meta/history"_s, "x");
        const auto plan = planned();
        QVERIFY(plan);
        QCOMPARE(ignoredOf(*plan), ".git/ (.git)\n"
                                   ".ipynb_checkpoints/ (.ipynb_checkpoints)\n"
                                   "a.log (.gitignore:1: *.log)\n"
                                   "conda/ (conda-meta)\n"
                                   "data/ (.gitignore:2: /data/)\n"
                                   "lib/__pycache__/ (__pycache__)\n"
                                   "lib/local (lib/.gitignore:1: local)\n"
                                   "my env/ (pyvenv.cfg)\n"
                                   "node_modules/ (node_modules)"_ba);
        QVERIFY(pathsOf(*plan).contains(u"project/keep.log"_s));
        QVERIFY(pathsOf(*plan).contains(u"project/lib/data/small"_s));

        PackOptions options;
        options.useGitignore = false;
        const auto all = planPack(at(u"project"_s), options);
        QVERIFY(all);
        QVERIFY(pathsOf(*all).contains(u"project/a.log"_s));
        QVERIFY(!pathsOf(*all).contains(u"project/.git/config"_s));
    }

    void gitignoreFilesAboveTheFolderCountInARepository()
    {
        write(u".gitignore"_s, "*.tmp\n/project/secret\n");
        write(u"project/a.tmp"_s, "x");
        write(u"project/secret"_s, "x");
        QVERIFY(planned()->ignored.isEmpty());
        write(u".git/config"_s, "x");
        QCOMPARE(ignoredOf(*planned()), "a.tmp (.gitignore:1: *.tmp)\nsecret (.gitignore:2: /project/secret)"_ba);
    }

    void theArchiveDoesNotPackItself()
    {
        const QString output = at(u"project/source.tar.gz"_s);
        write(u"project/source.tar.gz"_s, "an older one");
        write(u"project/source.tar.gz.AbCd12"_s, "left by a killed run");
        PackOptions options;
        options.output = output;
        const auto plan = planPack(at(u"project"_s), options);
        QVERIFY(plan);
        QCOMPARE(plan->ignored.size(), 2);
        const auto first = writePack(*plan, output);
        QVERIFY(first);
        const auto again = writePack(*planPack(at(u"project"_s), options), output);
        QVERIFY(again);
        QCOMPARE(again->sha256, first->sha256);
    }

    void linksInsideAreReplacedByWhatTheyLeadTo()
    {
        QFile::link(u"../train.py"_s, at(u"project/lib/again.py"_s));
        QFile::link(u"lib"_s, at(u"project/same"_s));
        const auto plan = planned();
        QVERIFY(plan);
        QVERIFY(plan->warnings.isEmpty());
        const auto packed = writePack(*plan, at(u"x.tar.gz"_s));
        QVERIFY(packed);
        const auto contents = look(*fileSource(packed->path));
        QVERIFY(contents);
        for (const ArchiveMember &member : contents->members)
            QVERIFY2(member.type == MemberType::File || member.type == MemberType::Folder, qPrintable(member.path));
        const auto found = std::ranges::find(contents->members, u"project/same/again.py"_s, &ArchiveMember::path);
        QVERIFY(found != contents->members.end());
        QCOMPARE(found->text, "def main(): pass\n"_ba);
    }

    void whatCannotBePackedIsRefusedWithASentence_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<WarningKind>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("link outside") << "os.symlink('/etc/passwd', 'x')"_ba << WarningKind::LinkOutside
                                      << u"out of the folder"_s;
        QTest::newRow("link to a folder with the same start")
            << "os.mkdir('../project2'); os.symlink('../project2', 'x')"_ba << WarningKind::LinkOutside
            << u"out of the folder"_s;
        QTest::newRow("link to nothing") << "os.symlink('none', 'x')"_ba << WarningKind::LinkOutside << u"nowhere"_s;
        QTest::newRow("link to itself") << "os.symlink('x', 'x')"_ba << WarningKind::LinkOutside << u"nowhere"_s;
        QTest::newRow("link in a circle") << "os.symlink('..', 'lib/x')"_ba << WarningKind::LinkOutside << u"round"_s;
        QTest::newRow("links that lead into one another")
            << "os.mkdir('a'); os.mkdir('b'); os.symlink('../b', 'a/x'); os.symlink('../a', 'b/y')"_ba
            << WarningKind::LinkOutside << u"round"_s;
        QTest::newRow("pipe") << "os.mkfifo('x')"_ba << WarningKind::SpecialFile << u"pipe"_s;
        QTest::newRow("socket") << "import socket; socket.socket(socket.AF_UNIX).bind('x')"_ba
                                << WarningKind::SpecialFile << u"socket"_s;
        QTest::newRow("name that is not UTF-8")
            << "open(b'gr\\xfcn', 'w')"_ba << WarningKind::NameNotUtf8 << u"UTF-8"_s;
        if (geteuid() == 0)
            return; // nothing is unreadable for root
        QTest::newRow("unreadable file") << "open('x', 'w'); os.chmod('x', 0)"_ba << WarningKind::NotPacked
                                         << u"permissions"_s;
        QTest::newRow("unreadable folder")
            << "os.mkdir('x'); os.chmod('x', 0)"_ba << WarningKind::NotPacked << u"permissions"_s;
    }

    void whatCannotBePackedIsRefusedWithASentence()
    {
        QFETCH(const QByteArray, code);
        QFETCH(const WarningKind, kind);
        QFETCH(const QString, word);
        runPython("import os, sys\nos.chdir(sys.argv[1])\n" + code, {at(u"project"_s)});
        const auto plan = planned();
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        QVERIFY(!plan->warnings.isEmpty());
        QCOMPARE(int(plan->warnings.first().kind), int(kind));
        QCOMPARE(int(plan->warnings.first().severity), int(Severity::Error));
        QVERIFY2(plan->warnings.first().message.contains(word), qPrintable(plan->warnings.first().message));
        const auto packed = writePack(*plan, at(u"x.tar.gz"_s));
        QVERIFY(!packed);
        QVERIFY(packed.error().message.contains(word));
        QVERIFY(!QFile::exists(at(u"x.tar.gz"_s)));
    }

    void ignoringItIsAWayOut()
    {
        QFile::link(u"/etc/passwd"_s, at(u"project/x"_s));
        write(u"project/.gitignore"_s, "x\n");
        QVERIFY(planned()->warnings.isEmpty());
    }

    void filesThatChangeAreNoticed_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("word");
        QTest::newRow("longer") << "open('train.py', 'a').write('x')"_ba << u"changed"_s;
        QTest::newRow("shorter") << "open('train.py', 'w').write('')"_ba << u"changed"_s;
        QTest::newRow("other bytes, same size and time")
            << "s = os.stat('train.py'); open('train.py', 'r+').write('x')\n"
               "os.utime('train.py', ns=(s.st_atime_ns, s.st_mtime_ns))"_ba
            << u"changed"_s;
        QTest::newRow("replaced") << "open('y', 'w').write('x' * 17); os.replace('y', 'train.py')"_ba << u"changed"_s;
        QTest::newRow("vanished") << "os.remove('train.py')"_ba << u"gone"_s;
        QTest::newRow("now a link") << "os.rename('train.py', 'y'); os.symlink('y', 'train.py')"_ba << u"gone"_s;
        QTest::newRow("now a pipe") << "os.remove('train.py'); os.mkfifo('train.py')"_ba << u"changed"_s;
    }

    void filesThatChangeAreNoticed()
    {
        QFETCH(const QByteArray, code);
        QFETCH(const QString, word);
        const auto plan = planned();
        QVERIFY(plan);
        write(u"x.tar.gz"_s, "the archive of yesterday");
        runPython("import os, sys\nos.chdir(sys.argv[1])\n" + code, {at(u"project"_s)});
        const auto packed = writePack(*plan, at(u"x.tar.gz"_s));
        QVERIFY(!packed);
        QVERIFY2(packed.error().message.contains(word), qPrintable(packed.error().message));
        QCOMPARE(bytesOf(at(u"x.tar.gz"_s)), "the archive of yesterday"_ba);
        QCOMPARE(QDir(m_home->path()).entryList(QDir::Files), QStringList{u"x.tar.gz"_s});
    }

    void packingCanBeStoppedAndLeavesNothing()
    {
        write(u"project/big"_s, QByteArray(8 << 20, 'x'));
        const auto plan = planned();
        QVERIFY(plan);
        std::stop_source stop;
        qint64 seen = 0;
        const auto packed = writePack(
            *plan, at(u"x.tar.gz"_s),
            [&](qint64 done, qint64 total) {
                QCOMPARE(total, plan->totalSize);
                QVERIFY(done > seen && done <= total);
                seen = done;
                stop.request_stop();
            },
            stop.get_token());
        QVERIFY(!packed);
        QCOMPARE(int(packed.error().kind), int(core::Error::Kind::Cancelled));
        QVERIFY(seen > 0 && seen < plan->totalSize);
        QCOMPARE(QDir(m_home->path()).entryList(QDir::Files), QStringList());
    }

    void aPlaceThatCannotBeWrittenIsSaid()
    {
        const auto plan = planned();
        const auto packed = writePack(*plan, at(u"none/x.tar.gz"_s));
        QVERIFY(!packed);
        QVERIFY2(packed.error().message.contains(u"cannot be written"), qPrintable(packed.error().message));
    }

    void anInputIsNotOverwritten()
    {
        const auto plan = planPack(at(u"project/train.py"_s));
        QVERIFY(!writePack(*plan, at(u"project/train.py"_s)));
        QCOMPARE(bytesOf(at(u"project/train.py"_s)), "def main(): pass\n"_ba);
    }

    void whatIsNotThereOrEmptyIsSaid()
    {
        QVERIFY(!planPack(at(u"none"_s)));
        const auto empty = planPack(at(u"project/empty"_s));
        QVERIFY(!empty);
        QVERIFY(empty.error().message.contains(u"no file"));
        write(u"project/.gitignore"_s, "*\n");
        const auto ignored = planned();
        QVERIFY(!ignored);
        QVERIFY2(ignored.error().message.contains(u".gitignore:1"), qPrintable(ignored.error().message));
    }

    void tooManyFilesAreSaid()
    {
        PackOptions options;
        options.mostFiles = 3;
        const auto plan = planPack(at(u"project"_s), options);
        QVERIFY(!plan);
        QVERIFY(plan.error().message.contains(u"more than 3"));
    }

    void longNamesAreKept()
    {
        const QString deep = (QString(100, u'd') + u'/').repeated(4);
        write(u"project/"_s + deep + u"x.py"_s, "x = 1\n");
        const auto packed = pack();
        QVERIFY2(packed, packed ? "" : qPrintable(packed.error().text()));
        QVERIFY(
            runPython("import sys, tarfile\nprint('\\n'.join(tarfile.open(sys.argv[1]).getnames()))", {packed->path})
                .contains(deep.toUtf8() + "x.py\n"));
    }

private:
    QString at(const QString &path) const { return m_home->filePath(path); }

    void write(const QString &path, const QByteArray &bytes) const
    {
        QDir().mkpath(at(path).section(u'/', 0, -2));
        QFile file(at(path));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("%s cannot be written", qPrintable(path));
        file.write(bytes);
    }

    core::Result<PackPlan> planned() const { return planPack(at(u"project"_s)); }

    core::Result<Packed> pack() const
    {
        const auto plan = planned();
        return plan ? writePack(*plan, at(u"source.tar.gz"_s)) : core::fail(plan.error());
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QTemporaryDir> m_home2;
};

QTEST_GUILESS_MAIN(tst_Pack)
#include "tst_pack.moc"
