#include "exchange/commandline/createjobarguments.h"
#include "exchange/json/writejson.h"
#include "exchange/shorthand/clivalidation.h"
#include "exchange/shorthand/parseshorthand.h"
#include "exchange/shorthand/readoption.h"
#include "exchange/yaml/readyaml.h"
#include "job/schema/schema.h"
#include "suite.h"

#include <QTemporaryDir>

using namespace braketeer;
using namespace braketeer::exchange;
using namespace Qt::StringLiterals;
using job::Value;

namespace {

core::Result<QByteArray> noFile(const QString &path)
{
    return core::fail(core::Error::Kind::Usage, u"no file "_s + path);
}

QStringList texts(const Value *list)
{
    QStringList result;
    if (list) {
        for (const Value &item : list->items())
            result << item.toText();
    }
    return result;
}

/// The AWS CLI's own options that may stand anywhere on its command line.
QList<OptionRule> globalRules()
{
    return {{.name = u"--debug"_s, .takes = OptionRule::Takes::Nothing},
            {.name = u"--endpoint-url"_s},
            {.name = u"--output"_s, .choices = {u"json"_s, u"text"_s, u"table"_s, u"yaml"_s, u"yaml-stream"_s}},
            {.name = u"--query"_s},
            {.name = u"--profile"_s},
            {.name = u"--region"_s},
            {.name = u"--no-cli-pager"_s, .takes = OptionRule::Takes::Nothing}};
}

core::Result<CreateJobArguments> parseCommand(const QStringList &arguments)
{
    const auto global = parseArguments(globalRules(), arguments);
    if (!global)
        return core::fail(global.error());
    return parseCreateJobArguments(global->rest, readLocalFile);
}

void collectPaths(const Value &value, const QString &path, QStringList &paths)
{
    if (value.isMap()) {
        for (const Value::Entry &entry : value.entries())
            collectPaths(entry.value, path.isEmpty() ? entry.key : path + u'.' + entry.key, paths);
    } else if (value.isList()) {
        for (const Value &item : value.items())
            collectPaths(item, path + u"[]"_s, paths);
    } else {
        paths << path;
    }
}

void compareSkeleton(SkeletonKind kind, const Value &expected)
{
    const bool yaml = expected.find(u"format")->toText() == u"yaml"_s;
    QCOMPARE(kind, yaml ? SkeletonKind::YamlInput : SkeletonKind::Input);
    const auto document = yaml ? readYaml(skeleton(kind)) : readJson(skeleton(kind));
    QVERIFY(document);
    QStringList paths;
    collectPaths(*document, {}, paths);
    const QStringList keys = texts(expected.find(u"keys"));
    for (const QString &key : keys)
        QVERIFY2(paths.contains(key), qPrintable(u"missing: "_s + key));
    const QStringList allowed = keys + texts(expected.find(u"also_allowed"));
    for (const QString &path : paths)
        QVERIFY2(allowed.contains(path), qPrintable(u"surplus: "_s + path));
}

} // namespace

