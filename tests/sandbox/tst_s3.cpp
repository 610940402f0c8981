#include "s3client.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer;
using namespace braketeer::sandbox;
using namespace Qt::StringLiterals;

namespace {

constexpr char demoBucket[] = "/amazon-braket-us-west-2-000000000000";

QByteArray md5(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex();
}

QByteArray quoted(const QByteArray &text)
{
    return '"' + text + '"';
}

} // namespace

class tst_S3 : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        start({});
        QVERIFY(m_sandbox->createBucket("bucket", "us-west-2"));
    }

    void cleanup()
    {
        m_client.reset();
        m_sandbox.reset();
    }

    void theDemoHasABucketWithScriptsAndManyKeys()
    {
        const QList<QByteArray> names = elements(m_client->get("/"), "Name");
        QVERIFY(names.contains("amazon-braket-us-west-2-000000000000"));
        QVERIFY(!names.contains("sandbox-public"));
        const WireReply top = m_client->get(demoBucket + "?list-type=2&delimiter=%2F"_ba);
        QCOMPARE(element(top, "KeyCount"), "4"_ba);
        const WireReply archive = m_client->get(demoBucket + "/jobs/bell-pair/1767603600000/script/source.tar.gz"_ba);
        QVERIFY(archive.body.startsWith("\x1f\x8b"));
        QCOMPARE(archive.headers.value("etag"), quoted(md5(archive.body)));
    }

    void whatWasPutIsGot_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("plain") << "a/b.txt"_ba;
        QTest::newRow("blank and plus") << "a b+c"_ba;
        QTest::newRow("percent") << "100%"_ba;
        QTest::newRow("slashes") << "//a//b/"_ba;
        QTest::newRow("dot segments") << "../a/./b/.."_ba;
        QTest::newRow("control") << "a\x01\n\x7f"_ba;
        QTest::newRow("precomposed") << "\xc3\xa9"_ba;
        QTest::newRow("decomposed") << "e\xcc\x81"_ba;
        QTest::newRow("markup") << "<a>&\"'"_ba;
        QTest::newRow("longest") << QByteArray(1024, 'x');
    }

    void whatWasPutIsGot()
    {
        QFETCH(const QByteArray, key);
        const QByteArray target = "/bucket/" + key.toPercentEncoding("/");
        const WireReply put = m_client->put(target, "body of " + key, {{"x-amz-meta-note", "a b"}});
        QCOMPARE(put.status, 200);
        QCOMPARE(m_sandbox->object("bucket", key), "body of " + key);
        const WireReply got = m_client->get(target);
        QCOMPARE(got.body, "body of " + key);
        QCOMPARE(got.headers.value("x-amz-meta-note"), "a b"_ba);
        QCOMPARE(got.headers.value("content-type"), "binary/octet-stream"_ba);
        QCOMPARE(got.headers.value("etag"), put.headers.value("etag"));
        const WireReply list = m_client->get("/bucket?list-type=2&encoding-type=url");
        QCOMPARE(QByteArray::fromPercentEncoding(element(list, "Key")), key);
        QCOMPARE(m_client->send({"DELETE", target, {}, {}, {}}).status, 204);
        QVERIFY(!m_sandbox->object("bucket", key));
    }

    void namesThatDifferInCaseAreTwoObjects()
    {
        m_client->put("/bucket/A", "1");
        m_client->put("/bucket/a", "2");
        QCOMPARE(m_client->get("/bucket/A").body, "1"_ba);
        QCOMPARE(m_client->get("/bucket/a").body, "2"_ba);
    }

    void aHeadHasTheHeadersWithoutTheBody()
    {
        m_sandbox->putObject("bucket", "a", "12345");
        const WireReply head = m_client->send({"HEAD", "/bucket/a", {}, {}, {}});
        QCOMPARE(head.status, 200);
        QCOMPARE(head.headers.value("content-length"), "5"_ba);
        QCOMPARE(m_client->get("/bucket/a").body, "12345"_ba); // on the same connection
        QCOMPARE(m_client->send({"HEAD", "/bucket/b", {}, {}, {}}).status, 404);
        QCOMPARE(m_client->send({"HEAD", "/bucket", {}, {}, {}}).headers.value("x-amz-bucket-region"), "us-west-2"_ba);
    }

    void aRangeIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("first") << "bytes=0-2"_ba << 206 << "012"_ba;
        QTest::newRow("open") << "bytes=7-"_ba << 206 << "789"_ba;
        QTest::newRow("suffix") << "bytes=-3"_ba << 206 << "789"_ba;
        QTest::newRow("beyond the end") << "bytes=8-99"_ba << 206 << "89"_ba;
        QTest::newRow("long suffix") << "bytes=-99"_ba << 206 << "0123456789"_ba;
        QTest::newRow("several") << "bytes=0-0,2-2"_ba << 200 << "0123456789"_ba;
        QTest::newRow("backwards") << "bytes=5-2"_ba << 200 << "0123456789"_ba;
        QTest::newRow("no range") << "lines=1-2"_ba << 200 << "0123456789"_ba;
        QTest::newRow("behind the end") << "bytes=10-"_ba << 416 << QByteArray();
        QTest::newRow("nothing") << "bytes=-0"_ba << 416 << QByteArray();
    }

    void aRangeIsAnswered()
    {
        QFETCH(const QByteArray, range);
        m_sandbox->putObject("bucket", "a", "0123456789");
        const WireReply reply = m_client->get("/bucket/a", {{"range", range}});
        QTEST(reply.status, "status");
        if (reply.status < 300)
            QTEST(reply.body, "body");
        else
            QCOMPARE(element(reply, "Code"), "InvalidRange"_ba);
    }

    void conditionsDecide_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        const QByteArray eTag = quoted(md5("x"));
        QTest::newRow("match") << "if-match"_ba << eTag << 200;
        QTest::newRow("other") << "if-match"_ba
                               << "\"0\""_ba << 412;
        QTest::newRow("none match") << "if-none-match"_ba << eTag << 304;
        QTest::newRow("none other") << "if-none-match"_ba
                                    << "\"0\""_ba << 200;
        QTest::newRow("since long") << "if-modified-since"_ba
                                    << "Mon, 05 Jan 2009 09:00:00 GMT"_ba << 200;
        QTest::newRow("since the future") << "if-modified-since"_ba
                                          << "Thu, 05 Jan 2090 09:00:00 GMT"_ba << 304;
        QTest::newRow("unmodified") << "if-unmodified-since"_ba
                                    << "Mon, 05 Jan 2009 09:00:00 GMT"_ba << 412;
    }

    void conditionsDecide()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, value);
        m_sandbox->putObject("bucket", "a", "x");
        QTEST(m_client->get("/bucket/a", {{header, value}}).status, "status");
        QCOMPARE(m_client->get("/bucket/a").body, "x"_ba); // a 304 has left nothing on the connection
    }

    void nothingIsReplacedWhereThatIsForbidden()
    {
        QCOMPARE(m_client->put("/bucket/a", "1", {{"if-none-match", "*"}}).status, 200);
        QCOMPARE(m_client->put("/bucket/a", "2", {{"if-none-match", "*"}}).status, 412);
        QCOMPARE(m_client->put("/bucket/a", "2", {{"if-match", "\"0\""}}).status, 412);
        QCOMPARE(m_sandbox->object("bucket", "a"), "1"_ba);
    }

    void aListIsDividedAndPaged()
    {
        for (const char *key : {"a", "b/1", "b/2", "c", "d/1"})
            m_sandbox->putObject("bucket", key, "x");
        QList<QByteArray> seen;
        QByteArray token;
        for (int page = 0; page < 10; ++page) {
            const QByteArray more = token.isEmpty() ? QByteArray() : "&continuation-token=" + token.toPercentEncoding();
            const WireReply reply = m_client->get("/bucket?list-type=2&max-keys=1&delimiter=%2F" + more);
            seen += elements(reply, "Key") + elements(reply, "CommonPrefixes");
            token = element(reply, "NextContinuationToken");
            QCOMPARE(element(reply, "IsTruncated"), token.isEmpty() ? "false"_ba : "true"_ba);
            if (token.isEmpty())
                break;
        }
        QCOMPARE(seen, (QList<QByteArray>{"a", "b/", "c", "d/"}));
        QCOMPARE(elements(m_client->get("/bucket?list-type=2&start-after=b%2F1"), "Key"),
                 (QList<QByteArray>{"b/2", "c", "d/1"}));
        QCOMPARE(elements(m_client->get("/bucket?list-type=2&prefix=b%2F"), "Key"), (QList<QByteArray>{"b/1", "b/2"}));
        QCOMPARE(elements(m_client->get("/bucket?delimiter=%2F&marker=b%2F"), "Key"), (QList<QByteArray>{"c"}));
    }

    void madeUpKeysAreListedOnce()
    {
        Options options;
        options.manyKeys = 2500;
        start(options);
        QList<QByteArray> keys;
        QByteArray token;
        do {
            const QByteArray more = token.isEmpty() ? QByteArray() : "&continuation-token=" + token.toPercentEncoding();
            const WireReply reply = m_client->get(demoBucket + "?list-type=2&prefix=measurements%2F"_ba + more);
            keys += elements(reply, "Key");
            token = element(reply, "NextContinuationToken");
        } while (!token.isEmpty());
        QCOMPARE(keys.size(), 2500);
        QCOMPARE(keys.constFirst(), "measurements/0000000.json"_ba);
        QCOMPARE(keys.constLast(), "measurements/0002499.json"_ba);
        const WireReply one = m_client->get(demoBucket + "?list-type=2&prefix=measurements%2F0000123"_ba);
        const WireReply got = m_client->get(demoBucket + "/measurements/0000123.json"_ba);
        QCOMPARE(element(one, "Size"), QByteArray::number(got.body.size()));
        QCOMPARE(element(one, "ETag"), got.headers.value("etag"));
        QVERIFY(!got.json().isEmpty());
        QCOMPARE(m_client->get(demoBucket + "/measurements/0002500.json"_ba).status, 404);
    }

    void anUploadInPartsBecomesOneObject()
    {
        const QByteArray part1(5 << 20, 'a');
        const QByteArray part2 = "the end";
        const QByteArray id = element(m_client->post("/bucket/big?uploads=", {}), "UploadId");
        QVERIFY(!id.isEmpty());
        const QByteArray base = "/bucket/big?uploadId=" + id;
        m_client->put("/bucket/big?partNumber=1&uploadId=" + id, part1);
        m_client->put("/bucket/big?partNumber=2&uploadId=" + id, part2);
        QCOMPARE(elements(m_client->get(base), "PartNumber"), (QList<QByteArray>{"1", "2"}));
        QCOMPARE(element(m_client->get("/bucket?uploads="), "Key"), "big"_ba);
        const WireReply done = m_client->post(base, completion({md5(part1), md5(part2)}));
        QCOMPARE(done.status, 200);
        const QByteArray digests = QByteArray::fromHex(md5(part1)) + QByteArray::fromHex(md5(part2));
        QCOMPARE(element(done, "ETag"), quoted(md5(digests) + "-2"));
        QCOMPARE(m_sandbox->object("bucket", "big"), part1 + part2);
        const WireReply across = m_client->get("/bucket/big", {{"range", "bytes=5242878-5242882"}});
        QCOMPARE(across.body, "aathe"_ba);
        QCOMPARE(m_client->get(base).status, 404);
    }

    void wrongPartsAreRefused()
    {
        const QByteArray id = element(m_client->post("/bucket/big?uploads=", {}), "UploadId");
        const QByteArray base = "/bucket/big?uploadId=" + id;
        m_client->put("/bucket/big?partNumber=1&uploadId=" + id, "small");
        m_client->put("/bucket/big?partNumber=2&uploadId=" + id, "small");
        const QByteArray tag = md5("small");
        QCOMPARE(element(m_client->post(base, completion({tag, tag})), "Code"), "EntityTooSmall"_ba);
        QCOMPARE(element(m_client->post(base, completion({tag, md5("x")})), "Code"), "EntityTooSmall"_ba);
        QCOMPARE(element(m_client->post(base, completion({md5("x")})), "Code"), "InvalidPart"_ba);
        QCOMPARE(element(m_client->post(base, "<x>"), "Code"), "MalformedXML"_ba);
        QCOMPARE(element(m_client->put("/bucket/big?partNumber=0&uploadId=" + id, "x"), "Code"), "InvalidArgument"_ba);
        QCOMPARE(m_client->send({"DELETE", base, {}, {}, {}}).status, 204);
        QCOMPARE(element(m_client->post(base, completion({tag})), "Code"), "NoSuchUpload"_ba);
    }

    void checksumsAreVerifiedAndKept_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        // Of "123456789", the check values of the catalogue of CRC algorithms.
        QTest::newRow("CRC32") << "x-amz-checksum-crc32"_ba << QByteArray::fromHex("cbf43926").toBase64();
        QTest::newRow("CRC32C") << "x-amz-checksum-crc32c"_ba << QByteArray::fromHex("e3069283").toBase64();
        QTest::newRow("CRC64NVME") << "x-amz-checksum-crc64nvme"_ba
                                   << QByteArray::fromHex("ae8b14860a799888").toBase64();
        QTest::newRow("SHA1") << "x-amz-checksum-sha1"_ba
                              << QCryptographicHash::hash("123456789", QCryptographicHash::Sha1).toBase64();
        QTest::newRow("SHA256") << "x-amz-checksum-sha256"_ba
                                << QCryptographicHash::hash("123456789", QCryptographicHash::Sha256).toBase64();
    }

    void checksumsAreVerifiedAndKept()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, value);
        QCOMPARE(m_client->put("/bucket/a", "123456789", {{header, value}}).headers.value(header), value);
        QCOMPARE(m_client->get("/bucket/a", {{"x-amz-checksum-mode", "ENABLED"}}).headers.value(header), value);
        QVERIFY(!m_client->get("/bucket/a").headers.contains(header));
        QCOMPARE(element(m_client->put("/bucket/b", "12345678x", {{header, value}}), "Code"), "BadDigest"_ba);
        QVERIFY(!m_sandbox->object("bucket", "b"));
    }

    void aWrongBodyIsRefused()
    {
        S3Request request{"PUT", "/bucket/a", "body", {}, {}};
        request.payloadHash = QByteArray(64, '0');
        QCOMPARE(element(m_client->send(request), "Code"), "XAmzContentSHA256Mismatch"_ba);
        request = {"PUT", "/bucket/a", "body", {{"content-md5", QByteArray::fromHex(md5("x")).toBase64()}}, {}};
        QCOMPARE(element(m_client->send(request), "Code"), "BadDigest"_ba);
        QVERIFY(!m_sandbox->object("bucket", "a"));
    }

    void trailersAreVerified_data()
    {
        QTest::addColumn<QByteArray>("trailer");
        QTest::addColumn<QByteArray>("code"); // empty: taken
        const QByteArray crc = QByteArray::fromHex("e3069283").toBase64();
        QTest::newRow("right") << "x-amz-checksum-crc32c:" + crc + "\r\n" << QByteArray();
        QTest::newRow("wrong") << "x-amz-checksum-crc32c:AAAAAA==\r\n"_ba
                               << "BadDigest"_ba;
        QTest::newRow("missing") << QByteArray() << "MalformedTrailerError"_ba;
    }

    void trailersAreVerified()
    {
        QFETCH(const QByteArray, trailer);
        const QByteArray body = "4\r\n1234\r\n5\r\n56789\r\n0\r\n" + trailer + "\r\n";
        const WireReply reply = m_client->send({"PUT",
                                                "/bucket/a",
                                                body,
                                                {{"x-amz-decoded-content-length", "9"},
                                                 {"content-encoding", "aws-chunked"},
                                                 {"x-amz-trailer", "x-amz-checksum-crc32c"}},
                                                "STREAMING-UNSIGNED-PAYLOAD-TRAILER"});
        QTEST(element(reply, "Code"), "code");
        QCOMPARE(m_sandbox->object("bucket", "a").has_value(), reply.status == 200);
        if (reply.status == 200) {
            QCOMPARE(m_sandbox->object("bucket", "a"), "123456789"_ba);
            QVERIFY(!m_client->get("/bucket/a").headers.contains("content-encoding"));
        }
    }

    void aCopyHasBytesAndMetadata()
    {
        m_client->put("/bucket/a%20b", "bytes", {{"x-amz-meta-k", "v"}, {"content-type", "text/plain"}});
        QCOMPARE(m_client->put("/bucket/c", {}, {{"x-amz-copy-source", "bucket/a%20b"}}).status, 200);
        m_sandbox->putObject("bucket", "a b", "other");
        const WireReply copy = m_client->get("/bucket/c");
        QCOMPARE(copy.body, "bytes"_ba);
        QCOMPARE(copy.headers.value("x-amz-meta-k"), "v"_ba);
        m_client->put("/bucket/c", {}, {{"x-amz-copy-source", "/bucket/c"}, {"x-amz-metadata-directive", "REPLACE"}});
        QVERIFY(!m_client->get("/bucket/c").headers.contains("x-amz-meta-k"));
        QCOMPARE(element(m_client->put("/bucket/c", {}, {{"x-amz-copy-source", "/bucket/c"}}), "Code"),
                 "InvalidRequest"_ba);
        QCOMPARE(element(m_client->put("/bucket/d", {}, {{"x-amz-copy-source", "/bucket/none"}}), "Code"),
                 "NoSuchKey"_ba);
    }

    void manyAreDeletedAtOnce()
    {
        m_sandbox->putObject("bucket", "a&b", "x");
        m_sandbox->putObject("bucket", "c", "x");
        const QByteArray document = "<Delete><Object><Key>a&amp;b</Key></Object><Object><Key>none</Key></Object>"
                                    "</Delete>";
        QCOMPARE(elements(m_client->post("/bucket?delete=", document), "Key").size(), 2);
        QVERIFY(!m_sandbox->object("bucket", "a&b"));
        QVERIFY(m_sandbox->object("bucket", "c"));
    }

    void bucketsComeAndGo()
    {
        const QByteArray here = "<CreateBucketConfiguration><LocationConstraint>us-west-2</LocationConstraint>"
                                "</CreateBucketConfiguration>";
        QCOMPARE(element(m_client->put("/new-bucket", {}), "Code"), "IllegalLocationConstraintException"_ba);
        QCOMPARE(m_client->put("/new-bucket", here).status, 200);
        QCOMPARE(element(m_client->put("/new-bucket", here), "Code"), "BucketAlreadyOwnedByYou"_ba);
        QCOMPARE(element(m_client->put("/sandbox-foreign", here), "Code"), "BucketAlreadyExists"_ba);
        QCOMPARE(element(m_client->put("/No_Name", here), "Code"), "InvalidBucketName"_ba);
        QCOMPARE(element(m_client->get("/new-bucket?location="), "LocationConstraint"), "us-west-2"_ba);
        m_sandbox->putObject("new-bucket", "a", "x");
        QCOMPARE(element(m_client->send({"DELETE", "/new-bucket", {}, {}, {}}), "Code"), "BucketNotEmpty"_ba);
        m_client->send({"DELETE", "/new-bucket/a", {}, {}, {}});
        QCOMPARE(m_client->send({"DELETE", "/new-bucket", {}, {}, {}}).status, 204);
        QCOMPARE(element(m_client->get("/new-bucket?list-type=2"), "Code"), "NoSuchBucket"_ba);
    }

    void aBucketElsewhereIsNamed()
    {
        const QByteArray target = "/amazon-braket-eu-north-1-000000000000";
        const WireReply moved = m_client->get(target + "?list-type=2");
        QCOMPARE(moved.status, 301);
        QCOMPARE(element(moved, "Code"), "PermanentRedirect"_ba);
        QCOMPARE(moved.headers.value("x-amz-bucket-region"), "eu-north-1"_ba);
        QCOMPARE(element(m_client->get(target + "?location="), "LocationConstraint"), "eu-north-1"_ba);
        m_client->host = "amazon-braket-eu-north-1-000000000000.localhost";
        const WireReply wrong = m_client->get("/?list-type=2");
        QCOMPARE(wrong.status, 400);
        QCOMPARE(element(wrong, "Region"), "eu-north-1"_ba);
        m_client->region = "eu-north-1";
        QCOMPARE(m_client->get("/scripts/scan.py").status, 200);
    }

    void whoMayNotIsTold_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::newRow("list of no-listing") << "/sandbox-no-listing?list-type=2"_ba << 403;
        QTest::newRow("object of no-listing") << "/sandbox-no-listing/scripts/scan.py"_ba << 200;
        QTest::newRow("missing object of no-listing") << "/sandbox-no-listing/none"_ba << 403;
        QTest::newRow("list of no-reading") << "/sandbox-no-reading?list-type=2"_ba << 200;
        QTest::newRow("object of no-reading") << "/sandbox-no-reading/scripts/scan.py"_ba << 403;
        QTest::newRow("public") << "/sandbox-public/scripts/scan.py"_ba << 200;
        QTest::newRow("requester pays, without consent") << "/sandbox-requester-pays/scripts/scan.py"_ba << 403;
        QTest::newRow("foreign") << "/sandbox-foreign?list-type=2"_ba << 403;
    }

    void whoMayNotIsTold()
    {
        QFETCH(const QByteArray, target);
        QTEST(m_client->get(target).status, "status");
    }

    void whoAgreesToPayMayRead()
    {
        const braketeer::aws::Headers consent{{"x-amz-request-payer"_ba, "requester"_ba}};
        for (const char *target : {"/sandbox-requester-pays?list-type=2", "/sandbox-requester-pays/scripts/scan.py"}) {
            QCOMPARE(m_client->get(target).status, 403);
            QCOMPARE(m_client->get(target, consent).status, 200);
            const QByteArray unsignedConsent = "GET "_ba + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                               + "x-amz-request-payer: requester\r\n\r\n";
            QCOMPARE(m_client->wire.exchange(unsignedConsent).status, 403);
        }
        QCOMPARE(m_client->get("/sandbox-foreign?list-type=2", consent).status, 403);
    }

    void nobodyReadsWhatIsPublic()
    {
        const auto anonymous = [this](const QByteArray &target) {
            return m_client->wire.exchange("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        };
        QCOMPARE(anonymous("/sandbox-public/scripts/scan.py").status, 200);
        QCOMPARE(anonymous("/sandbox-public?list-type=2").status, 200);
        QCOMPARE(element(anonymous("/bucket?list-type=2"), "Code"), "AccessDenied"_ba);
        QCOMPARE(element(anonymous("/"), "Code"), "AccessDenied"_ba);
    }

    void anotherSandboxFindsWhatOneKept()
    {
        const QTemporaryDir folder;
        Options options;
        options.stateFile = folder.filePath(u"state.json"_s);
        start(options);
        m_sandbox->createBucket("kept", "us-west-2");
        m_client->put("/kept/a%0Ab", "bytes", {{"x-amz-meta-k", "\xc3\xa9"}});
        const QByteArray id = element(m_client->post("/kept/big?uploads=", {}), "UploadId");
        m_client->put("/kept/big?partNumber=1&uploadId=" + id, "part");
        auto second = Sandbox::start(options);
        QVERIFY(second);
        QCOMPARE((*second)->object("kept", "a\nb"), "bytes"_ba);
        (*second)->putObject("kept", "from the other", "x");
        QCOMPARE(m_client->get("/kept/from%20the%20other").body, "x"_ba);
        start(options);
        QCOMPARE(m_client->get("/kept/a%0Ab").headers.value("x-amz-meta-k"), "\xc3\xa9"_ba);
        QCOMPARE(m_client->post("/kept/big?uploadId=" + id, completion({md5("part")})).status, 200);
        QCOMPARE(m_sandbox->object("kept", "big"), "part"_ba);
    }

    void aLineCutShortLosesNothingElse()
    {
        const QTemporaryDir folder;
        Options options;
        options.stateFile = folder.filePath(u"state.json"_s);
        start(options);
        m_sandbox->createBucket("kept", "us-west-2");
        QFile index(options.stateFile + u".objects/index"_s);
        QVERIFY(index.open(QIODevice::Append));
        index.write("{\"change\":\"put\",\"buck");
        index.close();
        m_sandbox->putObject("kept", "a", "x");
        start(options);
        QCOMPARE(m_sandbox->object("kept", "a"), "x"_ba);
    }

    void bodiesAreNotKeptWithTheRequests()
    {
        m_client->put("/bucket/a", QByteArray(100'000, 'x'));
        const RecordedRequest request = m_sandbox->requests().constLast();
        QCOMPARE(request.operation, u"PutObject"_s);
        QVERIFY(request.body.isEmpty());
        QCOMPARE(request.bodySize, 100'000);
    }

    void aBodyLargerThanOthersMayHaveIsTaken()
    {
        const QByteArray body(12 << 20, 'x');
        QCOMPARE(m_client->put("/bucket/a", body).status, 200);
        QCOMPARE(m_client->get("/bucket/a").body, body);
    }

private:
    void start(const Options &options)
    {
        m_client.reset();
        m_sandbox.reset();
        auto started = Sandbox::start(options);
        QVERIFY(started);
        m_sandbox = std::move(*started);
        m_client = std::make_unique<S3Client>(*m_sandbox);
    }

    static QByteArray completion(const QList<QByteArray> &eTags)
    {
        QByteArray document = "<CompleteMultipartUpload>";
        for (int i = 0; i < eTags.size(); ++i)
            document += "<Part><PartNumber>" + QByteArray::number(i + 1) + "</PartNumber><ETag>&quot;" + eTags.at(i)
                        + "&quot;</ETag></Part>";
        return document + "</CompleteMultipartUpload>";
    }

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<S3Client> m_client;
};

QTEST_GUILESS_MAIN(tst_S3)
#include "tst_s3.moc"
