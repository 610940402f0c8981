#include "archive/entrypoints.h"
#include "archive/look.h"
#include "archive/pythonscript.h"
#include "archive/warnings.h"
#include "archive/zip/directory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace braketeer;
using namespace braketeer::archive;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;

namespace {

/// What the scripts below begin with: `t` takes members for a tar, `z` for a zip, `name` is where to write.
const QByteArray prelude = R"(
import io, os, struct, sys, tarfile, zipfile
name = sys.argv[1]
def tar(members, mode='w:gz', **more):
    with tarfile.open(name, mode, **more) as t:
        for m in members:
            m = dict(m)
            i = tarfile.TarInfo(m.pop('name'))
            data = m.pop('data', b'')
            i.size = m.pop('size', len(data))
            for k, v in m.items():
                setattr(i, k, v)
            t.addfile(i, io.BytesIO(data) if i.isreg() else None)
def zipped(members):
    with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED) as z:
        for n, data in members:
            z.writestr(n, data)
good = [{'name': 'p', 'type': tarfile.DIRTYPE}, {'name': 'p/train.py', 'data': b'def main(): pass\n', 'mode': 0o755}]
)";

QByteArray summary(const ArchiveContents &contents)
{
    QByteArrayList words;
    for (const ArchiveMember &member : contents.members)
        words << member.path.toUtf8() + (member.type == MemberType::Folder ? "/" : "");
    return words.join(' ');
}

bool hasWarning(const ArchiveContents &contents, WarningKind kind)
{
    return std::ranges::count(inspect(contents), kind, &Warning::kind) > 0;
}

Source bytesSource(const QByteArray &bytes, const QString &name = u"x"_s)
{
    return {name, bytes.size(),
            [bytes](qint64 offset, qint64 length) -> core::Result<QByteArray> { return bytes.mid(offset, length); }};
}

} // namespace

