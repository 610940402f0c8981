#include "../aws/clientfixture.h"

#include "services/s3/access.h"
#include "services/s3/createbucket.h"
#include "services/s3/getobject.h"
#include "services/s3/headbucket.h"
#include "services/s3/listobjectsv2.h"
#include "services/s3/presignedurl.h"
#include "services/s3/putobject.h"
#include "services/s3/region.h"

#include <QTest>

using namespace braketeer;
using namespace braketeer::services::s3;
using namespace Qt::StringLiterals;

namespace {

QByteArray error(const char *code, const QByteArray &more = {}, const QByteArray &message = "No.")
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>"_ba + code + "</Code><Message>" + message
           + "</Message>" + more + "<RequestId>r</RequestId></Error>";
}

aws::Refusal refusal(int status, const QByteArray &body, const aws::Headers &headers = {})
{
    aws::Refusal made;
    made.error.kind = core::Error::Kind::Service;
    made.error.httpStatus = status;
    made.headers = headers;
    made.body = body;
    return made;
}

/// The region in a request's signature: "Credential=AKIDEXAMPLE/20260102/eu-west-1/s3/aws4_request".
QByteArray signedRegion(const QByteArray &request)
{
    return ScriptedServer::header(request, "authorization").split('/').value(2);
}

/// A server with a bucket in eu-west-1, asked by a client in us-west-2.
struct Far
{
    ScriptedServer server;
    ClientFixture fixture{server.url()};
    Access access;

    explicit Far(ScriptedServer::Reply elsewhere)
    {
        access.client = fixture.client();
        access.regions = std::make_shared<BucketRegions>();
        server.answer = [elsewhere](const QByteArray &request) {
            if (signedRegion(request) != "eu-west-1")
                return elsewhere;
            const bool head = request.startsWith("HEAD");
            return ScriptedServer::status("200 OK", head ? QByteArray() : "<ListBucketResult></ListBucketResult>"_ba);
        };
    }

    core::Result<ListedObjects> list()
    {
        ListObjectsInput input;
        input.bucket = u"bucket"_s;
        return QCoro::waitFor(listObjectsV2(access, input));
    }
};

ScriptedServer::Reply bare(const QByteArray &status, const QByteArray &headers)
{
    return {"HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n" + headers + "\r\n"};
}

} // namespace

