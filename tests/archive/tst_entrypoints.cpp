#include "archive/entrypoints.h"
#include "archive/warnings.h"

#include <QTest>

using namespace braketeer::archive;
using namespace Qt::StringLiterals;

namespace {

using Sources = QList<std::pair<QString, QByteArray>>;

ArchiveContents archiveOf(const Sources &sources)
{
    ArchiveContents contents;
    contents.format = Format::TarGz;
    for (const auto &[path, text] : sources) {
        ArchiveMember member;
        member.path = path;
        member.rawPath = path.toUtf8();
        member.size = text.size();
        member.text = text;
        contents.members << member;
    }
    return contents;
}

QStringList textsOf(const EntryPoints &found)
{
    QStringList texts;
    for (const EntryPoint &entryPoint : found.candidates)
        texts << entryPoint.text;
    return texts;
}

const QByteArray guarded = "def main():\n  pass\nif __name__ == '__main__':\n  main()\n";

} // namespace

Q_DECLARE_METATYPE(Sources)

/// What a job can be started with, and whether what was typed can be found.
class tst_EntryPoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void entryPointsAreFoundTheLikeliestFirst_data()
    {
        QTest::addColumn<Sources>("sources");
        QTest::addColumn<QStringList>("texts");

        QTest::newRow("one file as the SDK packs it")
            << Sources{{u"bell.py"_s, "print(1)\n"}} << QStringList{u"bell"_s};
        QTest::newRow("a folder as the SDK packs it")
            << Sources{{u"project/helper.py"_s, "def help():\n  pass\n"}, {u"project/train.py"_s, guarded}}
            << QStringList{u"project.train"_s, u"project.train:main"_s, u"project.helper:help"_s, u"project.helper"_s};
        QTest::newRow("a path that begins with ./")
            << Sources{{u"./project//train.py"_s, "run()\n"}} << QStringList{u"project.train"_s};
        QTest::newRow("packages") << Sources{{u"p/__init__.py"_s, "def start_here(): pass\n"},
                                             {u"p/__main__.py"_s, "go()\n"},
                                             {u"p/q/__init__.py"_s, ""},
                                             {u"p/q/r.py"_s, "go()\n"}}
                                  << QStringList{u"p"_s, u"p:start_here"_s, u"p.q.r"_s};
        QTest::newRow("a function with a good name before a script, tests last")
            << Sources{{u"p/a.py"_s, "go()\n"},
                       {u"p/b.py"_s, "def start_here(): pass\n"},
                       {u"p/test_b.py"_s, guarded},
                       {u"p/tests/c.py"_s, guarded}}
            << QStringList{u"p.b:start_here"_s, u"p.a"_s,           u"p.b"_s,           u"p.test_b"_s,
                           u"p.tests.c"_s,      u"p.test_b:main"_s, u"p.tests.c:main"_s};
        QTest::newRow("private functions behind the others, dunders not at all")
            << Sources{{u"a.py"_s, "def _b(): pass\ndef c(): pass\ndef __d__(): pass\n"}}
            << QStringList{u"a:c"_s, u"a"_s, u"a:_b"_s};
        QTest::newRow("a name defined twice is one")
            << Sources{{u"a.py"_s, "if x:\n  def b(): pass\nelse:\n  def b(): pass\n"}}
            << QStringList{u"a:b"_s, u"a"_s};
        QTest::newRow("letters of any language")
            << Sources{{u"größe/lauf.py"_s, "go()\n"}} << QStringList{u"größe.lauf"_s};
        QTest::newRow("the later of two members with one path counts")
            << Sources{{u"a.py"_s, "def b(): pass\n"}, {u"a.py"_s, "go()\n"}} << QStringList{u"a"_s};
    }

    void entryPointsAreFoundTheLikeliestFirst()
    {
        QFETCH(const Sources, sources);
        QFETCH(const QStringList, texts);
        QCOMPARE(textsOf(findEntryPoints(archiveOf(sources))), texts);
    }

    void whatIsNoEntryPointSaysWhy_data()
    {
        QTest::addColumn<Sources>("sources");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("word");

        const auto row = [](const char *name, const Sources &sources, const QString &path, const QString &word) {
            QTest::newRow(name) << sources << path << word;
        };
        row("hyphen", {{u"p/my-script.py"_s, "go()"}}, u"p/my-script.py"_s, u"hyphen"_s);
        row("digit first", {{u"p/1st.py"_s, "go()"}}, u"p/1st.py"_s, u"digit"_s);
        row("blank", {{u"p/a b.py"_s, "go()"}}, u"p/a b.py"_s, u"letters"_s);
        row("folder with a hyphen", {{u"my-project/a.py"_s, "go()"}}, u"my-project/a.py"_s, u"my-project"_s);
        row("folder with a dot", {{u"v1.0/a.py"_s, "go()"}}, u"v1.0/a.py"_s, u"v1.0"_s);
        row("hidden by a package", {{u"p/a.py"_s, "go()"}, {u"p/a/__init__.py"_s, ""}}, u"p/a.py"_s, u"package"_s);
        row("folder hidden by a module", {{u"p.py"_s, ""}, {u"p/a.py"_s, "go()"}}, u"p/a.py"_s, u"p.py"_s);
        row("a name of Python's own", {{u"code/a.py"_s, "go()"}}, u"code/a.py"_s, u"of its own"_s);
        row("init at the top", {{u"__init__.py"_s, ""}}, u"__init__.py"_s, u"no package"_s);
        row("async", {{u"a.py"_s, "async def main(): pass\n"}}, u"a.py"_s, u"async"_s);
        row("a hybrid job of its own", {{u"a.py"_s, "@hybrid_job(device=None)\ndef main(): pass\n"}}, u"a.py"_s,
            u"another job"_s);
        row("broken", {{u"a.py"_s, "x = 1\ny = 'no end\n"}}, u"a.py"_s, u"line 2"_s);
    }

    void whatIsNoEntryPointSaysWhy()
    {
        QFETCH(const Sources, sources);
        QFETCH(const QString, path);
        QFETCH(const QString, word);
        const EntryPoints found = findEntryPoints(archiveOf(sources));
        const auto other = std::ranges::find(found.others, path, &NoEntryPoint::path);
        QVERIFY(other != found.others.end());
        QVERIFY2(other->why.contains(word), qPrintable(other->why));
    }

    void filesThatAreNotReadAreStillModules()
    {
        ArchiveContents contents = archiveOf({{u"big.py"_s, {}}});
        contents.members.first().text.reset();
        QCOMPARE(textsOf(findEntryPoints(contents)), QStringList{u"big"_s});
    }

    void everyReasonIsDescribed()
    {
        const EntryPoints found = findEntryPoints(archiveOf(
            {{u"p/a.py"_s, guarded}, {u"p/__main__.py"_s, ""}, {u"p/b.py"_s, "go()"}, {u"p/c.py"_s, "def d(): 0"}}));
        QSet<QString> words;
        for (const EntryPoint &entryPoint : found.candidates)
            words << describe(entryPoint);
        QCOMPARE(words.size(), 6);
    }

    void anEntryPointIsCheckedAgainstTheArchive_data()
    {
        QTest::addColumn<QString>("entryPoint");
        QTest::addColumn<QString>("rule"); // empty: nothing is wrong
        QTest::addColumn<QString>("word");

        const auto row = [](const char *name, const QString &entryPoint, const QString &rule = {},
                            const QString &word = {}) { QTest::newRow(name) << entryPoint << rule << word; };
        row("module", u"p.a"_s);
        row("function", u"p.a:main"_s);
        row("class", u"p.a:Runner"_s);
        row("imported function", u"p.a:imported"_s);
        row("package with a main", u"m"_s);
        row("function of a package", u"p:start"_s);
        row("anything where everything is imported", u"p.star:whatever"_s);
        row("badly spelt is not this check's", u"p/a.py"_s);
        row("no such root", u"q.a"_s, u"V12"_s, u"no q at its top"_s);
        row("flat name of a file in a folder", u"a"_s, u"V12"_s, u"no a at its top"_s);
        row("no such module", u"p.z"_s, u"V12"_s, u"p/z.py"_s);
        row("package without a main", u"p"_s, u"V12"_s, u"__main__.py"_s);
        row("module that cannot be imported", u"json.a"_s, u"V12"_s, u"of its own"_s);
        row("no such function", u"p.a:run"_s, u"V13"_s, u"nothing called"_s);
        row("async function", u"p.a:later"_s, u"V13"_s, u"async"_s);
        row("broken module", u"p.broken:main"_s, u"V13"_s, u"line 1"_s);
    }

    void anEntryPointIsCheckedAgainstTheArchive()
    {
        QFETCH(const QString, entryPoint);
        QFETCH(const QString, rule);
        QFETCH(const QString, word);
        const Warnings warnings = checkEntryPoint(sample(), entryPoint);
        if (rule.isEmpty()) {
            QVERIFY2(warnings.isEmpty(), qPrintable(warnings.value(0).message));
            return;
        }
        QCOMPARE(warnings.size(), 1);
        QCOMPARE(warnings.first().rule, rule);
        QVERIFY2(warnings.first().message.contains(word), qPrintable(warnings.first().message));
    }

    void nothingIsCertainOfAnArchiveThatWasNotReadWhole()
    {
        ArchiveContents contents = sample();
        QCOMPARE(int(checkEntryPoint(contents, u"q.a"_s).value(0).severity), int(Severity::Error));
        contents.truncated = true;
        QCOMPARE(int(checkEntryPoint(contents, u"q.a"_s).value(0).severity), int(Severity::Warning));
    }

private:
    static ArchiveContents sample()
    {
        return archiveOf({{u"p/__init__.py"_s, "def start(): pass\n"},
                          {u"p/a.py"_s, "from x import imported\ndef main(): pass\nclass Runner: pass\n"
                                        "async def later(): pass\n"},
                          {u"p/star.py"_s, "from x import *\n"},
                          {u"p/broken.py"_s, "x = 'no end\n"},
                          {u"json/a.py"_s, "go()\n"},
                          {u"m/__main__.py"_s, "go()\n"}});
    }
};

QTEST_APPLESS_MAIN(tst_EntryPoints)
#include "tst_entrypoints.moc"
