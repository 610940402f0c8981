#include "aws/errors/serviceerror.h"

#include <QTest>

using namespace braketeer;
using namespace Qt::StringLiterals;

class tst_ServiceError : public QObject
{
    Q_OBJECT

    static core::Error decode(int status, const aws::Headers &headers, const QByteArray &body)
    {
        return aws::decodeServiceError(status, headers, body, u"braket.us-west-2.amazonaws.com"_s);
    }

private Q_SLOTS:

    void whatServicesSay_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<aws::Headers>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("requestId");

        QTest::newRow("code in the header")
            << 400
            << aws::Headers{{"x-amzn-ErrorType"_ba, "ValidationException:http://internal.amazon.com/coral/"_ba},
                            {"x-amzn-RequestId"_ba, "id-1"_ba}}
            << "{\"message\": \"1 validation error detected\", \"__type\": \"Other\"}"_ba << u"ValidationException"_s
            << u"1 validation error detected"_s << u"id-1"_s;
        QTest::newRow("namespace in the header")
            << 403 << aws::Headers{{"x-amzn-errortype"_ba, "com.amazon.coral.service#AccessDeniedException"_ba}}
            << "{\"Message\": \"no\"}"_ba << u"AccessDeniedException"_s << u"no"_s << QString();
        QTest::newRow("type in the body")
            << 402 << aws::Headers{}
            << "{\"__type\":\"com.amazonaws.braket#ServiceQuotaExceededException\",\"message\":\"too many\"}"_ba
            << u"ServiceQuotaExceededException"_s << u"too many"_s << QString();
        QTest::newRow("code in the body")
            << 424 << aws::Headers{} << "{\"code\":\"DeviceOfflineException\",\"message\":\"offline\"}"_ba
            << u"DeviceOfflineException"_s << u"offline"_s << QString();
        QTest::newRow("Code before __type")
            << 409 << aws::Headers{} << "{\"Code\":\"ConflictException\",\"__type\":\"X\",\"message\":\"c\"}"_ba
            << u"ConflictException"_s << u"c"_s << QString();
        QTest::newRow("STS")
            << 403 << aws::Headers{}
            << "<ErrorResponse xmlns='https://sts.amazonaws.com/doc/2011-06-15/'><Error><Type>Sender</Type>"
               "<Code>InvalidClientTokenId</Code><Message>The security token is &lt;invalid&gt;.</Message></Error>"
               "<RequestId>id-2</RequestId></ErrorResponse>"_ba
            << u"InvalidClientTokenId"_s << u"The security token is <invalid>."_s << u"id-2"_s;
        QTest::newRow("S3")
            << 404 << aws::Headers{{"x-amz-request-id"_ba, "4442587FB7D0A2F9"_ba}}
            << "<?xml version='1.0' encoding='UTF-8'?><Error><Code>NoSuchKey</Code><Message>none</Message>"
               "<Resource>/b/k</Resource><RequestId>other</RequestId></Error>"_ba
            << u"NoSuchKey"_s << u"none"_s << u"4442587FB7D0A2F9"_s;
        QTest::newRow("HEAD answers nothing but a header")
            << 404 << aws::Headers{{"x-amz-request-id"_ba, "id-3"_ba}} << ""_ba << QString() << QString() << u"id-3"_s;
        QTest::newRow("line breaks in the message")
            << 400 << aws::Headers{} << "{\"__type\":\"ValidationException\",\"message\":\"a\\n\\u001b[31mb\"}"_ba
            << u"ValidationException"_s << u"a [31mb"_s << QString();
    }

    void whatServicesSay()
    {
        QFETCH(const int, status);
        QFETCH(const aws::Headers, headers);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, code);
        QFETCH(const QString, message);
        QFETCH(const QString, requestId);
        const core::Error error = decode(status, headers, body);
        QCOMPARE(error.kind, core::Error::Kind::Service);
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.serviceCode, code);
        QVERIFY2(error.message.contains(message), qPrintable(error.message));
        QVERIFY(error.message.contains(QString::number(status)));
        QCOMPARE(error.requestId, requestId);
        QCOMPARE(error.host, u"braket.us-west-2.amazonaws.com"_s);
        QVERIFY(!error.suggestion.isEmpty());
    }

    void eachTroubleHasItsAdvice_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("advice");
        QTest::newRow("expired") << 403 << "ExpiredTokenException"_ba
                                 << ""_ba << u"sign in again"_s;
        QTest::newRow("expired, STS") << 400 << "ExpiredToken"_ba
                                      << ""_ba << u"sign in again"_s;
        QTest::newRow("unknown key") << 403 << "UnrecognizedClientException"_ba
                                     << ""_ba << u"access key"_s;
        QTest::newRow("wrong secret") << 403 << "InvalidSignatureException"_ba
                                      << ""_ba << u"secret"_s;
        QTest::newRow("pass role")
            << 403 << "AccessDeniedException"_ba
            << "User: arn:aws:iam::1:user/a is not authorized to perform: iam:PassRole on resource: r"_ba
            << u"iam:PassRole"_s;
        QTest::newRow("explicit deny") << 403 << "AccessDeniedException"_ba
                                       << "... with an explicit deny in a service control policy"_ba << u"forbids"_s;
        QTest::newRow("resource not granted") << 403 << "AccessDeniedException"_ba
                                              << "account is not authorized to use this resource"_ba << u"ask AWS"_s;
        QTest::newRow("denied") << 403 << "AccessDeniedException"_ba
                                << "no"_ba << u"whoami"_s;
        QTest::newRow("throttled") << 429 << "ThrottlingException"_ba
                                   << ""_ba << u"wait"_s;
        QTest::newRow("quota") << 402 << "ServiceQuotaExceededException"_ba
                               << ""_ba << u"Service Quotas"_s;
        QTest::newRow("402 without a code") << 402 << ""_ba
                                            << ""_ba << u"Service Quotas"_s;
        QTest::newRow("offline") << 424 << "DeviceOfflineException"_ba
                                 << ""_ba << u"online again"_s;
        QTest::newRow("retired") << 410 << "DeviceRetiredException"_ba
                                 << ""_ba << u"for good"_s;
        QTest::newRow("conflict") << 409 << "ConflictException"_ba
                                  << ""_ba << u"client token"_s;
        QTest::newRow("validation") << 400 << "ValidationException"_ba
                                    << ""_ba << u"Correct"_s;
        QTest::newRow("clock") << 403 << "RequestTimeTooSkewed"_ba
                               << ""_ba << u"clock"_s;
        QTest::newRow("proxy") << 407 << ""_ba
                               << ""_ba << u"HTTPS_PROXY"_s;
        QTest::newRow("something in between") << 403 << ""_ba
                                              << ""_ba << u"in its place"_s;
    }

    void eachTroubleHasItsAdvice()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, code);
        QFETCH(const QByteArray, message);
        QFETCH(const QString, advice);
        const core::Error error = decode(status, {{"x-amzn-errortype"_ba, code}}, "{\"message\": \"" + message + "\"}");
        QVERIFY2(error.suggestion.contains(advice), qPrintable(error.suggestion));
    }

    // Every way to cut a real answer off, and every byte of it wrong.
    void brokenAnswersAreSurvived_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("JSON") << "{\"__type\":\"a.b#ValidationException\",\"message\":\"\\u00e9 no\",\"x\":[1,{}]}"_ba;
        QTest::newRow("XML")
            << "<?xml version='1.0' encoding='UTF-8'?><ErrorResponse xmlns='x'><Error><Code>NoSuchKey</Code>"
               "<Message>a &lt;b&gt; &#233;</Message></Error><RequestId>1</RequestId></ErrorResponse>"_ba;
    }

    void brokenAnswersAreSurvived()
    {
        QFETCH(const QByteArray, body);
        for (qsizetype i = 0; i < body.size(); ++i) {
            QCOMPARE(decode(400, {}, body.first(i)).httpStatus, 400);
            for (const char byte : {'\0', '<', '"', '{', '&', '\xff'}) {
                QByteArray changed = body;
                changed[i] = byte;
                QVERIFY(!decode(400, {}, changed).message.isEmpty());
            }
        }
    }

    void hostileAnswersAreSurvived_data()
    {
        QTest::addColumn<aws::Headers>("headers");
        QTest::addColumn<QByteArray>("body");
        const aws::Headers none;
        QTest::newRow("empty") << none << ""_ba;
        QTest::newRow("brackets without end") << none << QByteArray(500'000, '[');
        QTest::newRow("objects without end") << none << QByteArray("{\"a\":").repeated(100'000);
        QTest::newRow("elements without end") << none << QByteArray("<a>").repeated(200'000);
        QTest::newRow("huge message") << none << "{\"message\":\"" + QByteArray(900'000, 'x') + "\"}";
        QTest::newRow("larger than anything") << none << "{\"message\":\"" + QByteArray(9'000'000, 'x') + "\"}";
        QTest::newRow("wrong types") << none << "{\"message\": {\"a\": 1}, \"code\": 17, \"__type\": null}"_ba;
        QTest::newRow("bytes") << none << QByteArray::fromHex("7bff00fe22");
        QTest::newRow("code with line feeds") << none << "{\"code\": \"a\\nb: c\", \"message\": \"m\"}"_ba;
        QTest::newRow("entity bomb")
            << none
            << "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
               "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
               "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>]><Error><Message>&e;&e;&e;</Message></Error>"_ba;
        QTest::newRow("a message in many pieces")
            << none << "<Error><Message>" + QByteArray("a<!-- -->").repeated(100'000) + "</Message></Error>";
        QTest::newRow("headers") << aws::Headers{{"x-amzn-errortype"_ba, QByteArray(100'000, 'E')},
                                                 {"x-amzn-requestid"_ba, QByteArray(100'000, '\x01')}}
                                 << "{}"_ba;
    }

    void hostileAnswersAreSurvived()
    {
        QFETCH(const aws::Headers, headers);
        QFETCH(const QByteArray, body);
        for (const int status : {0, 200, 302, 400, 500, 999}) {
            const core::Error error = decode(status, headers, body);
            QCOMPARE(error.kind, core::Error::Kind::Service);
            QVERIFY(!error.message.isEmpty());
            QVERIFY(error.message.size() < 3000);
            QVERIFY(error.requestId.size() <= 200);
            QVERIFY(error.serviceCode.size() <= 128);
            QVERIFY(!error.serviceCode.contains(u'\n'));
            QVERIFY(!error.message.contains(u'\n'));
        }
    }
};

QTEST_APPLESS_MAIN(tst_ServiceError)
#include "tst_serviceerror.moc"
