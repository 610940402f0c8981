#include "archive/ignore/builtin.h"
#include "archive/ignore/gitignore.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer::archive;
using namespace braketeer::archive::ignore;
using namespace Qt::StringLiterals;

namespace {

struct Question
{
    QByteArray rules;
    QByteArray path; ///< ends with a slash when it is a folder
};

/// Asks for the folders above a path first, as a walk does.
bool isIgnored(const Question &question)
{
    const Gitignore file = Gitignore::parse(question.rules);
    const bool folder = question.path.endsWith('/');
    const QByteArray path = folder ? question.path.chopped(1) : question.path;
    for (qsizetype slash = path.indexOf('/');; slash = path.indexOf('/', slash + 1)) {
        const bool last = slash < 0;
        const IgnoreRule *rule = file.find(last ? path : path.first(slash), !last || folder);
        if (rule && !rule->negated)
            return true;
        if (last)
            return false;
    }
}

bool run(const QString &folder, const QStringList &arguments, const QByteArray &input = {},
         QByteArray *output = nullptr)
{
    QProcess git;
    git.setWorkingDirectory(folder);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
    environment.insert(u"HOME"_s, folder);
    git.setProcessEnvironment(environment);
    git.start(u"git"_s, arguments);
    git.write(input);
    git.closeWriteChannel();
    git.waitForFinished();
    if (output)
        *output = git.readAllStandardOutput();
    return git.exitStatus() == QProcess::NormalExit && git.exitCode() <= 1;
}

/// With a slash at its end `git check-ignore` takes a folder's name for an empty one below it.
QByteArray withoutSlash(const QByteArray &path)
{
    return path.endsWith('/') ? path.chopped(1) : path;
}

/// What Git says of paths that exist in a repository with these rules.
class Repository
{
public:
    Repository() { run(m_folder.path(), {u"init"_s, u"-q"_s}); }

    bool isIgnored(const Question &question)
    {
        QFile rules(m_folder.filePath(u".gitignore"_s));
        if (!rules.open(QIODevice::WriteOnly))
            qFatal("no .gitignore");
        rules.write(question.rules);
        rules.close();
        make(question.path);
        QByteArray output;
        if (!run(m_folder.path(), {u"check-ignore"_s, u"--no-index"_s, u"-z"_s, u"--stdin"_s},
                 withoutSlash(question.path) + '\0', &output))
            qFatal("git check-ignore failed");
        clear(question.path);
        return !output.isEmpty();
    }

private:
    void make(const QByteArray &path) const
    {
        const QString name = QString::fromUtf8(path);
        QDir(m_folder.path())
            .mkpath(path.endsWith('/')    ? name
                    : name.contains(u'/') ? name.section(u'/', 0, -2)
                                          : u"."_s);
        if (path.endsWith('/'))
            return;
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("%s cannot be made", path.constData());
    }

    void clear(const QByteArray &path) const
    {
        const QString first = m_folder.filePath(QString::fromUtf8(path).section(u'/', 0, 0));
        if (!QDir(first).exists() || !QDir(first).removeRecursively())
            QFile::remove(first);
    }

    QTemporaryDir m_folder;
};

const QList<Question> &questions()
{
    static const QList<Question> list{
        {"*.log\n", "a.log"},
        {"*.log\n", "d/e/a.log"},
        {"*.log\n", "a.log.txt"},
        {"/a\n", "a"},
        {"/a\n", "d/a"},
        {"d/a\n", "d/a"},
        {"d/a\n", "e/d/a"},
        {"a/\n", "a"},
        {"a/\n", "a/"},
        {"a/\n", "a/b"},
        {"a/\n", "d/a/b"},
        {"d/a/\n", "e/d/a/"},
        {"**/a\n", "a"},
        {"**/a\n", "d/e/a"},
        {"**/d/a\n", "x/d/a"},
        {"a/**\n", "a/"},
        {"a/**\n", "a/b"},
        {"a/**\n", "a/b/c"},
        {"a/**/b\n", "a/b"},
        {"a/**/b\n", "a/x/b"},
        {"a/**/b\n", "a/x/y/b"},
        {"a/**/b\n", "ab"},
        {"a**/b\n", "a/b"},
        {"a**/b\n", "axy/b"},
        {"a**/b\n", "ax/y/b"},
        {"x/a**b\n", "x/acb"},
        {"x/a**b\n", "x/a/b"},
        {"a/*\n", "a/b"},
        {"a/*\n", "a/b/c"},
        {"a/*/c\n", "a/b/c"},
        {"a/*/c\n", "a/b/d/c"},
        {"*\n!*.py\n", "a.py"},
        {"*\n!*.py\n", "d/a.py"},
        {"/*\n!/d\n", "d/a.py"},
        {"*.py\n!a.py\n", "a.py"},
        {"!a.py\n*.py\n", "a.py"},
        {"d\n!d/a\n", "d/a"},
        {"# a\n", "# a"},
        {"\\#a\n", "#a"},
        {"\\!a\n", "!a"},
        {"a   \n", "a"},
        {"a\\ \n", "a "},
        {"a\\ \n", "a"},
        {"a\\\\ \n", "a\\"},
        {"a\t\n", "a"},
        {" a\n", "a"},
        {"a\r\nb\r\n", "b"},
        {"a", "a"},
        {"\xef\xbb\xbf"
         "a\n",
         "a"},
        {"[ab].c\n", "a.c"},
        {"[!ab].c\n", "a.c"},
        {"[^ab].c\n", "d.c"},
        {"[a-c]x\n", "bx"},
        {"[a-c]x\n", "dx"},
        {"[]x]y\n", "]y"},
        {"[a-]y\n", "-y"},
        {"[\\]]y\n", "]y"},
        {"[[:digit:]]*\n", "1a"},
        {"[[:digit:][:upper:]]y\n", "Ay"},
        {"[[:nonsense:]]y\n", "ny"},
        {"[[:digit]y\n", "[y"},
        {"[a\n", "[a"},
        {"a[\n", "a["},
        {"a\\\n", "a\\"},
        {"a?c\n", "abc"},
        {"d?a\n", "d/a"},
        {"x/d[/]a\n", "x/d/a"},
        {"*a*b*\n", "xaybz"},
        {"a*\n", "a"},
        {"?\n", "a"},
        {"/\n", "a"},
        {"//a\n", "a"},
        {"!\n", "a"},
        {"**\n", "a/b"},
        {"a/\n!a/\n", "a/"},
        {"d/**/*.py\n", "d/a.py"},
        {"**/__x__/**\n", "d/__x__/a"},
        {"gr\xc3\xb6*\n", "gr\xc3\xb6\xc3\x9f"
                          "e"},
        {"a\\*b\n", "a*b"},
        {"a\\*b\n", "axb"},
    };
    return list;
}

} // namespace