class tst_S3Region : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void refusalsNameTheRegion_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("region");
        const QByteArray none;
        QTest::newRow("header") << none << "x-amz-bucket-region"_ba
                                << "eu-west-1"_ba << u"eu-west-1"_s;
        QTest::newRow("header and body differ")
            << error("AuthorizationHeaderMalformed", "<Region>us-east-1</Region>") << "X-Amz-Bucket-Region"_ba
            << "eu-west-1"_ba << u"eu-west-1"_s;
        QTest::newRow("Region") << error("AuthorizationHeaderMalformed", "<Region>eu-west-1</Region>") << none << none
                                << u"eu-west-1"_s;
        QTest::newRow("Endpoint, virtual host")
            << error("PermanentRedirect", "<Endpoint>bucket.s3.eu-west-1.amazonaws.com</Endpoint>") << none << none
            << u"eu-west-1"_s;
        QTest::newRow("Endpoint, old form")
            << error("PermanentRedirect", "<Endpoint>bucket.s3-eu-west-1.amazonaws.com</Endpoint>") << none << none
            << u"eu-west-1"_s;
        QTest::newRow("Endpoint without a region")
            << error("PermanentRedirect", "<Endpoint>bucket.s3.amazonaws.com</Endpoint>") << none << none << QString();
        QTest::newRow("Location") << none << "Location"_ba
                                  << "https://bucket.s3.eu-north-1.amazonaws.com/key?x=y"_ba << u"eu-north-1"_s;
        QTest::newRow("message") << error(
            "AuthorizationHeaderMalformed", {},
            "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'")
                                 << none << none << u"eu-west-1"_s;
        QTest::newRow("another host") << none << "Location"_ba
                                      << "https://evil.example/"_ba << QString();
        QTest::newRow("no region's name") << none << "x-amz-bucket-region"_ba
                                          << "evil.example/"_ba << QString();
        QTest::newRow("no XML") << "<html>"_ba << none << none << QString();
    }

    void refusalsNameTheRegion()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, value);
        const aws::Headers headers = header.isEmpty() ? aws::Headers() : aws::Headers{{header, value}};
        QTEST(regionOf(refusal(301, body, headers)), "region");
    }

    void hostsNameTheirRegion_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("region");
        QTest::newRow("plain") << u"s3.us-west-2.amazonaws.com"_s << u"us-west-2"_s;
        QTest::newRow("bucket with dots") << u"my.dotted.bucket.s3.us-west-2.amazonaws.com"_s << u"us-west-2"_s;
        QTest::newRow("dual stack") << u"b.s3.dualstack.us-west-2.amazonaws.com"_s << u"us-west-2"_s;
        QTest::newRow("FIPS") << u"b.s3-fips.us-gov-west-1.amazonaws.com"_s << u"us-gov-west-1"_s;
        QTest::newRow("China") << u"b.s3.cn-north-1.amazonaws.com.cn"_s << u"cn-north-1"_s;
        QTest::newRow("with a port") << u"b.s3.us-west-2.amazonaws.com:443"_s << u"us-west-2"_s;
        QTest::newRow("global") << u"b.s3.amazonaws.com"_s << QString();
        QTest::newRow("accelerated") << u"b.s3-accelerate.amazonaws.com"_s << QString();
        QTest::newRow("an old name") << u"s3-external-1.amazonaws.com"_s << u"us-east-1"_s;
        QTest::newRow("a bucket's name only") << u"s3.us-west-2.example.com"_s << QString();
        QTest::newRow("a name that ends so") << u"evils3.us-west-2.amazonaws.com"_s << QString();
    }

    void hostsNameTheirRegion()
    {
        QFETCH(const QString, host);
        QTEST(regionOfHost(host), "region");
    }

    void aBucketIsFollowedToItsRegion_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("headers");
        const QByteArray told = "x-amz-bucket-region: eu-west-1\r\n"_ba;
        QTest::newRow("301 with the header") << "301 Moved Permanently"_ba << error("PermanentRedirect") << told;
        QTest::newRow("301 with an endpoint")
            << "301 Moved Permanently"_ba
            << error("PermanentRedirect", "<Endpoint>bucket.s3.eu-west-1.amazonaws.com</Endpoint>") << QByteArray();
        QTest::newRow("307 with a location") << "307 Temporary Redirect"_ba << error("TemporaryRedirect")
                                             << "Location: https://bucket.s3.eu-west-1.amazonaws.com/\r\n"_ba;
        QTest::newRow("400, signed for another region")
            << "400 Bad Request"_ba << error("AuthorizationHeaderMalformed", "<Region>eu-west-1</Region>")
            << QByteArray();
        QTest::newRow("400, location constraint")
            << "400 Bad Request"_ba << error("IllegalLocationConstraintException") << told;
    }

    void aBucketIsFollowedToItsRegion()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, headers);
        Far far(ScriptedServer::status(status, body, headers));
        const auto first = far.list();
        QVERIFY2(first, first ? "" : qPrintable(first.error().text()));
        QCOMPARE(far.server.requests.size(), 2);
        QCOMPARE(signedRegion(far.server.requests[0]), "us-west-2"_ba);
        QCOMPARE(signedRegion(far.server.requests[1]), "eu-west-1"_ba);
        QCOMPARE(far.access.regions->of(u"bucket"_s), u"eu-west-1"_s);
        QVERIFY(far.list()); // and it is remembered
        QCOMPARE(far.server.requests.size(), 3);
        QCOMPARE(signedRegion(far.server.requests[2]), "eu-west-1"_ba);
    }

    void aHeadIsFollowedWithoutABody_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("301") << "301 Moved Permanently"_ba;
        QTest::newRow("400") << "400 Bad Request"_ba;
        QTest::newRow("403") << "403 Forbidden"_ba;
    }

    void aHeadIsFollowedWithoutABody()
    {
        QFETCH(const QByteArray, status);
        Far far(bare(status, "x-amz-bucket-region: eu-west-1\r\n"));
        const auto head = QCoro::waitFor(headBucket(far.access, u"bucket"_s));
        QVERIFY2(head, head ? "" : qPrintable(head.error().text()));
        QCOMPARE(head->region, u"eu-west-1"_s);
    }

    // Where one may not look, S3 still says where it is.
    void theRegionIsLearnedFromARefusal()
    {
        Far far(bare("403 Forbidden", "x-amz-bucket-region: us-west-2\r\n"));
        const auto head = QCoro::waitFor(headBucket(far.access, u"bucket"_s));
        QVERIFY(!head);
        QCOMPARE(head.error().httpStatus, 403);
        QCOMPARE(far.server.requests.size(), 1);
        QCOMPARE(far.access.regions->of(u"bucket"_s), u"us-west-2"_s);
    }

    void redirectsThatLeadNowhereEnd_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("requests");
        QTest::newRow("no region told") << QByteArray() << 1;
        QTest::newRow("the same region") << "x-amz-bucket-region: us-west-2\r\n"_ba << 1;
        QTest::newRow("another host") << "Location: https://evil.example/bucket\r\n"_ba << 1;
    }

    void redirectsThatLeadNowhereEnd()
    {
        QFETCH(const QByteArray, headers);
        Far far(ScriptedServer::status("301 Moved Permanently", error("PermanentRedirect"), headers));
        const auto listed = far.list();
        QVERIFY(!listed);
        QCOMPARE(listed.error().kind, core::Error::Kind::Service);
        QTEST(int(far.server.requests.size()), "requests");
    }

    void aCircleOfRegionsEnds()
    {
        Far far(ScriptedServer::ok({}));
        far.server.answer = [](const QByteArray &request) {
            const QByteArray other = signedRegion(request) == "eu-west-1" ? "eu-west-2"_ba : "eu-west-1"_ba;
            return ScriptedServer::status("301 Moved Permanently", error("PermanentRedirect"),
                                          "x-amz-bucket-region: " + other + "\r\n");
        };
        QVERIFY(!far.list());
        QCOMPARE(far.server.requests.size(), 3);
    }

    void aRefusalStaysOne()
    {
        Far far(ScriptedServer::status("403 Forbidden", error("AccessDenied"), "x-amz-bucket-region: eu-west-1\r\n"));
        const auto listed = far.list();
        QVERIFY(!listed);
        QCOMPARE(listed.error().serviceCode, u"AccessDenied"_s);
        QCOMPARE(listed.error().requestId, u"r"_s);
        QCOMPARE(far.server.requests.size(), 1);
    }

    void withoutASignatureNoKeysAreAsked()
    {
        Far far(ScriptedServer::ok("<ListBucketResult></ListBucketResult>"));
        far.access.anonymous = true;
        QVERIFY(far.list());
        QCOMPARE(far.fixture.keys->asked, 0);
        QVERIFY(ScriptedServer::header(far.server.requests[0], "authorization").isEmpty());
        QVERIFY(far.server.requests[0].startsWith("GET /bucket?list-type=2"));
    }

    void whoPaysSaysSo()
    {
        Far far(ScriptedServer::ok("<ListBucketResult></ListBucketResult>"));
        far.access.requesterPays = true;
        QVERIFY(far.list());
        QCOMPARE(ScriptedServer::header(far.server.requests[0], "x-amz-request-payer"), "requester"_ba);
        QVERIFY(ScriptedServer::header(far.server.requests[0], "authorization").contains("x-amz-request-payer"));
        const auto url = QCoro::waitFor(presignedUrl(
            far.access, getObjectRequest(GetObjectInput({u"bucket"_s, u"k"_s})), std::chrono::seconds(60)));
        QVERIFY(url);
        QVERIFY2(url->contains("&x-amz-request-payer=requester"_L1)
                     || url->contains("?x-amz-request-payer=requester"_L1),
                 qPrintable(*url));
        QVERIFY(url->contains("SignedHeaders=host&"_L1));
    }

    void aLifeOutsideSevenDaysIsRefused_data()
    {
        QTest::addColumn<int>("seconds");
        for (const int seconds : {-1, 0, 604801})
            QTest::addRow("%d", seconds) << seconds;
    }

    void aLifeOutsideSevenDaysIsRefused()
    {
        QFETCH(const int, seconds);
        Far far(ScriptedServer::ok({}));
        const auto url = QCoro::waitFor(presignedUrl(
            far.access, getObjectRequest(GetObjectInput({u"bucket"_s, u"k"_s})), std::chrono::seconds(seconds)));
        QVERIFY(!url);
        QCOMPARE(url.error().kind, core::Error::Kind::Usage);
        QCOMPARE(far.server.connections, 0);
    }

    void theBucketStandsInPathOrHost_data()
    {
        QTest::addColumn<int>("style");
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("bucket");
        QTest::addColumn<QString>("url");
        const int automatic = int(aws::S3Addressing::Automatic);
        const int path = int(aws::S3Addressing::Path);
        const int host = int(aws::S3Addressing::Virtual);
        QTest::newRow("AWS") << automatic << QString() << u"bucket"_s
                             << u"https://bucket.s3.us-west-2.amazonaws.com/k?"_s;
        QTest::newRow("AWS, dots") << automatic << QString() << u"my.bucket"_s
                                   << u"https://s3.us-west-2.amazonaws.com/my.bucket/k?"_s;
        QTest::newRow("AWS, capitals") << automatic << QString() << u"My_Bucket"_s
                                       << u"https://s3.us-west-2.amazonaws.com/My_Bucket/k?"_s;
        QTest::newRow("AWS, path") << path << QString() << u"bucket"_s
                                   << u"https://s3.us-west-2.amazonaws.com/bucket/k?"_s;
        QTest::newRow("another server") << automatic << u"http://minio.example:9000"_s << u"bucket"_s
                                        << u"http://minio.example:9000/bucket/k?"_s;
        QTest::newRow("another server, host")
            << host << u"http://minio.example:9000"_s << u"bucket"_s << u"http://bucket.minio.example:9000/k?"_s;
        QTest::newRow("another server, below a path")
            << automatic << u"https://example.com/s3/"_s << u"bucket"_s << u"https://example.com/s3/bucket/k?"_s;
    }

    void theBucketStandsInPathOrHost()
    {
        QFETCH(const int, style);
        QFETCH(const QString, endpoint);
        QFETCH(const QString, bucket);
        QFETCH(const QString, url);
        ClientFixture fixture(endpoint);
        fixture.config.s3Addressing = aws::S3Addressing(style);
        Access access;
        access.client = fixture.client();
        access.regions = std::make_shared<BucketRegions>();
        const aws::Request request = getObjectRequest(GetObjectInput({bucket, u"k"_s}));
        const auto signedUrl = QCoro::waitFor(presignedUrl(access, request, std::chrono::seconds(60)));
        QVERIFY2(signedUrl, signedUrl ? "" : qPrintable(signedUrl.error().text()));
        QCOMPARE(signedUrl->first(url.size()), url);
    }

    void bodiesAreWhatWasSigned()
    {
        Far far(ScriptedServer::status("200 OK", {}, "ETag: \"e\"\r\n"));
        far.access.regions->learn(u"bucket"_s, u"us-west-2"_s);
        PutObjectInput input({u"bucket"_s, u"folder/"_s});
        const auto put = QCoro::waitFor(putObject(far.access, input));
        QVERIFY2(put, put ? "" : qPrintable(put.error().text()));
        QCOMPARE(*put, u"\"e\""_s);
        QVERIFY(far.server.requests[0].startsWith("PUT /bucket/folder/ HTTP/1.1"));
        QCOMPARE(ScriptedServer::header(far.server.requests[0], "content-length"), "0"_ba);
        QCOMPARE(ScriptedServer::header(far.server.requests[0], "content-type"), QByteArray());
    }
};

QTEST_GUILESS_MAIN(tst_S3Region)
#include "tst_s3_region.moc"
