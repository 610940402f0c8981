#include "client.h"

#include "core/arn.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace braketeer;
using namespace braketeer::sandbox;
using namespace Qt::StringLiterals;

class tst_Sandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        auto started = Sandbox::start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().text()));
        m_sandbox = std::move(*started);
        m_client = std::make_unique<WireClient>(*m_sandbox);
    }

    void cleanup()
    {
        m_client.reset();
        m_sandbox.reset();
    }

    void aCreatedJobHasAnArnInTheRegionOfItsSignature()
    {
        m_client->region = "eu-west-2";
        const WireReply reply = m_client->send("POST", "/job", jobDocument());
        QCOMPARE(reply.status, 201);
        const auto arn = core::Arn::parse(reply.text(u"jobArn"));
        QVERIFY(arn);
        QCOMPARE(arn->region, u"eu-west-2"_s);
        QCOMPARE(arn->account, u"000000000000"_s);
        QVERIFY(arn->resource.startsWith(u"job/"));
        QVERIFY(!reply.headers.value("x-amzn-requestid").isEmpty());
        QVERIFY(reply.headers.value("date").endsWith("GMT"));
        QCOMPARE(reply.headers.value("content-type"), "application/json"_ba);
    }

    void aRepeatedTokenCreatesNothing()
    {
        const QString first = m_client->createJob(jobDocument());
        QCOMPARE(m_client->createJob(jobDocument()), first);
        QCOMPARE(m_sandbox->jobs().size(), 1);
    }

    void aTokenUsedForOtherMembersIsAConflict()
    {
        m_client->createJob(jobDocument());
        QJsonObject other = jobDocument();
        other.insert(u"jobName"_s, u"other"_s);
        const WireReply reply = m_client->send("POST", "/job", other);
        QCOMPARE(reply.status, 409);
        QCOMPARE(reply.headers.value("x-amzn-errortype"), "ConflictException"_ba);
        QCOMPARE(m_sandbox->jobs().size(), 1);
    }

    void twoJobsMayHaveOneName()
    {
        const QString first = m_client->createJob(jobDocument(u"a"_s));
        const QString second = m_client->createJob(jobDocument(u"b"_s));
        QVERIFY(!first.isEmpty() && !second.isEmpty());
        QVERIFY(first != second);
    }

    void aDocumentAgainstTheModelIsRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("message");
        const QByteArray validation = "ValidationException";
        const auto device = [](const QString &arn) { return QJsonValue(QJsonObject{{u"device"_s, arn}}); };
        QTest::newRow("bad name") << u"jobName"_s << QJsonValue(u"a_b"_s) << 400 << validation
                                  << u"'jobName' failed to satisfy constraint: Member must satisfy regular"_s;
        QTest::newRow("no name") << u"jobName"_s << QJsonValue(QJsonValue::Undefined) << 400 << validation
                                 << u"'jobName' failed to satisfy constraint: Member must not be null"_s;
        QTest::newRow("no token") << u"clientToken"_s << QJsonValue(QJsonValue::Undefined) << 400 << validation
                                  << u"clientToken"_s;
        QTest::newRow("long token") << u"clientToken"_s << QJsonValue(QString(65, u'x')) << 400 << validation
                                    << u"clientToken"_s;
        QTest::newRow("number for text") << u"roleArn"_s << QJsonValue(3) << 400 << validation << u"roleArn"_s;
        QTest::newRow("device of another region")
            << u"deviceConfig"_s << device(u"arn:aws:braket:us-east-1::device/qpu/quera/Aquila"_s) << 400 << validation
            << u"not available in us-west-2"_s;
        QTest::newRow("unknown device") << u"deviceConfig"_s
                                        << device(u"arn:aws:braket:::device/quantum-simulator/a/b"_s) << 400
                                        << validation << u"does not exist"_s;
        QTest::newRow("retired device") << u"deviceConfig"_s
                                        << device(u"arn:aws:braket:us-west-1::device/qpu/rigetti/Ankaa-3"_s) << 410
                                        << "DeviceRetiredException"_ba << u"retired"_s;
    }

    void aDocumentAgainstTheModelIsRefused()
    {
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        QFETCH(const int, status);
        QFETCH(const QByteArray, code);
        QFETCH(const QString, message);
        QJsonObject document = jobDocument();
        if (value.isUndefined())
            document.remove(member);
        else
            document.insert(member, value);
        const WireReply reply = m_client->send("POST", "/job", document);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.headers.value("x-amzn-errortype"), code);
        QVERIFY2(reply.text(u"message").contains(message), reply.body.constData());
        QVERIFY(m_sandbox->jobs().isEmpty());
    }

    void aBodyThatIsNoJsonObjectIsRefused()
    {
        for (const QByteArray &body : {"{"_ba, "[]"_ba, "\xff"_ba, "null"_ba}) {
            const WireReply reply = m_client->send("POST", "/job", body);
            QCOMPARE(reply.status, 400);
            QCOMPARE(reply.headers.value("x-amzn-errortype"), "SerializationException"_ba);
        }
    }

    void getJobGivesBackEveryMemberButTheToken()
    {
        QJsonObject document = jobDocument();
        document.insert(u"tags"_s, QJsonObject{{u"project"_s, u"café"_s}});
        QJsonObject job = m_client->getJob(m_client->createJob(document));
        QVERIFY(!job.contains(u"clientToken"));
        document.remove(u"clientToken");
        for (auto member = document.begin(); member != document.end(); ++member)
            QCOMPARE(job[member.key()], member.value());
        QCOMPARE(job[u"status"].toString(), u"QUEUED"_s);
        QVERIFY(!job.contains(u"queueInfo"));
    }

    void queueInfoIsGivenWhenAskedFor()
    {
        m_client->createJob(jobDocument(u"first"_s));
        QThread::msleep(2); // the place in the queue goes by milliseconds
        const QString arn = m_client->createJob(jobDocument(u"second"_s));
        const QJsonObject job = m_client->getJob(arn, "?additionalAttributeNames=QueueInfo");
        QCOMPARE(job[u"queueInfo"][u"queue"].toString(), u"JOBS_QUEUE"_s);
        QCOMPARE(job[u"queueInfo"][u"position"].toString(), u"2"_s);
        const WireReply wrong = m_client->send("GET", "/job/" + encoded(arn) + "?additionalAttributeNames=Other");
        QCOMPARE(wrong.status, 400);
    }

    void aJobOfAnotherRegionIsNotFound()
    {
        const QString arn = m_client->createJob(jobDocument());
        m_client->region = "us-east-1";
        const WireReply reply = m_client->send("GET", "/job/" + encoded(arn));
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.headers.value("x-amzn-errortype"), "ResourceNotFoundException"_ba);
        QCOMPARE(m_client->send("GET", "/job/not-an-arn").headers.value("x-amzn-errortype"), "ValidationException"_ba);
    }

    void searchJobsFilters_data()
    {
        QTest::addColumn<QByteArray>("filters");
        QTest::addColumn<int>("found"); // an HTTP status, if negative
        const auto filter = [](const char *name, const char *op, const char *values) {
            return "[{\"name\":\""_ba + name + "\",\"operator\":\"" + op + "\",\"values\":[" + values + "]}]";
        };
        QTest::newRow("all") << "[]"_ba << 3;
        QTest::newRow("name") << filter("jobName", "EQUAL", "\"bell-1\"") << 1;
        QTest::newRow("part of the name") << filter("jobName", "CONTAINS", "\"bell\"") << 3;
        QTest::newRow("no such name") << filter("jobName", "EQUAL", "\"bell\"") << 0;
        QTest::newRow("device") << filter("deviceArn", "EQUAL", "\"local:braket/default\"") << 1;
        QTest::newRow("created later") << filter("createdAt", "GTE", "\"2020-01-01T00:00:00Z\"") << 3;
        QTest::newRow("created before") << filter("createdAt", "LT", "\"2020-01-01T00:00:00Z\"") << 0;
        QTest::newRow("created between") << filter("createdAt", "BETWEEN",
                                                   "\"2020-01-01T00:00:00Z\",\"2200-01-01T00:00:00Z\"")
                                         << 3;
        QTest::newRow("one value between") << filter("createdAt", "BETWEEN", "\"2020-01-01T00:00:00Z\"") << -400;
        QTest::newRow("not a time") << filter("createdAt", "GT", "\"yesterday\"") << -400;
        QTest::newRow("unknown filter") << filter("status", "EQUAL", "\"QUEUED\"") << -400;
        QTest::newRow("operator of another filter") << filter("jobName", "GT", "\"a\"") << -400;
        QTest::newRow("no values") << filter("jobName", "EQUAL", "") << -400;
        QTest::newRow("no operator") << "[{\"name\":\"jobName\",\"values\":[\"a\"]}]"_ba << -400;
        QTest::newRow("filters missing") << "null"_ba << -400;
    }

    void searchJobsFilters()
    {
        QFETCH(const QByteArray, filters);
        QFETCH(const int, found);
        for (int number = 1; number <= 3; ++number) {
            QJsonObject document = jobDocument(QString::number(number));
            document.insert(u"jobName"_s, u"bell-%1"_s.arg(number));
            if (number == 3)
                document.insert(u"deviceConfig"_s, QJsonObject{{u"device"_s, u"local:braket/default"_s}});
            QVERIFY(!m_client->createJob(document).isEmpty());
        }
        const WireReply reply = m_client->send("POST", "/jobs", "{\"filters\":" + filters + "}");
        QCOMPARE(reply.status, found < 0 ? -found : 200);
        if (found >= 0)
            QCOMPARE(reply.json()[u"jobs"].toArray().size(), found);
    }

    void anArnFilterStandsAlone()
    {
        const QString arn = m_client->createJob(jobDocument());
        const QJsonObject byArn{{u"name"_s, u"jobArn"_s}, {u"operator"_s, u"EQUAL"_s}, {u"values"_s, QJsonArray{arn}}};
        const QJsonObject byName{
            {u"name"_s, u"jobName"_s}, {u"operator"_s, u"EQUAL"_s}, {u"values"_s, QJsonArray{u"bell-pair"_s}}};
        const WireReply one = m_client->send("POST", "/jobs", QJsonObject{{u"filters"_s, QJsonArray{byArn}}});
        QCOMPARE(one.json()[u"jobs"].toArray().size(), 1);
        QCOMPARE(one.json()[u"jobs"][0][u"jobArn"].toString(), arn);
        QCOMPARE(m_client->send("POST", "/jobs", QJsonObject{{u"filters"_s, QJsonArray{byArn, byName}}}).status, 400);
    }

    void pagesCoverEveryJobOnceNewestFirst()
    {
        QStringList expected;
        for (int number = 0; number < 25; ++number)
            expected.prepend(m_client->createJob(jobDocument(QString::number(number))));
        QStringList seen;
        QJsonObject request{{u"filters"_s, QJsonArray()}, {u"maxResults"_s, 10}};
        QList<qsizetype> sizes;
        do {
            const QJsonObject page = m_client->send("POST", "/jobs", request).json();
            const QJsonArray jobs = page[u"jobs"].toArray();
            sizes.append(jobs.size());
            for (const QJsonValue &job : jobs)
                seen.append(job[u"jobArn"].toString());
            request.insert(u"nextToken"_s, page[u"nextToken"]);
        } while (request.contains(u"nextToken") && sizes.size() < 10);
        QCOMPARE(seen, expected);
        QCOMPARE(sizes, (QList<qsizetype>{10, 10, 5}));
        request.insert(u"nextToken"_s, u"bm9uc2Vuc2U"_s);
        QCOMPARE(m_client->send("POST", "/jobs", request).status, 400);
    }

    void tagsCanBeAddedListedAndRemoved()
    {
        const QString arn = m_client->createJob(jobDocument());
        const QByteArray target = "/tags/" + encoded(arn);
        const QJsonObject tags{{u"a b"_s, u"1"_s}, {u"c/d"_s, u"é"_s}};
        QCOMPARE(m_client->send("POST", target, QJsonObject{{u"tags"_s, tags}}).status, 200);
        QCOMPARE(m_client->send("GET", target).json()[u"tags"].toObject(), tags);
        // A DELETE without Content-Length, as Qt and botocore send it.
        QCOMPARE(m_client->send("DELETE", target + "?tagKeys=a%20b&tagKeys=c%2Fd").status, 200);
        QVERIFY(m_client->send("GET", target).json()[u"tags"].toObject().isEmpty());
        QCOMPARE(m_client->send("GET", "/tags/" + encoded(arn + u'x')).status, 404);
    }

    void devicesAreThoseOfTheRegion()
    {
        m_client->region = "us-east-1";
        const QJsonObject all = m_client->send("POST", "/devices", "{\"filters\":[],\"maxResults\":100}"_ba).json();
        QStringList names;
        for (const QJsonValue &device : all[u"devices"].toArray())
            names.append(device[u"deviceName"].toString());
        QVERIFY(names.contains(u"SV1"_s));
        QVERIFY(names.contains(u"Aquila"_s));
        QVERIFY(!names.contains(u"Garnet"_s));
    }

    void aDeviceHasItsCapabilitiesAsADocumentInAText()
    {
        const QByteArray target = "/device/" + encoded(u"arn:aws:braket:::device/quantum-simulator/amazon/sv1"_s);
        const auto actions = [&] {
            const QString text = m_client->send("GET", target).text(u"deviceCapabilities");
            return QJsonDocument::fromJson(text.toUtf8()).object()[u"action"].toObject();
        };
        QVERIFY(actions().isEmpty());
        m_client->userAgent = "Braketeer/0.1 BraketSchemas/1.8.0";
        QVERIFY(actions().contains(u"braket.ir.openqasm.program"));
        const WireReply other = m_client->send(
            "GET", "/device/" + encoded(u"arn:aws:braket:us-east-1::device/qpu/quera/Aquila"_s));
        QCOMPARE(other.status, 404);
    }

    void stsSaysWhoAsks()
    {
        m_client->service = "sts";
        const QByteArray form = "Action=GetCallerIdentity&Version=2011-06-15";
        for (const WireReply &reply : {m_client->send("POST", "/", form), m_client->send("GET", "/?" + form)}) {
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.headers.value("content-type"), "text/xml"_ba);
            QVERIFY(reply.body.contains("<Account>000000000000</Account>"));
            QVERIFY(reply.body.contains("<Arn>arn:aws:iam::000000000000:user/demo</Arn>"));
        }
        const WireReply other = m_client->send("POST", "/", "Action=AssumeRole&Version=2011-06-15"_ba);
        QCOMPARE(other.status, 404);
        QVERIFY(other.body.contains("<Code>InvalidAction</Code>"));
    }

    void whatIsNotServedIsSaidSo()
    {
        m_client->service = "logs";
        const WireReply service = m_client->send("POST", "/", "{}"_ba);
        QCOMPARE(service.status, 404);
        QCOMPARE(service.headers.value("x-amzn-errortype"), "UnknownOperationException"_ba);
        m_client->service = "braket";
        const WireReply operation = m_client->send("POST", "/quantum-tasks", "{}"_ba);
        QCOMPARE(operation.status, 404);
        QCOMPARE(operation.headers.value("x-amzn-errortype"), "UnknownOperationException"_ba);
    }

    void requestsAreKeptByteForByte()
    {
        const QByteArray body = "{ \"filters\" : [ ],\n\t\"maxResults\":7 }";
        m_client->userAgent = "odd%20agent  with  blanks";
        m_client->send("POST", "/jobs?x=%7e%2F", body);
        const RecordedRequest request = m_sandbox->requests().constLast();
        QCOMPARE(request.requestLine, "POST /jobs?x=%7e%2F HTTP/1.1"_ba);
        QCOMPARE(request.body, body);
        QVERIFY(request.headers.contains(QPair("User-Agent"_ba, "odd%20agent  with  blanks"_ba)));
        QCOMPARE(request.operation, u"SearchJobs"_s);
        QCOMPARE(request.status, 200);
        QCOMPARE(m_sandbox->requestCount(u"SearchJobs"_s), 1);
        QCOMPARE(m_sandbox->requestCount(), 1);
    }

    void oneConnectionServesManyRequests()
    {
        for (int number = 0; number < 50; ++number)
            QVERIFY(!m_client->createJob(jobDocument(QString::number(number))).isEmpty());
        QVERIFY(m_client->isConnected());
    }

    void manyClientsAreServedAtOnce()
    {
        // More than a small pool of threads would take, each keeping its connection.
        std::vector<std::unique_ptr<WireClient>> clients;
        for (int number = 0; number < 40; ++number) {
            clients.push_back(std::make_unique<WireClient>(*m_sandbox));
            QVERIFY(!clients.back()->createJob(jobDocument(QString::number(number))).isEmpty());
        }
        QCOMPARE(m_sandbox->jobs().size(), 40);
    }

    void aPortIsNotShared()
    {
        Sandbox::Options options;
        options.port = m_sandbox->port();
        const auto second = Sandbox::start(options);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, core::Error::Kind::Network);
        QVERIFY(second.error().message.contains(QString::number(options.port)));
    }

    void wrongOptionsAreRefused()
    {
        Sandbox::Options options;
        options.speed = -1;
        QVERIFY(!Sandbox::start(options));
        options = {};
        options.faults = {u"nonsense:CreateJob"_s};
        QVERIFY(!Sandbox::start(options));
        options = {};
        options.port = 70000;
        QVERIFY(!Sandbox::start(options));
    }

    void jobsSurviveARestart()
    {
        const QTemporaryDir folder;
        Sandbox::Options options;
        options.stateFile = folder.filePath(u"sandbox.json"_s);
        QString arn;
        {
            const auto first = Sandbox::start(options);
            WireClient client(**first);
            arn = client.createJob(jobDocument());
            client.send("POST", "/tags/" + encoded(arn), QJsonObject{{u"tags"_s, QJsonObject{{u"k"_s, u"v"_s}}}});
            client.send("PUT", "/job/" + encoded(arn) + "/cancel");
        }
        const auto second = Sandbox::start(options);
        WireClient client(**second);
        const QJsonObject job = client.getJob(arn);
        QCOMPARE(job[u"jobName"].toString(), u"bell-pair"_s);
        QCOMPARE(job[u"tags"][u"k"].toString(), u"v"_s);
        QVERIFY(job[u"status"].toString().startsWith(u"CANCELL"));
        QCOMPARE(client.createJob(jobDocument()), arn); // the token is remembered too
    }

    void aDamagedStateFileIsKeptAside()
    {
        const QTemporaryDir folder;
        Sandbox::Options options;
        options.stateFile = folder.filePath(u"sandbox.json"_s);
        for (const QByteArray &damage : {"{\"version\":1,\"jobs\":[{"_ba, "{\"version\":2}"_ba}) {
            QFile file(options.stateFile);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(damage);
            file.close();
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"The damaged file is kept"_s));
            const auto sandbox = Sandbox::start(options);
            QVERIFY(sandbox);
            QVERIFY(!WireClient(**sandbox).createJob(jobDocument()).isEmpty());
        }
        QFile kept(options.stateFile + u".damaged"_s);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), "{\"version\":1,\"jobs\":[{"_ba);
        QVERIFY(QFile::exists(options.stateFile + u".damaged-2"_s));
    }

    void twoSandboxesMayShareAStateFile()
    {
        const QTemporaryDir folder;
        Sandbox::Options options;
        options.stateFile = folder.filePath(u"new/folder/sandbox.json"_s);
        const auto first = Sandbox::start(options);
        const auto second = Sandbox::start(options);
        WireClient one(**first);
        WireClient two(**second);
        QStringList arns;
        for (int number = 0; number < 10; ++number)
            arns.append((number % 2 == 0 ? one : two).createJob(jobDocument(QString::number(number))));
        for (const QString &arn : arns) {
            QCOMPARE(one.getJob(arn)[u"jobArn"].toString(), arn);
            QCOMPARE(two.getJob(arn)[u"jobArn"].toString(), arn);
        }
        QCOMPARE(two.createJob(jobDocument(u"0"_s)), arns.constFirst());
        QCOMPARE((*first)->jobs().size(), 10);
        const auto readableByOthers = QFileDevice::ReadGroup | QFileDevice::ReadOther;
        QVERIFY(!(QFile::permissions(options.stateFile) & readableByOthers));
    }

    void theControlPathSteers()
    {
        const auto control = [this](const QByteArray &method, const QByteArray &path, const QByteArray &body,
                                    const QByteArray &headers = "Host: 127.0.0.1\r\n") {
            return m_client->exchange(method + ' ' + path + " HTTP/1.1\r\n" + headers
                                      + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        };
        QCOMPARE(control("POST", "/_sandbox/faults", "throttle:CreateJob\n").status, 200);
        QCOMPARE(m_client->send("POST", "/job", jobDocument()).status, 429);
        QCOMPARE(control("POST", "/_sandbox/faults", "throttle").status, 400);
        QCOMPARE(control("POST", "/_sandbox/faults", "throttle:CreateJob:*").status, 200);
        QCOMPARE(control("DELETE", "/_sandbox/faults", {}).status, 200);
        QVERIFY(!m_client->createJob(jobDocument()).isEmpty());
        QCOMPARE(control("POST", "/_sandbox/speed", "7").status, 200);
        QCOMPARE(control("POST", "/_sandbox/speed", "fast").status, 400);
        const QJsonObject state = control("GET", "/_sandbox/state", {}).json();
        QCOMPARE(state[u"speed"].toDouble(), 7.0);
        QCOMPARE(state[u"jobs"][0][u"jobName"].toString(), u"bell-pair"_s);
        QCOMPARE(control("GET", "/_sandbox/requests", {}).json()[u"operations"][u"CreateJob"].toInt(), 2);
        QCOMPARE(control("POST", "/_sandbox/skew", "86400").status, 200);
        QCOMPARE(m_client->send("POST", "/job", jobDocument()).status, 403);
        QCOMPARE(control("GET", "/_sandbox/other", {}).status, 404);
        QCOMPARE(control("GET", "/_sandbox/state", {}, "Host: evil.example\r\n").status, 403);
        QCOMPARE(control("GET", "/_sandbox/state", {}, "Host: localhost\r\nOrigin: http://evil.example\r\n").status,
                 403);
    }

    void theLogHasALineForEachRequest()
    {
        QStringList lines;
        Sandbox::Options options;
        options.log = [&lines](const QString &line) { lines.append(line); };
        {
            const auto sandbox = Sandbox::start(options);
            WireClient client(**sandbox);
            client.createJob(jobDocument());
            client.send("GET", "/job/x");
        }
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].endsWith(u" CreateJob 201"), qPrintable(lines[0]));
        QVERIFY2(lines[1].endsWith(u" GetJob 400 ValidationException"), qPrintable(lines[1]));
    }

    void stoppingEndsOpenConnectionsAndDelays()
    {
        QVERIFY(m_sandbox->addFault(u"delay:SearchJobs:600s"_s));
        m_client->createJob(jobDocument());
        WireClient waiting(*m_sandbox);
        const std::unique_ptr<QThread> thread(QThread::create([&] {
            for (int tries = 0; m_sandbox->requestCount(u"SearchJobs"_s) == 0 && tries < 10000; ++tries)
                QThread::msleep(1);
            m_sandbox->stop();
        }));
        thread->start();
        const WireReply reply = waiting.send("POST", "/jobs", "{\"filters\":[]}"_ba);
        QVERIFY(!reply.complete);
        QVERIFY(thread->wait());
        m_sandbox->stop();
    }

private:
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<WireClient> m_client;
};

QTEST_GUILESS_MAIN(tst_Sandbox)
#include "tst_sandbox.moc"