/// Archives written by Python's own libraries, good, odd and hostile.
class tst_Look : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void goodArchivesAreListed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("format");
        QTest::newRow("tar.gz") << u"a.tar.gz"_s << "tar(good)"_ba << int(Format::TarGz);
        QTest::newRow("tar.gz of GNU") << u"a.tgz"_s << "tar(good, format=tarfile.GNU_FORMAT)"_ba << int(Format::TarGz);
        QTest::newRow("tar") << u"a.tar"_s << "tar(good, 'w')"_ba << int(Format::Tar);
        QTest::newRow("tar.bz2") << u"a.tar.bz2"_s << "tar(good, 'w:bz2')"_ba << int(Format::OtherArchive);
        QTest::newRow("tar.xz") << u"a.tar.xz"_s << "tar(good, 'w:xz')"_ba << int(Format::OtherArchive);
        QTest::newRow("zip") << u"a.zip"_s << "zipped([('p/', b''), ('p/train.py', b'def main(): pass\\n')])"_ba
                             << int(Format::Zip);
    }

    void goodArchivesAreListed()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, code);
        QFETCH(const int, format);
        const auto contents = look(name, code);
        QVERIFY(contents);
        QCOMPARE(int(contents->format), format);
        QCOMPARE(summary(*contents), "p/ p/train.py"_ba);
        QCOMPARE(contents->members.last().text, "def main(): pass\n"_ba);
        QCOMPARE(contents->members.last().size, 17);
        QCOMPARE(contents->unpackedSize, 17);
        QVERIFY(contents->damage.isEmpty() && !contents->truncated);
        QCOMPARE(findEntryPoints(*contents).candidates.first().text, u"p.train:main"_s);
        QVERIFY(!hasWarning(*contents, WarningKind::WrongName));
    }

    void aPythonFileIsItsOwnMember()
    {
        const auto contents = look(u"bell.py"_s, "open(name, 'w').write('run()\\n')");
        QVERIFY(contents);
        QCOMPARE(int(contents->format), int(Format::PythonFile));
        QCOMPARE(findEntryPoints(*contents).candidates.first().text, u"bell"_s);
        QVERIFY(inspect(*contents).isEmpty());
    }

    void hostileMembersAreSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<WarningKind>("kind");
        const auto tar = [](const char *name, const QByteArray &member, WarningKind kind) {
            QTest::newRow(name) << u"a.tar.gz"_s << "tar(good + [" + member + "])" << kind;
        };
        const auto zip = [](const char *name, const QByteArray &code, WarningKind kind) {
            QTest::newRow(name) << u"a.zip"_s << code << kind;
        };
        using Kind = WarningKind;
        tar("absolute", "{'name': '/etc/cron.d/x', 'data': b'x'}", Kind::AbsolutePath);
        tar("upwards", "{'name': '../../x', 'data': b'x'}", Kind::ParentPath);
        tar("link outside", "{'name': 'p/l', 'type': tarfile.SYMTYPE, 'linkname': '/etc/passwd'}", Kind::LinkOutside);
        tar("hard link outside", "{'name': 'p/l', 'type': tarfile.LNKTYPE, 'linkname': '../x'}", Kind::LinkOutside);
        tar("link inside", "{'name': 'p/l', 'type': tarfile.SYMTYPE, 'linkname': 'train.py'}", Kind::LinkInside);
        tar("character device", "{'name': 'p/d', 'type': tarfile.CHRTYPE, 'devmajor': 1, 'devminor': 3}",
            Kind::SpecialFile);
        tar("block device", "{'name': 'p/d', 'type': tarfile.BLKTYPE}", Kind::SpecialFile);
        tar("pipe", "{'name': 'p/f', 'type': tarfile.FIFOTYPE}", Kind::SpecialFile);
        tar("twice", "{'name': './p/train.py', 'data': b'x'}", Kind::DuplicateName);
        tar("long name", "{'name': 'p/' + 'x' * 300, 'data': b'x'}", Kind::NameTooLong);
        tar("very long name", "{'name': 'p/' + 'x/' * 3000, 'data': b'x'}", Kind::NameTooLong);
        QTest::newRow("name in Latin 1")
            << u"a.tar.gz"_s
            << "tar(good + [{'name': 'p/gr\\u00fcn', 'data': b'x'}], format=tarfile.GNU_FORMAT, encoding='latin-1')"_ba
            << Kind::NameNotUtf8;
        zip("zip: absolute", "zipped([('/x', b'')])", Kind::AbsolutePath);
        zip("zip: upwards", "zipped([('../x', b'')])", Kind::ParentPath);
        zip("zip: link",
            "i = zipfile.ZipInfo('p/l'); i.create_system = 3; i.external_attr = 0o120777 << 16\n"
            "zipped([(i, b'/etc/passwd')])",
            Kind::LinkInside);
        zip("zip: twice", "import warnings; warnings.simplefilter('ignore')\nzipped([('a', b''), ('a', b'')])",
            Kind::DuplicateName);
        zip("zip: encrypted",
            "i = zipfile.ZipInfo('a.py'); zipped([(i, b'x')])\n"
            "d = bytearray(open(name, 'rb').read()); d[d.rfind(b'PK\\1\\2') + 8] |= 1; d[6] |= 1\n"
            "open(name, 'wb').write(d)",
            Kind::Encrypted);
        zip("zip: name in CP437",
            "zipped([('gr_n.txt', b'x')])\nd = open(name, 'rb').read().replace(b'gr_n', b'gr\\x81n')\n"
            "open(name, 'wb').write(d)",
            Kind::NameNotUtf8);
    }

    void hostileMembersAreSaid()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, code);
        QFETCH(const WarningKind, kind);
        const auto contents = look(name, code);
        QVERIFY(contents);
        QVERIFY2(hasWarning(*contents, kind), summary(*contents).constData());
    }

    void namesBeyondAsciiAreRead()
    {
        for (const QString &name : {u"a.tar.gz"_s, u"a.zip"_s}) {
            const QByteArray code = name.endsWith("zip"_L1)
                                        ? "zipped([('gr\\u00f6\\u00dfe.py', b'go()')])"
                                        : "tar([{'name': 'gr\\u00f6\\u00dfe.py', 'data': b'go()'}])";
            const auto contents = look(name, code);
            QVERIFY(contents);
            QCOMPARE(contents->members.first().path, u"größe.py"_s);
            QVERIFY(!hasWarning(*contents, WarningKind::NameNotUtf8));
        }
    }

    void aNameInCp437IsReadAsPythonReadsIt()
    {
        const auto contents = look(u"a.zip"_s, "zipped([('gr_n.txt', b'x')])\n"
                                               "d = open(name, 'rb').read().replace(b'gr_n', b'gr\\x81n')\n"
                                               "open(name, 'wb').write(d)");
        QVERIFY(contents);
        QCOMPARE(contents->members.first().path, u"grün.txt"_s);
    }

    void whatIsNoArchiveIsRefusedWithASentence_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("empty") << u"a.tar.gz"_s << "open(name, 'w')"_ba;
        QTest::newRow("text") << u"a.tar.gz"_s << "open(name, 'w').write('no archive')"_ba;
        QTest::newRow("gzip without a tar")
            << u"a.tar.gz"_s << "import gzip; gzip.open(name, 'w').write(b'no tar' * 500)"_ba;
        QTest::newRow("gzip that is only a head")
            << u"a.tar.gz"_s << "open(name, 'wb').write(b'\\x1f\\x8b\\x08\\0')"_ba;
        QTest::newRow("zip without a directory")
            << u"a.zip"_s
            << "zipped([('a', b'x' * 100)])\nd = open(name, 'rb').read()\nopen(name, 'wb').write(d[:-60])"_ba;
        QTest::newRow("zip whose directory is elsewhere")
            << u"a.zip"_s
            << "zipped([('a', b'x')])\nd = bytearray(open(name, 'rb').read())\nd[-6:-2] = b'\\xff\\xff\\xff\\x7f'\n"
               "open(name, 'wb').write(d)"_ba;
    }

    void whatIsNoArchiveIsRefusedWithASentence()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, code);
        const auto contents = look(name, code);
        QVERIFY(!contents);
        QCOMPARE(int(contents.error().kind), int(core::Error::Kind::Usage));
        QVERIFY2(contents.error().message.endsWith(u'.'), qPrintable(contents.error().message));
    }

    void aBrokenArchiveGivesWhatCouldBeRead()
    {
        const auto contents = look(u"a.tar.gz"_s, "tar(good + [{'name': 'p/data', 'data': os.urandom(200000)}])\n"
                                                  "d = open(name, 'rb').read()\nopen(name, 'wb').write(d[:100000])");
        QVERIFY(contents);
        QCOMPARE(summary(*contents), "p/ p/train.py p/data"_ba);
        QVERIFY(!contents->damage.isEmpty());
        QVERIFY(hasWarning(*contents, WarningKind::Damaged));
    }

    void aBrokenMemberOfAZipIsFound()
    {
        const auto contents = look(u"a.zip"_s, "zipped([('a.py', b'x = 1\\n' * 100)])\n"
                                               "d = bytearray(open(name, 'rb').read()); d[38] ^= 0x55\n"
                                               "open(name, 'wb').write(d)");
        QVERIFY(contents);
        QVERIFY(hasWarning(*contents, WarningKind::Damaged));
        QVERIFY(!contents->members.first().text);
    }

    void bombsAreGivenUp()
    {
        const auto contents = look(u"a.tar.gz"_s,
                                   "tar([{'name': 'p/%d' % i, 'data': bytes(10 << 20)} for i in range(8)])");
        QVERIFY(contents);
        QVERIFY(contents->truncated);
        QVERIFY2(contents->stopped.contains(u"200"), qPrintable(contents->stopped));
        QVERIFY(contents->members.size() < 4);
    }

    void aMemberThatSaysItIsHugeIsNotBelieved()
    {
        const auto contents = look(u"a.tar"_s, "tar(good + [{'name': 'p/huge.py', 'data': b'x', 'size': 1}], 'w')\n"
                                               "d = bytearray(open(name, 'rb').read())\n"
                                               "at = d.find(b'p/huge.py'); d[at+124:at+136] = b'77777777777\\0'\n"
                                               "d[at+148:at+156] = b' ' * 8\n"
                                               "d[at+148:at+156] = b'%06o\\0 ' % sum(d[at:at+512])\n"
                                               "open(name, 'wb').write(d)");
        QVERIFY(contents);
        QVERIFY(!contents->damage.isEmpty());
        QVERIFY(!contents->members.last().text);
    }

    void overlappingMembersOfAZipAreFound()
    {
        // Two entries of the directory for one and the same member, as a bomb has thousands.
        const auto contents = look(u"a.zip"_s, R"(zipped([('a.py', b'x' * 1000)])
d = open(name, 'rb').read()
at = d.find(b'PK\1\2'); end = d.rfind(b'PK\5\6')
entry = d[at:end]
open(name, 'wb').write(d[:at] + entry * 3 + struct.pack('<4sHHHHIIH', b'PK\5\6', 0, 0, 3, 3, len(entry) * 3, at, 0))
)");
        QVERIFY(contents);
        QVERIFY2(contents->damage.contains(u"over one another"), qPrintable(contents->damage));
    }

    void limitsAreKept_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("code");
        const QByteArray many = "[{'name': 'p/%d.py' % i, 'data': b'x'} for i in range(50)]";
        QTest::newRow("tar.gz") << u"a.tar.gz"_s << "tar(" + many + ")";
        QTest::newRow("zip") << u"a.zip"_s << "zipped([('p/%d.py' % i, b'x') for i in range(50)])"_ba;
    }

    void limitsAreKept()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, code);
        LookLimits limits;
        limits.members = 10;
        const auto contents = look(name, code, limits);
        QVERIFY(contents);
        QCOMPARE(contents->members.size(), 10);
        QVERIFY(contents->truncated);
        QVERIFY(contents->damage.isEmpty());
    }

    void noMoreIsReadThanAllowed()
    {
        const QByteArray bytes = write(u"a.tar.gz"_s,
                                       "tar([{'name': 'p/%d' % i, 'data': os.urandom(1 << 20)} for i in range(8)])");
        qint64 furthest = 0;
        Source source = bytesSource(bytes, u"a.tar.gz"_s);
        const auto read = source.read;
        source.read = [&](qint64 offset, qint64 length) {
            furthest = std::max(furthest, offset + length);
            return read(offset, length);
        };
        LookLimits limits;
        limits.packedBytes = 2 << 20;
        const auto contents = archive::look(source, limits);
        QVERIFY(contents);
        QVERIFY(contents->truncated);
        QVERIFY(contents->members.size() >= 2 && contents->members.size() < 8);
        QVERIFY2(furthest <= limits.packedBytes + 1, QByteArray::number(furthest));
    }

    void textsBeyondTheLimitAreNotRead()
    {
        LookLimits limits;
        limits.textBytes = 10;
        for (const QString &name : {u"a.tar.gz"_s, u"a.zip"_s}) {
            const QByteArray code =
                name.endsWith("zip"_L1)
                    ? "zipped([('a.py', b'x' * 11), ('b.py', b'x' * 10)])"
                    : "tar([{'name': 'a.py', 'data': b'x' * 11}, {'name': 'b.py', 'data': b'x' * 10}])";
            const auto contents = look(name, code, limits);
            QVERIFY(contents);
            QVERIFY(!contents->members.first().text);
            QCOMPARE(contents->members.last().text, QByteArray(10, 'x'));
        }
    }

    void aZipIsListedFromItsTailAlone()
    {
        const QByteArray bytes = write(u"a.zip"_s, "zipped([('p/data%d' % i, os.urandom(1 << 20)) for i in range(8)]"
                                                   " + [('p/train.py', b'go()')])");
        qint64 read = 0;
        Source source = bytesSource(bytes, u"a.zip"_s);
        const auto reads = source.read;
        source.read = [&](qint64 offset, qint64 length) {
            auto got = reads(offset, length);
            read += got->size();
            return got;
        };
        const auto contents = archive::look(source);
        QVERIFY(contents);
        QCOMPARE(contents->members.size(), 9);
        QCOMPARE(contents->members.last().text, "go()"_ba);
        QVERIFY2(read <= 3 * (256 << 10), QByteArray::number(read));
    }

    void zip64AndCommentsAndProgramsBeforeAZipAreRead_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("zip64 fields") << R"(