class tst_Shorthand : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theCommandMeansWhatItMeansToTheAwsCli_data() { addSuiteRows(u"shorthand"_s); }

    void theCommandMeansWhatItMeansToTheAwsCli()
    {
        QFETCH(const QString, file);
        const Value test = readCase(file);
        QVERIFY(test.isMap());
        const QTemporaryDir folder;
        for (const Value::Entry &entry : test.find(u"files")->entries()) {
            QFile output(folder.filePath(entry.key));
            QVERIFY(output.open(QIODevice::WriteOnly));
            output.write(entry.value.toText().toUtf8());
        }
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        const auto parsed = parseCommand(texts(test.find(u"argv")));
        QDir::setCurrent(before);

        const Value &expected = *test.find(u"expect");
        const QString code = expected.find(u"exit")->toText();
        const bool mayFail = code != u"0"_s || texts(expected.find(u"exit_also_accepted")).contains(u"252"_s);
        const bool mayPass = code == u"0"_s;
        const job::Findings findings = parsed ? cliValidation(parsed->spec) : job::Findings();
        const bool inputSkeleton = parsed && parsed->skeleton && *parsed->skeleton != SkeletonKind::Output;
        const bool passed = parsed && (findings.isEmpty() || inputSkeleton);
        const QString why = !parsed              ? parsed.error().text()
                            : findings.isEmpty() ? u"passed"_s
                                                 : findings.first().message;
        QVERIFY2(passed ? mayPass : mayFail, qPrintable(why));
        if (!passed)
            return;
        if (const Value *wanted = expected.find(u"skeleton"))
            compareSkeleton(*parsed->skeleton, *wanted);
        if (const Value *wanted = expected.find(u"stdout_json"); wanted && parsed->skeleton == SkeletonKind::Output)
            QVERIFY(*readJson(skeleton(SkeletonKind::Output)) == *wanted);
        if (const Value *body = expected.find(u"body"))
            QVERIFY2(parsed->spec.root() == *body, writeJson(parsed->spec.root(), JsonForm::Compact).constData());
    }

    void anArgumentIsReadLetterByLetterAsTheOriginalDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json"); // empty: refused
        QTest::newRow("empty key") << u"=b"_s << "{\"\":\"b\"}"_ba;
        QTest::newRow("list") << u"a=b,c,d=e"_s << "{\"a\":[\"b\",\"c\"],\"d\":\"e\"}"_ba;
        QTest::newRow("explicit list") << u"a=[b,,c]"_s << "{\"a\":[\"b\",\"\",\"c\"]}"_ba;
        QTest::newRow("one trailing comma in a list") << u"a=[b,c,]"_s << "{\"a\":[\"b\",\"c\"]}"_ba;
        QTest::newRow("nested") << u"a={b=[c,{d=e}],f='g,h'}"_s
                                << "{\"a\":{\"b\":[\"c\",{\"d\":\"e\"}],\"f\":\"g,h\"}}"_ba;
        QTest::newRow("bracket in a bare value") << u"a=x[1]"_s << ""_ba;
        QTest::newRow("value begins with a bracket closer") << u"a=]x"_s << "{\"a\":\"]x\"}"_ba;
        QTest::newRow("closer in a later list item") << u"a=b,c}d"_s << "{\"a\":[\"b\",\"c}d\"]}"_ba;
        QTest::newRow("dollar braces") << u"a=${x}"_s << ""_ba;
        QTest::newRow("text after a quote") << u"a=\"x\"y"_s << ""_ba;
        QTest::newRow("quote that only an escaped one closes") << u"a=\"b\\\""_s << "{\"a\":\"b\\\\\"}"_ba;
        QTest::newRow("escaped escape before the end") << u"a='b\\\\'"_s << "{\"a\":\"b\\\\\"}"_ba;
        QTest::newRow("emoji in quotes") << u"a=\"😀\""_s << "{\"a\":\"😀\"}"_ba;
        QTest::newRow("emoji after a letter") << u"a=x😀"_s << ""_ba;
        QTest::newRow("key ends with a blank") << u"a =b"_s << "{\"a\":\"b\"}"_ba;
        QTest::newRow("plus in a key") << u"a+b=c"_s << ""_ba;
        QTest::newRow("at sign in a value") << u"a=@b"_s << "{\"a\":\"@b\"}"_ba;
        QTest::newRow("file without a sign") << u"a=file:///etc/hosts"_s << "{\"a\":\"file:///etc/hosts\"}"_ba;
        QTest::newRow("no-break space is cut at the end") << u"a=b\u00A0"_s << "{\"a\":\"b\"}"_ba;
        QTest::newRow("control character") << u"a=b\u0001c"_s << ""_ba;
        QTest::newRow("blank after a brace") << u"a={b=c} "_s << ""_ba;
        QTest::newRow("list in a list") << u"a=[[b],[c,d]]"_s << "{\"a\":[[\"b\"],[\"c\",\"d\"]]}"_ba;
        QTest::newRow("deepest") << u"a="_s + u"["_s.repeated(200) + u"]"_s.repeated(200)
                                 << "{\"a\":" + QByteArray(200, '[') + QByteArray(200, ']') + "}";
        QTest::newRow("too deep") << u"a="_s + u"["_s.repeated(100000) << ""_ba;
    }

    void anArgumentIsReadLetterByLetterAsTheOriginalDoes()
    {
        QFETCH(const QString, text);
        QFETCH(const QByteArray, json);
        const auto value = parseShorthand(text, noFile);
        QCOMPARE(value ? writeJson(*value, JsonForm::Compact) : QByteArray(), json);
    }

    void whatIsWrongIsNamedWithItsPlace()
    {
        const auto value = readOption(*job::findMember(u"tags"), {u"a=b'c"_s}, noFile);
        QVERIFY(!value);
        QVERIFY2(value.error().message.startsWith(u"--tags: "_s) && value.error().message.contains(u"character 4"_s)
                     && value.error().message.contains(u"“'”"_s),
                 qPrintable(value.error().message));
    }

    void aFileIsReadAsText_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("expected"); // null: refused
        QTest::newRow("line ends") << u"file://x"_s << "a\r\nb\rc\n"_ba << u"a\nb\nc\n"_s;
        QTest::newRow("bytes") << u"fileb://x"_s << "a\r\nb"_ba << u"a\r\nb"_s;
        QTest::newRow("not UTF-8") << u"file://x"_s << "\xff"_ba << QString();
    }

    void aFileIsReadAsText()
    {
        QFETCH(const QString, argument);
        QFETCH(const QByteArray, content);
        QFETCH(const QString, expected);
        const FileReader reader = [&content](const QString &path) -> core::Result<QByteArray> {
            return path == u"x"_s ? core::Result<QByteArray>(content) : noFile(path);
        };
        const auto value = readOption(*job::findMember(u"jobName"), {argument}, reader);
        QCOMPARE(bool(value), !expected.isNull());
        if (value)
            QCOMPARE(value->toText(), expected);
    }

    void aPathIsExpandedAsTheAwsCliDoes()
    {
        qputenv("HOME", "/home/somebody");
        qputenv("PLACE", "pl ace");
        qunsetenv("NOWHERE");
        QCOMPARE(expandPath(u"~/x/$PLACE/${PLACE}s"_s), u"/home/somebody/x/pl ace/pl aces"_s);
        QCOMPARE(expandPath(u"~"_s), u"/home/somebody"_s);
        QCOMPARE(expandPath(u"a/~/$NOWHERE/${NOWHERE}/$/${"_s), u"a/~/$NOWHERE/${NOWHERE}/$/${"_s);
        QCOMPARE(expandPath(u"~nobody-has-this-name/x"_s), u"~nobody-has-this-name/x"_s);
    }

    void aFolderIsNoFile()
    {
        const QTemporaryDir folder;
        QVERIFY(!readLocalFile(folder.path()));
        QVERIFY(!readLocalFile(folder.filePath(u"none"_s)));
    }

    void optionsOfTheCommandItselfAreToldApart()
    {
        const QList<OptionRule> own{{.name = u"--dry-run"_s, .takes = OptionRule::Takes::Nothing}};
        const auto parsed = parseCreateJobArguments({u"--cli-input-json"_s, u"{\"jobName\":\"x\"}"_s, u"--dry"_s},
                                                    noFile, own);
        QVERIFY(parsed);
        QVERIFY(parsed->own.has(u"--dry-run"_s));
        QCOMPARE(parsed->spec.root().entries().size(), 1);
    }

    void argumentsAreSortedAsArgparseDoes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<QStringList>("tags");
        QTest::addColumn<QStringList>("rest");
        const QStringList none;
        QTest::newRow("two words") << QStringList{u"--tags"_s, u"a"_s} << true << QStringList{u"a"_s} << none;
        QTest::newRow("joined") << QStringList{u"--tags=a=b"_s} << true << QStringList{u"a=b"_s} << none;
        QTest::newRow("joined and short") << QStringList{u"--ta=-b"_s} << true << QStringList{u"-b"_s} << none;
        QTest::newRow("joined, empty") << QStringList{u"--tags="_s} << true << QStringList{u""_s} << none;
        QTest::newRow("ambiguous") << QStringList{u"--t"_s, u"a"_s} << false << none << none;
        QTest::newRow("negative number") << QStringList{u"--tags"_s, u"-5.5"_s} << true << QStringList{u"-5.5"_s}
                                         << none;
        QTest::newRow("hyphen") << QStringList{u"--tags"_s, u"-x"_s} << false << none << none;
        QTest::newRow("hyphen and a blank")
            << QStringList{u"--tags"_s, u"-x y"_s} << true << QStringList{u"-x y"_s} << none;
        QTest::newRow("lone hyphen") << QStringList{u"--tags"_s, u"-"_s} << true << QStringList{u"-"_s} << none;
        QTest::newRow("after a separator") << QStringList{u"--tags"_s, u"a"_s, u"--"_s, u"--tags"_s} << true
                                           << QStringList{u"a"_s} << QStringList{u"--"_s, u"--tags"_s};
        QTest::newRow("separator instead of an argument")
            << QStringList{u"--tags"_s, u"--"_s, u"a"_s} << false << none << none;
        QTest::newRow("switch with an argument")
            << QStringList{u"--trace=1"_s, u"--tags"_s, u"a"_s} << false << none << none;
        QTest::newRow("unknown keeps its argument")
            << QStringList{u"--x"_s, u"y"_s, u"--tags"_s, u"a"_s, u"z"_s} << true << QStringList{u"a"_s}
            << QStringList{u"--x"_s, u"y"_s, u"z"_s};
        QTest::newRow("missing") << QStringList{u"x"_s} << false << none << none;
    }

    void argumentsAreSortedAsArgparseDoes()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const bool, valid);
        QFETCH(const QStringList, tags);
        QFETCH(const QStringList, rest);
        const auto parsed = parseArguments(
            {{.name = u"--tags"_s, .required = true}, {.name = u"--trace"_s, .takes = OptionRule::Takes::Nothing}},
            arguments);
        QCOMPARE(bool(parsed), valid);
        if (valid) {
            QCOMPARE(parsed->options.value(u"--tags"_s), tags);
            QCOMPARE(parsed->rest, rest);
        }
    }

    void trueAndFalsePassForIntegersAsFarAsTheCliLetsThem()
    {
        job::JobSpec spec(*readJson(skeleton(SkeletonKind::Input)));
        spec.set(job::Path::parse(u"instanceConfig.volumeSizeInGb"), Value::boolean(true));
        const auto atVolume = [](const job::Findings &findings) {
            return std::ranges::any_of(findings, [](const job::Finding &finding) {
                return finding.path.toString() == u"instanceConfig.volumeSizeInGb"_s;
            });
        };
        QVERIFY(!atVolume(cliValidation(spec)));
        spec.set(job::Path::parse(u"instanceConfig.volumeSizeInGb"), Value::boolean(false));
        QVERIFY(atVolume(cliValidation(spec)));
    }

    void theYamlSkeletonSaysWhatIsRequired()
    {
        const QByteArray yaml = skeleton(SkeletonKind::YamlInput);
        QVERIFY(yaml.contains("jobName: ''  # [REQUIRED] "));
        const auto asYaml = readYaml(yaml);
        QVERIFY2(asYaml, asYaml ? "" : qPrintable(asYaml.error().text()));
        QVERIFY(*asYaml == *readJson(skeleton(SkeletonKind::Input)));
    }
};

QTEST_APPLESS_MAIN(tst_Shorthand)
#include "tst_shorthand.moc"
