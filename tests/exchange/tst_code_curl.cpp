#include "code/codedocuments.h"

using namespace codetest;
using namespace braketeer::exchange;

class tst_CodeCurl : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theScriptHoldsNoKey()
    {
        const QString text = exported(fullDocument(), "curl", {.profile = u"lab"_s, .region = u"us-west-2"_s}).text;
        QVERIFY(text.contains("--aws-sigv4 \"aws:amz:us-west-2:braket\""_L1));
        QVERIFY(text.contains("\"https://braket.us-west-2.amazonaws.com/job\" 3<<KEYS"_L1));
        QVERIFY(text.contains("user = \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\"\n"_L1));
    }

    void aRegionThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QString>("region");
        QTest::newRow("another host") << u"x@example.com/"_s;
        QTest::newRow("a command") << u"$(id)"_s;
        QTest::newRow("a line") << u"us-west-2\n"_s;
    }

    void aRegionThatIsNoneIsRefused()
    {
        QFETCH(const QString, region);
        const auto text = exportDocument(fullDocument(), *findTarget(u"curl"), {.region = region});
        QVERIFY(!text);
        QCOMPARE(text.error().kind, core::Error::Kind::Usage);
    }

    /// The scripts in one shell, with a function in curl's place that prints what it is given.
    void randomDocumentsArriveWhole_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<Form>("form");
        QTest::addColumn<int>("count");
        QTest::newRow("readable") << u"sh"_s << Form::Readable << randomDocuments;
        QTest::newRow("hardened") << u"bash"_s << Form::Hardened << randomDocuments / 10;
    }

    void randomDocumentsArriveWhole()
    {
        QFETCH(const QString, shell);
        QFETCH(const Form, form);
        QFETCH(const int, count);
        QByteArray script = "curl() { cat; printf '\\0'; }\nuuidgen() { echo token; }\n";
        QRandomGenerator random(13);
        QList<JobSpec> documents;
        for (int i = 0; i < count; ++i) {
            JobSpec spec = randomCodeDocument(random);
            spec.remove(Path::parse(u"clientToken"));
            documents.append(spec);
            script += exported(spec, "curl", {.region = u"us-west-2"_s, .form = form}).text.toUtf8();
        }
        const Ran ran = run(shell, {u"-s"_s}, script);
        QCOMPARE(ran.errors, QByteArray());
        const QList<QByteArray> bodies = ran.output.split('\0');
        QCOMPARE(bodies.size(), documents.size() + 1);
        for (qsizetype i = 0; i < documents.size(); ++i) {
            Value body = readJson(bodies.at(i)).value_or(Value());
            QVERIFY2(body.isMap() && body.find(u"clientToken")->toText() == "token"_L1, bodies.at(i).constData());
            body.erase(u"clientToken");
            QVERIFY2(body == documents.at(i).root(), bodies.at(i).constData());
        }
        qInfo("curl, %s: %d documents, 0 wrong", form == Form::Hardened ? "hardened" : "readable", count);
    }
};

QTEST_GUILESS_MAIN(tst_CodeCurl)
#include "tst_code_curl.moc"