with zipfile.ZipFile(name, 'w') as z:
    with z.open(zipfile.ZipInfo('p/train.py'), 'w', force_zip64=True) as f:
        f.write(b'go()')
)"_ba;
        QTest::newRow("zip64 directory") << R"(zipped([('p/train.py', b'go()')])
d = open(name, 'rb').read()
at = d.find(b'PK\1\2'); end = d.rfind(b'PK\5\6')
record = struct.pack('<4sQHHIIQQQQ', b'PK\6\6', 44, 45, 45, 0, 0, 1, 1, end - at, at)
locator = struct.pack('<4sIQI', b'PK\6\7', 0, end, 1)
last = struct.pack('<4sHHHHIIH', b'PK\5\6', 0, 0, 0xffff, 0xffff, 0xffffffff, 0xffffffff, 0)
open(name, 'wb').write(d[:end] + record + locator + last)
)"_ba;
        QTest::newRow("comment with an end in it") << R"(zipped([('p/train.py', b'go()')])
with zipfile.ZipFile(name, 'a') as z: z.comment = b'PK\5\6' + b'x' * 1000
)"_ba;
        QTest::newRow("more than 65,535 members") << R"(
with zipfile.ZipFile(name, 'w') as z:
    z.writestr('p/train.py', b'go()')
    for i in range(66000): z.writestr('d/%d' % i, b'')
)"_ba;
    }

    void zip64AndCommentsAndProgramsBeforeAZipAreRead()
    {
        QFETCH(const QByteArray, code);
        const auto contents = look(u"a.zip"_s, code);
        QVERIFY2(contents, contents ? "" : qPrintable(contents.error().message));
        QVERIFY2(contents->damage.isEmpty(), qPrintable(contents->damage));
        QCOMPARE(contents->members.first().path, u"p/train.py"_s);
        QCOMPARE(contents->members.first().text, "go()"_ba);
    }

    void aZipBehindOtherBytesIsRead()
    {
        const QByteArray bytes = "#!/bin/sh\n"_ba.repeated(100)
                                 + write(u"a.zip"_s, "zipped([('p/train.py', b'go()')])");
        const auto directory = zip::readDirectory(bytesSource(bytes), 100);
        QVERIFY(directory);
        QCOMPARE(directory->entries.size(), 1);
        QCOMPARE(directory->entries.first().headerAt, 1000);
        QVERIFY(directory->damage.isEmpty());
    }

    void aZipThatWasWrittenInOneGoIsRead()
    {
        // Sizes behind the data instead of before it, as pipes need it.
        const auto contents = look(u"a.zip"_s, R"(
class Pipe(io.RawIOBase):
    def __init__(self): self.f = open(name, 'wb')
    def writable(self): return True
    def write(self, b): return self.f.write(b)
with zipfile.ZipFile(Pipe(), 'w') as z:
    z.writestr('p/train.py', b'go()')
)");
        QVERIFY(contents);
        QCOMPARE(contents->members.first().text, "go()"_ba);
    }

    void reasonsOfTheSourceAreHandedOn()
    {
        Source source = bytesSource(write(u"a.tar.gz"_s, "tar([{'name': 'p', 'data': os.urandom(3 << 20)}])"),
                                    u"a.tar.gz"_s);
        const auto read = source.read;
        source.read = [&](qint64 offset, qint64 length) -> core::Result<QByteArray> {
            if (offset > 0)
                return core::fail(core::Error::Kind::Network, u"The line is down."_s);
            return read(offset, length);
        };
        const auto contents = archive::look(source);
        QVERIFY(!contents);
        QCOMPARE(contents.error().message, u"The line is down."_s);
    }

    void lookingCanBeStopped()
    {
        std::stop_source stop;
        Source source = bytesSource(write(u"a.tar.gz"_s, "tar([{'name': 'p', 'data': os.urandom(3 << 20)}])"),
                                    u"a.tar.gz"_s);
        const auto read = source.read;
        source.read = [&](qint64 offset, qint64 length) {
            stop.request_stop();
            return read(offset, length);
        };
        const auto contents = archive::look(source, {}, stop.get_token());
        QVERIFY(!contents);
        QCOMPARE(int(contents.error().kind), int(core::Error::Kind::Cancelled));
    }

    void aFileThatIsNotThereIsSaid()
    {
        QVERIFY(!fileSource(m_folder.filePath(u"none.zip"_s)));
        QVERIFY(!fileSource(m_folder.path()));
    }

private:
    /// What `code` writes under a name.
    QByteArray write(const QString &name, const QByteArray &code)
    {
        const QString path = m_folder.filePath(name);
        QFile::remove(path);
        runPython(prelude + code, {path});
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    core::Result<ArchiveContents> look(const QString &name, const QByteArray &code, const LookLimits &limits = {})
    {
        write(name, code);
        const auto source = fileSource(m_folder.filePath(name));
        return source ? archive::look(*source, limits) : core::fail(source.error());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_Look)
#include "tst_look.moc"
