#include "archive/checks/requirementline.h"
#include "archive/warnings.h"

#include <QTest>

using namespace braketeer::archive;
using namespace braketeer::archive::checks;
using namespace Qt::StringLiterals;

namespace {

ArchiveMember member(const QString &path, MemberType type = MemberType::File, const QString &target = {})
{
    ArchiveMember made;
    made.path = path;
    made.rawPath = path.toUtf8();
    made.type = type;
    made.target = target;
    return made;
}

ArchiveMember text(const QString &path, const QByteArray &bytes)
{
    ArchiveMember made = member(path);
    made.size = bytes.size();
    made.text = bytes;
    return made;
}

/// An archive that nothing is wrong with, and more.
ArchiveContents archiveWith(const QList<ArchiveMember> &more)
{
    ArchiveContents contents;
    contents.name = u"source.tar.gz"_s;
    contents.format = Format::TarGz;
    contents.members = {member(u"project"_s, MemberType::Folder), text(u"project/train.py"_s, "go()\n")};
    contents.members += more;
    return contents;
}

ArchiveMember sized(const QString &path, qint64 size)
{
    ArchiveMember made = member(path);
    made.size = size;
    return made;
}

QByteArray all(const Warnings &warnings)
{
    QStringList lines;
    for (const Warning &warning : warnings)
        lines << kindName(warning.kind) + u": "_s + warning.message;
    return lines.join(u'\n').toUtf8();
}

} // namespace

Q_DECLARE_METATYPE(ArchiveContents)

