#include "flows/matchjob.h"

#include "exchange/json/readjson.h"

#include <QTest>

using namespace braketeer;
using namespace braketeer::flows;

class tst_MatchJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aJobIsRecognised_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("job");
        QTest::addColumn<bool>("same");
        const auto row = [](const char *name, const char *request, const char *job, bool same) {
            QTest::newRow(name) << QByteArray(request) << QByteArray(job) << same;
        };
        row("all the same", R"({"jobName":"a","tags":{"k":"v"}})", R"({"jobName":"a","tags":{"k":"v"}})", true);
        row("the token never comes back", R"({"jobName":"a","clientToken":"t"})", R"({"jobName":"a"})", true);
        row("the service adds members", R"({"i":{"type":"m5"}})", R"({"i":{"type":"m5","count":1},"status":"QUEUED"})",
            true);
        row("order does not count", R"({"a":"1","b":"2"})", R"({"b":"2","a":"1"})", true);
        row("another value", R"({"jobName":"a"})", R"({"jobName":"b"})", false);
        row("a member is missing", R"({"a":"1","b":"2"})", R"({"a":"1"})", false);
        row("deep down", R"({"a":[{"b":{"c":"1"}}]})", R"({"a":[{"b":{"c":"2"}}]})", false);
        row("numbers as numbers", R"({"n":30})", R"({"n":30.0})", true);
        row("other numbers", R"({"n":30})", R"({"n":31})", false);
        row("large numbers that a double cannot tell apart", R"({"n":9007199254740993})", R"({"n":9007199254740992})",
            false);
        row("a number is no text", R"({"n":"30"})", R"({"n":30})", false);
        row("lists of other lengths", R"({"l":["a"]})", R"({"l":["a","b"]})", false);
        row("lists in another order", R"({"l":["a","b"]})", R"({"l":["b","a"]})", false);
        row("empty counts as absent", R"({"tags":{},"l":[],"n":null})", R"({})", true);
        row("absent counts as empty", R"({"tags":{}})", R"({"tags":{}})", true);
        row("empty is not full", R"({"tags":{}})", R"({"tags":{"k":"v"}})", false);
        row("no object", R"(["a"])", R"(["a"])", false);
    }

    void aJobIsRecognised()
    {
        QFETCH(const QByteArray, request);
        QFETCH(const QByteArray, job);
        QFETCH(const bool, same);
        QCOMPARE(isJobOf(exchange::readJson(request).value(), exchange::readJson(job).value()), same);
    }

    void twinsDifferInTheTokenOnly()
    {
        const auto document = [](const char *json) { return exchange::readJson(json).value(); };
        QVERIFY(sameButToken(document(R"({"a":1,"clientToken":"x"})"), document(R"({"clientToken":"y","a":1})")));
        QVERIFY(!sameButToken(document(R"({"a":1,"clientToken":"x"})"), document(R"({"a":2,"clientToken":"x"})")));
    }
};

QTEST_GUILESS_MAIN(tst_MatchJob)
#include "tst_matchjob.moc"
