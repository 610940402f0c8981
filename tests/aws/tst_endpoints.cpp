#include "suitecases.h"

#include "aws/endpoints/resolve.h"

using namespace braketeer;
using namespace Qt::StringLiterals;

class tst_Endpoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void suite_data() { addSuiteCases("endpoints"); }

    void suite()
    {
        QFETCH(const QJsonObject, testCase);
        const QJsonObject params = testCase["params"_L1].toObject();
        aws::EndpointParameters parameters;
        parameters.region = params["Region"_L1].toString();
        parameters.useFips = params["UseFIPS"_L1].toBool();
        parameters.useDualStack = params["UseDualStack"_L1].toBool();
        parameters.endpoint = params["Endpoint"_L1].toString();
        parameters.useGlobalEndpoint = params["UseGlobalEndpoint"_L1].toBool();
        parameters.bucket = params["Bucket"_L1].toString();
        parameters.forcePathStyle = params["ForcePathStyle"_L1].toBool();
        parameters.accelerate = params["Accelerate"_L1].toBool();

        const auto endpoint = aws::resolveEndpoint(testCase["service"_L1].toString(), parameters);

        const QJsonObject expect = testCase["expect"_L1].toObject();
        if (expect.contains("error"_L1)) {
            QVERIFY2(!endpoint, endpoint ? endpoint->url.constData() : "");
            QCOMPARE(endpoint.error().kind, core::Error::Kind::Usage);
            QVERIFY(!endpoint.error().message.isEmpty());
            return;
        }
        QVERIFY2(endpoint.has_value(), endpoint ? "" : qPrintable(endpoint.error().message));
        QByteArray url = bytes(expect["url"_L1]);
        if (url.endsWith('/'))
            url.chop(1);
        QCOMPARE(endpoint->url, url);
        if (expect["signing_region"_L1].isNull())
            return;
        QCOMPARE(endpoint->signingName, expect["signing_name"_L1].toString());
        QCOMPARE(endpoint->signingRegion, expect["signing_region"_L1].toString());
        QCOMPARE(endpoint->disableDoubleEncoding, expect["disable_double_encoding"_L1].toBool());
    }

    // Source: Smithy's rules engine, aws.isVirtualHostableS3Bucket.
    void aBucketNamedLikeAnAddressIsNoHost_data()
    {
        QTest::addColumn<QString>("bucket");
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("number") << u"12345"_s << "https://12345.s3.us-west-2.amazonaws.com"_ba;
        QTest::newRow("address") << u"192.168.1.4"_s << "https://s3.us-west-2.amazonaws.com/192.168.1.4"_ba;
    }

    void aBucketNamedLikeAnAddressIsNoHost()
    {
        QFETCH(const QString, bucket);
        QFETCH(const QByteArray, url);
        aws::EndpointParameters parameters;
        parameters.region = u"us-west-2"_s;
        parameters.bucket = bucket;
        const auto endpoint = aws::resolveEndpoint(u"s3"_s, parameters);
        QVERIFY(endpoint.has_value());
        QCOMPARE(endpoint->url, url);
    }

    // A region comes from a file or the environment; it must not be able to name another host.
    void aRegionCannotNameAnotherHost_data()
    {
        QTest::addColumn<QString>("region");
        QTest::newRow("slash") << u"evil.example.com/"_s;
        QTest::newRow("dot") << u"us-west-2.evil"_s;
        QTest::newRow("at") << u"x@evil"_s;
        QTest::newRow("fragment") << u"evil#"_s;
        QTest::newRow("blank") << u"us west 2"_s;
        QTest::newRow("not ASCII") << u"us-w\u00e9st-2"_s;
        QTest::newRow("hyphen at the end") << u"us-west-"_s;
        QTest::newRow("line feed") << u"us-west-2\n"_s;
        QTest::newRow("too long") << QString(64, u'a');
    }

    void aRegionCannotNameAnotherHost()
    {
        QFETCH(const QString, region);
        for (const auto &service : {u"braket"_s, u"sts"_s, u"iam"_s}) {
            aws::EndpointParameters parameters;
            parameters.region = region;
            const auto endpoint = aws::resolveEndpoint(service, parameters);
            QVERIFY(!endpoint);
            QVERIFY(endpoint.error().message.contains(region));
        }
    }

    void aCustomEndpointMustBeAPlainAddress_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("no scheme") << u"localhost:8080"_s;
        QTest::newRow("other scheme") << u"ftp://example.com"_s;
        QTest::newRow("file") << u"file:///etc/passwd"_s;
        QTest::newRow("no host") << u"https://"_s;
        QTest::newRow("password") << u"https://user:secret@example.com"_s;
        QTest::newRow("query") << u"https://example.com/?a=b"_s;
        QTest::newRow("fragment") << u"https://example.com/#a"_s;
    }

    void aCustomEndpointMustBeAPlainAddress()
    {
        QFETCH(const QString, url);
        for (const auto &service : {u"braket"_s, u"s3"_s}) {
            aws::EndpointParameters parameters;
            parameters.region = u"us-west-2"_s;
            parameters.endpoint = url;
            QVERIFY(!aws::resolveEndpoint(service, parameters));
        }
    }

    void aCustomEndpointKeepsItsPath()
    {
        aws::EndpointParameters parameters;
        parameters.region = u"us-west-2"_s;
        parameters.endpoint = u"https://proxy.example.com/braket/v1/"_s;
        const auto endpoint = aws::resolveEndpoint(u"braket", parameters);
        QVERIFY(endpoint.has_value());
        QCOMPARE(endpoint->url, "https://proxy.example.com/braket/v1"_ba);
        QCOMPARE(endpoint->signingRegion, u"us-west-2"_s);
    }

    void anUnknownServiceIsNamed()
    {
        aws::EndpointParameters parameters;
        parameters.region = u"us-west-2"_s;
        const auto endpoint = aws::resolveEndpoint(u"quantum-tea", parameters);
        QVERIFY(!endpoint);
        QVERIFY(endpoint.error().message.contains(u"quantum-tea"_s));
    }
};

QTEST_APPLESS_MAIN(tst_Endpoints)
#include "tst_endpoints.moc"