/// `.gitignore`, held against Git itself where it is installed.
class tst_Ignore : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void rulesAreThoseOfTheManual_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("ignored");
        const auto row = [](const QByteArray &rules, const QByteArray &path, bool ignored) {
            QTest::newRow((rules.toPercentEncoding(" /*!#[]?\\") + " on " + path).constData())
                << rules << path << ignored;
        };
        row("*.log\n", "d/e/a.log", true);
        row("/a\n", "d/a", false);
        row("a/\n", "a", false);
        row("a/\n", "d/a/b", true);
        row("a/**/b\n", "a/b", true);
        row("a/*/c\n", "a/b/d/c", false);
        row("*.py\n!a.py\n", "a.py", false);
        row("d\n!d/a\n", "d/a", true);
        row("\\#a\n", "#a", true);
        row("a\\ \n", "a ", true);
        row("a   \n", "a", true);
        row("[!ab].c\n", "a.c", false);
        row("[[:digit:]]*\n", "1a", true);
        row("[a\n", "[a", false);
    }

    void rulesAreThoseOfTheManual()
    {
        QFETCH(const QByteArray, rules);
        QFETCH(const QByteArray, path);
        QFETCH(const bool, ignored);
        QCOMPARE(isIgnored({rules, path}), ignored);
    }

    void gitSaysTheSame()
    {
        if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
            QSKIP("Git is not installed.");
        Repository repository;
        for (const Question &question : questions())
            QVERIFY2(isIgnored(question) == repository.isIgnored(question),
                     (question.rules.toPercentEncoding(" /*!#[]?\\") + " on " + question.path).constData());
    }

    /// Patterns and paths out of few characters, so that many fit.
    void gitSaysTheSameOfWhatChanceWrites()
    {
        if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
            QSKIP("Git is not installed.");
        Repository repository;
        QRandomGenerator random(7);
        const auto text = [&](const QByteArrayList &parts, int most) {
            QByteArray made;
            for (int i = 0, count = 1 + int(random.bounded(most)); i < count; ++i)
                made += parts.at(random.bounded(int(parts.size())));
            return made;
        };
        for (int i = 0; i < 400; ++i) {
            QByteArray path = text({"a", "b", "/", "ab"}, 6);
            while (path.contains("//"))
                path.replace("//", "/");
            path = path.startsWith('/') ? path.sliced(1) : path;
            if (path.isEmpty())
                continue;
            const Question question{
                text({"a", "b", "/", "*", "**", "**/", "/**", "?", "[ab]", "[!a]", "\\a", "!", "\n"}, 7) + '\n', path};
            QVERIFY2(isIgnored(question) == repository.isIgnored(question),
                     (question.rules.toPercentEncoding(" /*!#[]?\\") + " on " + question.path).constData());
        }
    }

    void patternsThatAreMadeToBeSlowAreNot()
    {
        const QByteArray text(2000, 'a');
        QVERIFY(!Wildmatch(QByteArray("*a").repeated(200) + "b", Wildmatch::Slashes::Plain).matches(text));
        QVERIFY(!Wildmatch(QByteArray("**/").repeated(2000) + "b", Wildmatch::Slashes::Path).matches(text));
        QVERIFY(Wildmatch(QByteArray("*a").repeated(200), Wildmatch::Slashes::Plain).matches(text));
    }

    void theRuleThatDecidedIsKnown()
    {
        const Gitignore file = Gitignore::parse("# first\n*.log\n\n!keep.log\n");
        QCOMPARE(file.find("a.log", false)->line, 2);
        QCOMPARE(file.find("a.log", false)->text, "*.log"_ba);
        QVERIFY(file.find("keep.log", false)->negated);
        QVERIFY(!file.find("a.txt", false));
    }

    void whatNeverBelongsInIsKnownByName()
    {
        QCOMPARE(builtinReason(".git"), IgnoreReason::VersionControl);
        QCOMPARE(builtinReason("__pycache__"), IgnoreReason::Cache);
        QCOMPARE(builtinReason("node_modules"), IgnoreReason::Cache);
        QVERIFY(!builtinReason("git"));
        QVERIFY(!builtinReason(".gitignore"));
    }
};

QTEST_APPLESS_MAIN(tst_Ignore)
#include "tst_ignore.moc"
