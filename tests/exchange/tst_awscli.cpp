#include "exchange/document.h"
#include "exchange/json/readjson.h"
#include "exchange/json/writejson.h"
#include "exchange/targets.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer;
using namespace braketeer::exchange;
using namespace Qt::StringLiterals;
using job::JobSpec;
using job::Path;
using job::Value;

namespace {

/// Answers every request as CreateJob does and keeps the bodies.
class Recorder : public QObject
{
    Q_OBJECT

public:
    Recorder()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    QString url() const { return u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()); }

    QList<QByteArray> bodies;

private:
    void read(QTcpSocket *socket)
    {
        m_received += socket->readAll();
        const qsizetype head = m_received.indexOf("\r\n\r\n");
        static const QRegularExpression length(u"content-length: *(\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
        const auto match = length.match(QString::fromLatin1(m_received.left(head)));
        if (head < 0 || m_received.size() < head + 4 + match.captured(1).toInt())
            return;
        bodies << m_received.mid(head + 4);
        m_received.clear();
        const QByteArray answer = R"({"jobArn": "arn:aws:braket:us-west-2:123456789012:job/x"})";
        socket->write("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                      + QByteArray::number(answer.size()) + "\r\n\r\n" + answer);
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QByteArray m_received;
};

JobSpec minimal()
{
    return *readDocument("{\"algorithmSpecification\": {\"scriptModeConfig\": {\"entryPoint\": \"bell\", \"s3Uri\": "
                         "\"s3://b/k.py\"}}, \"instanceConfig\": {\"instanceType\": \"ml.m5.large\", "
                         "\"volumeSizeInGb\": 30}, \"jobName\": \"bell-1\", \"outputDataConfig\": {\"s3Path\": "
                         "\"s3://b/out\"}, \"roleArn\": \"arn:aws:iam::123456789012:role/x\", \"deviceConfig\": "
                         "{\"device\": \"local:braket/default\"}, \"clientToken\": \"t-1\"}"_ba);
}

JobSpec with(const QString &path, const Value &value)
{
    JobSpec spec = minimal();
    spec.set(Path::parse(path), value);
    return spec;
}

} // namespace

/// The exported command, run by a shell with the real AWS CLI: what it sends is the document.
class tst_AwsCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theAwsCliSendsTheDocument_data()
    {
        if (QStandardPaths::findExecutable(u"aws"_s).isEmpty())
            QSKIP("the AWS CLI is not installed");
        QTest::addColumn<JobSpec>("spec");
        const auto texts = [](const QString &first, const QString &second) {
            return Value::map({{u"a-1"_s, Value::text(first)}, {u"b"_s, Value::text(second)}});
        };
        QTest::newRow("plain") << minimal();
        QTest::newRow("shorthand with quotes")
            << with(u"hyperParameters"_s, texts(u"it's, {x} = [y]"_s, u"$(id) `id` \"q\""_s));
        QTest::newRow("backslashes") << with(u"hyperParameters"_s, texts(u"C:\\dir\\"_s, u"\\n"_s));
        QTest::newRow("what hides") << with(u"hyperParameters"_s, texts(u"\u202e\u0007\u2028"_s, u"😀é\uFEFF"_s));
        QTest::newRow("keys beyond the alphabet") << with(u"tags"_s, Value::map({{u"größe!"_s, Value::text(u""_s)}}));
        QTest::newRow("name that refers to a file") << with(u"jobName"_s, Value::text(u"file:///etc/hostname"_s));
        QTest::newRow("name with a hyphen in front") << with(u"jobName"_s, Value::text(u"-x y"_s));
        QTest::newRow("no channels") << with(u"inputDataConfig"_s, Value::list());
        JobSpec channels = with(u"inputDataConfig[0].channelName"_s, Value::text(u"a"_s));
        for (int i = 0; i < 2; ++i) {
            const Path channel = Path::parse(u"inputDataConfig").item(i);
            channels.set(channel.child(u"channelName"_s), Value::text(u"c"_s + QString::number(i)));
            channels.set(channel.child(u"dataSource"_s).child(u"s3DataSource"_s).child(u"s3Uri"_s),
                         Value::text(u"s3://b/k,%1.gz"_s.arg(i)));
        }
        QTest::newRow("channels with commas") << channels;
    }

    void theAwsCliSendsTheDocument()
    {
        QFETCH(const JobSpec, spec);
        Recorder recorder;
        const QTemporaryDir home;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, home.path());
        environment.insert(u"AWS_ACCESS_KEY_ID"_s, u"AKIDEXAMPLE"_s);
        environment.insert(u"AWS_SECRET_ACCESS_KEY"_s, u"example"_s);
        environment.insert(u"AWS_MAX_ATTEMPTS"_s, u"1"_s);
        QProcess shell;
        shell.setProcessEnvironment(environment);
        shell.start(u"sh"_s, {});
        const CommandContext context{.region = u"us-west-2"_s, .endpointUrl = recorder.url(), .withClientToken = true};
        shell.write(exportText(spec, *findTarget(u"sh"), context).toUtf8());
        shell.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(shell.state(), QProcess::NotRunning, 50000);
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
        QCOMPARE(recorder.bodies.size(), 1);
        QVERIFY2(*readJson(recorder.bodies.constFirst()) == spec.root(), recorder.bodies.constFirst().constData());
    }
};

QTEST_GUILESS_MAIN(tst_AwsCli)
#include "tst_awscli.moc"
