#include "aws/suitecases.h"
#include "support/program.h"
#include "support/recordingserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace braketeer::tests;
using namespace Qt::StringLiterals;

namespace {

/// The member paths of a document: "inputDataConfig[].channelName", "tags.KeyName".
void collectPaths(const QJsonValue &value, const QString &path, QStringList &into)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            collectPaths(member.value(), path.isEmpty() ? member.key() : path + u'.' + member.key(), into);
    } else if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            collectPaths(item, path + u"[]"_s, into);
    } else {
        into << path;
    }
}

} // namespace

/// Every case of suites/shorthand from outside: the program, its exit code, and what reaches a server.
class tst_ShorthandSuite : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aCommandLineSendsWhatTheAwsCliSends_data() { addSuiteCases("shorthand"); }

    void aCommandLineSendsWhatTheAwsCliSends()
    {
        QFETCH(const QJsonObject, testCase);
        const QTemporaryDir home;
        const QTemporaryDir folder;
        const QJsonObject files = testCase.value(u"files").toObject();
        for (auto file = files.begin(); file != files.end(); ++file) {
            QFile written(folder.filePath(file.key()));
            QVERIFY(written.open(QIODevice::WriteOnly));
            written.write(file.value().toString().toUtf8());
        }
        RecordingServer server(
            R"({"jobArn": "arn:aws:braket:us-west-2:123456789012:job/0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0"})");
        QStringList arguments{u"--endpoint-url"_s, server.url(), u"create-job"_s, u"--no-check"_s, u"--no-history"_s};
        for (const QJsonValue &argument : testCase.value(u"argv").toArray())
            arguments << argument.toString();
        const Ended ended = runProgram(QStringLiteral(BRAKETEER_CLI), arguments, cleanEnvironment(home.path()),
                                       folder.path());
        const auto calls = server.takeCalls();

        const QJsonObject expect = testCase.value(u"expect").toObject();
        QList<int> codes{expect.value(u"exit").toInt()};
        for (const QJsonValue &code : expect.value(u"exit_also_accepted").toArray())
            codes << code.toInt();
        QVERIFY2(codes.contains(ended.exitCode), ended.err + QByteArray::number(ended.exitCode));

        if (ended.exitCode != 0 || !expect.contains(u"body")) {
            QVERIFY(calls.isEmpty());
        } else {
            QCOMPARE(calls.size(), 1);
            QVERIFY(calls.first().requestLine.startsWith("POST /job HTTP"));
            QJsonObject body = QJsonDocument::fromJson(calls.first().body).object();
            if (expect.value(u"client_token_generated").toBool())
                QVERIFY(!body.take(u"clientToken").toString().isEmpty());
            QCOMPARE(body, expect.value(u"body").toObject());
        }
        if (ended.exitCode != 0)
            QVERIFY2(!ended.err.trimmed().isEmpty(), "a refusal says why");
        if (ended.exitCode == 0)
            compareAnswer(expect, ended.out);
    }

private:
    static void compareAnswer(const QJsonObject &expect, const QByteArray &out)
    {
        if (expect.contains(u"stdout"))
            QCOMPARE(QString::fromUtf8(out), expect.value(u"stdout").toString());
        if (expect.contains(u"stdout_json"))
            QCOMPARE(QJsonDocument::fromJson(out).object(), expect.value(u"stdout_json").toObject());
        if (!expect.contains(u"skeleton"))
            return;
        const QJsonObject skeleton = expect.value(u"skeleton").toObject();
        QStringList paths;
        collectPaths(QJsonDocument::fromJson(out).object(), {}, paths);
        for (const QJsonValue &key : skeleton.value(u"keys").toArray())
            QVERIFY2(paths.removeAll(key.toString()) > 0, qPrintable(key.toString()));
        for (const QJsonValue &key : skeleton.value(u"also_allowed").toArray())
            paths.removeAll(key.toString());
        QCOMPARE(paths, QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_ShorthandSuite)
#include "tst_shorthandsuite.moc"