/// What is said of an archive.
class tst_Warnings : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void nothingIsSaidOfAGoodArchive()
    {
        const Warnings warnings = inspect(archiveWith({text(u"project/requirements.txt"_s, "numpy==2.1.0\n")}));
        QVERIFY2(warnings.isEmpty(), all(warnings).constData());
    }

    void eachTroubleIsSaid_data()
    {
        QTest::addColumn<ArchiveContents>("contents");
        QTest::addColumn<WarningKind>("kind");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<Severity>("severity");

        const auto row = [](const char *name, const ArchiveContents &contents, WarningKind kind, const QString &rule,
                            Severity severity) { QTest::newRow(name) << contents << kind << rule << severity; };
        const auto with = [](const ArchiveMember &one) { return archiveWith({one}); };
        const auto changed = [](auto change) {
            ArchiveContents contents = archiveWith({});
            change(contents);
            return contents;
        };
        using Kind = WarningKind;

        row("flat", with(text(u"more.py"_s, "go()")), Kind::FlatLayout, u"V12"_s, Severity::Warning);
        row("folder that no entry point can name", with(text(u"my-lib/a.py"_s, "")), Kind::EntryPointRoot, u"V12"_s,
            Severity::Warning);
        row("nothing to run", changed([](ArchiveContents &contents) { contents.members.removeLast(); }),
            Kind::NothingToRun, u"V12"_s, Severity::Error);
        row("name of another format", changed([](ArchiveContents &contents) { contents.name = u"source.zip"_s; }),
            Kind::WrongName, u"V15"_s, Severity::Error);
        row("zip", changed([](ArchiveContents &contents) {
                contents.format = Format::Zip;
                contents.name = u"source.zip"_s;
            }),
            Kind::NotGzip, u"V15"_s, Severity::Warning);
        row("damaged", changed([](ArchiveContents &contents) { contents.damage = u"It broke off."_s; }), Kind::Damaged,
            u"V15"_s, Severity::Error);
        row("encrypted", changed([](ArchiveContents &contents) { contents.members.last().encrypted = true; }),
            Kind::Encrypted, u"V15"_s, Severity::Error);
        row("absolute path", with(member(u"/etc/passwd"_s)), Kind::AbsolutePath, u"V16"_s, Severity::Error);
        row("path upwards", with(member(u"project/../../x"_s)), Kind::ParentPath, u"V16"_s, Severity::Error);
        row("absolute link", with(member(u"project/l"_s, MemberType::SymbolicLink, u"/etc"_s)), Kind::LinkOutside,
            u"V16"_s, Severity::Error);
        row("link upwards", with(member(u"project/l"_s, MemberType::SymbolicLink, u"a/../../../x"_s)),
            Kind::LinkOutside, u"V16"_s, Severity::Error);
        row("hard link upwards", with(member(u"project/d/l"_s, MemberType::HardLink, u"../x"_s)), Kind::LinkOutside,
            u"V16"_s, Severity::Error);
        row("link inside", with(member(u"project/l"_s, MemberType::SymbolicLink, u"../project/train.py"_s)),
            Kind::LinkInside, u"V16"_s, Severity::Warning);
        row("device", with(member(u"project/null"_s, MemberType::Device)), Kind::SpecialFile, u"V16"_s,
            Severity::Error);
        row("pipe", with(member(u"project/p"_s, MemberType::Fifo)), Kind::SpecialFile, u"V16"_s, Severity::Error);
        row("twice", with(text(u"./project/train.py"_s, "x = 1\n")), Kind::DuplicateName, u"V16"_s, Severity::Warning);
        row("name that is not UTF-8", changed([](ArchiveContents &contents) {
                contents.members << member(u"project/gr\uFFFDn"_s);
                contents.members.last().rawPath = "project/gr\xfcn";
            }),
            Kind::NameNotUtf8, u"V16"_s, Severity::Warning);
        row("part of a name too long", with(member(u"project/"_s + QString(256, u'x'))), Kind::NameTooLong, u"V16"_s,
            Severity::Error);
        row("name too long", with(member(QString(u"project/"_s).repeated(600))), Kind::NameTooLong, u"V16"_s,
            Severity::Error);
        row("two requirements", archiveWith({text(u"requirements.txt"_s, ""), text(u"project/requirements.txt"_s, "")}),
            Kind::SeveralRequirements, u"V17"_s, Severity::Warning);
        row("requirements deep down", with(text(u"project/tests/requirements.txt"_s, "")), Kind::RequirementsNotAtTop,
            u"V17"_s, Severity::Info);
        row("requirements too large to read", with(member(u"requirements.txt"_s)), Kind::RequirementsUnreadable,
            u"V17"_s, Severity::Info);
        row("unpinned", with(text(u"requirements.txt"_s, "numpy\n")), Kind::UnpinnedRequirement, u"V17"_s,
            Severity::Info);
        row("private index", with(text(u"requirements.txt"_s, "--index-url https://x/\n")), Kind::PrivateIndex,
            u"V17"_s, Severity::Warning);
        row("editable", with(text(u"requirements.txt"_s, "-e .\n")), Kind::EditableRequirement, u"V17"_s,
            Severity::Warning);
        row("version control", with(text(u"requirements.txt"_s, "git+https://x/y\n")),
            Kind::RequirementFromVersionControl, u"V17"_s, Severity::Warning);
        row("file", with(text(u"requirements.txt"_s, "./lib/x.whl\n")), Kind::RequirementFromPath, u"V17"_s,
            Severity::Warning);
        row("bytecode", with(member(u"project/a.cpython-310.pyc"_s)), Kind::Bytecode, u"V18"_s, Severity::Warning);
        row("pickle", with(member(u"project/a.pkl"_s)), Kind::Pickle, u"V18"_s, Severity::Info);
        row("wheel of another Python", with(member(u"project/a-1.0-cp310-cp310-manylinux2014_x86_64.whl"_s)),
            Kind::OtherPythonsBinary, u"V18"_s, Severity::Warning);
        row("wheel of another system", with(member(u"project/a-1.0-cp312-cp312-win_amd64.whl"_s)),
            Kind::OtherPythonsBinary, u"V18"_s, Severity::Warning);
        row("module of another Python", with(member(u"project/a.cpython-311-x86_64-linux-gnu.so"_s)),
            Kind::OtherPythonsBinary, u"V18"_s, Severity::Warning);
        row("large", changed([](ArchiveContents &contents) { contents.packedSize = 301LL << 20; }), Kind::TooLarge,
            u"V19"_s, Severity::Warning);
        row("unpacks to more", changed([](ArchiveContents &contents) {
                contents.packedSize = 1000;
                contents.unpackedSize = 100LL << 20;
            }),
            Kind::HighRatio, u"V19"_s, Severity::Warning);
        row("many members", changed([](ArchiveContents &contents) {
                for (int i = 0; i < 20'001; ++i)
                    contents.members << member(u"project/d/%1"_s.arg(i));
            }),
            Kind::TooManyMembers, u"V19"_s, Severity::Warning);
        row("git", with(member(u"project/.git/config"_s)), Kind::VersionControlInside, u"V19"_s, Severity::Warning);
        row("venv", with(member(u"project/venv/pyvenv.cfg"_s)), Kind::VirtualEnvironmentInside, u"V19"_s,
            Severity::Warning);
        row("cache", with(member(u"project/__pycache__/x"_s)), Kind::CachesInside, u"V19"_s, Severity::Info);
        row("checkpoints", with(sized(u"project/checkpoints/1"_s, 10)), Kind::CheckpointsInside, u"V19"_s,
            Severity::Warning);
        row("model", with(sized(u"project/model.pt"_s, 10)), Kind::CheckpointsInside, u"V19"_s, Severity::Warning);
        row("not read whole", changed([](ArchiveContents &contents) {
                contents.truncated = true;
                contents.stopped = u"Only the first member was looked at."_s;
            }),
            Kind::NotLookedAtWhole, u"V19"_s, Severity::Info);
    }

    void eachTroubleIsSaid()
    {
        QFETCH(const ArchiveContents, contents);
        QFETCH(const WarningKind, kind);
        QFETCH(const QString, rule);
        QFETCH(const Severity, severity);
        const Warnings warnings = inspect(contents);
        const auto found = std::ranges::find(warnings, kind, &Warning::kind);
        QVERIFY2(found != warnings.end(), all(warnings).constData());
        QCOMPARE(found->rule, rule);
        QCOMPARE(int(found->severity), int(severity));
        QVERIFY(!found->message.isEmpty());
        QVERIFY2(!found->message.contains(u'%'), qPrintable(found->message));
    }

    void theWorstComesFirst()
    {
        const Warnings warnings = inspect(archiveWith({member(u"project/a.pkl"_s), member(u"/x"_s)}));
        QCOMPARE(int(warnings.first().severity), int(Severity::Error));
        QCOMPARE(int(warnings.last().severity), int(Severity::Info));
    }

    void manyMembersWithOneTroubleAreOneSentence()
    {
        QList<ArchiveMember> many;
        for (int i = 0; i < 1000; ++i)
            many << member(u"/x/%1"_s.arg(i));
        const Warnings warnings = inspect(archiveWith(many));
        QCOMPARE(std::ranges::count(warnings, WarningKind::AbsolutePath, &Warning::kind), 1);
        QVERIFY2(warnings.first().message.contains(u"1000"), qPrintable(warnings.first().message));
        QCOMPARE(warnings.first().path, u"/x/0"_s);
    }

    void wheelsForEverybodyAndPython312AreFine_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"a-1.0-py3-none-any.whl", "a-1.0-py2.py3-none-any.whl",
                                 "a-1.0-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
                                 "a-1.0-cp38-abi3-manylinux2014_x86_64.whl", "a.cpython-312-x86_64-linux-gnu.so",
                                 "liba.so", "a.cpython-312.pyc"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void wheelsForEverybodyAndPython312AreFine()
    {
        QFETCH(const QString, name);
        const Warnings warnings = inspect(archiveWith({member(u"project/"_s + name)}));
        QVERIFY2(warnings.isEmpty(), all(warnings).constData());
    }

    void requirementsAreReadAsPipReadsThem_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("kind"); // -1: nothing
        using Kind = RequirementLine::Kind;
        const auto row = [](const QByteArray &line, int kind) { QTest::newRow(line.constData()) << line << kind; };
        row("numpy==1.2", int(Kind::Pinned));
        row("numpy == 1.2.3 # because", int(Kind::Pinned));
        row("numpy[extra]==1.2 ; python_version > '3'", int(Kind::Pinned));
        row("numpy===1.2", int(Kind::Pinned));
        row("numpy==1.2 --hash=sha256:abc", int(Kind::Pinned));
        row("numpy==1.*", int(Kind::Unpinned));
        row("numpy>=1,==1.2", int(Kind::Unpinned));
        row("numpy", int(Kind::Unpinned));
        row("numpy~=1.2", int(Kind::Unpinned));
        row("-e .", int(Kind::Editable));
        row("-e git+https://x/y#egg=z", int(Kind::Editable));
        row("--editable=./x", int(Kind::Editable));
        row("git+ssh://git@x/y", int(Kind::VersionControl));
        row("z @ git+https://x/y@main", int(Kind::VersionControl));
        row("z @ https://x/y.whl", int(Kind::Path));
        row("https://x/y.tar.gz", int(Kind::Path));
        row("./x", int(Kind::Path));
        row("x.whl", int(Kind::Path));
        row("-r other.txt", int(Kind::Path));
        row("-rother.txt", int(Kind::Path));
        row("-c constraints.txt", int(Kind::Path));
        row("-i https://x", int(Kind::Index));
        row("--extra-index-url https://x", int(Kind::Index));
        row("--find-links=x", int(Kind::Index));
        row("--pre", -1);
        row("# comment", -1);
        row("   ", -1);
    }

    void requirementsAreReadAsPipReadsThem()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const int, kind);
        const auto found = readRequirements(line);
        QCOMPARE(found.size(), kind < 0 ? 0 : 1);
        if (kind >= 0)
            QCOMPARE(int(found.first().kind), kind);
    }

    void linesOfRequirementsAreCountedAndJoined()
    {
        const auto found = readRequirements("\xef\xbb\xbf# first\r\n\r\na==\\\r\n1.0\r\nb\r\n");
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0], (RequirementLine{RequirementLine::Kind::Pinned, 3, u"a==1.0"_s}));
        QCOMPARE(found[1], (RequirementLine{RequirementLine::Kind::Unpinned, 5, u"b"_s}));
    }

    void noPasswordOfAnIndexIsRepeated()
    {
        const Warnings warnings = inspect(
            archiveWith({text(u"requirements.txt"_s, "--index-url https://me:secret@x.org/simple\n")}));
        QVERIFY2(!all(warnings).contains("secret"), all(warnings).constData());
        QVERIFY(all(warnings).contains("x.org"));
    }
};

QTEST_APPLESS_MAIN(tst_Warnings)
#include "tst_warnings.moc"
