#include "../aws/scriptedserver.h"

#include "flows/session.h"
#include "flows/storage/buckets.h"
#include "flows/storage/defaults.h"
#include "flows/storage/listing.h"
#include "flows/storage/lookatstorage.h"
#include "flows/storage/object.h"
#include "flows/storage/terms.h"
#include "flows/storage/textlisting.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace braketeer;
using namespace braketeer::flows;
using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QByteArray &key)
{
    return "<Contents><Key>" + key + "</Key><LastModified>2026-08-07T10:11:12.000Z</LastModified><ETag>\"e\"</ETag>"
           + "<Size>3</Size><StorageClass>STANDARD</StorageClass></Contents>";
}

QByteArray listing(const QByteArray &inside, const QByteArray &token = {})
{
    return "<ListBucketResult>"
           + (token.isEmpty()
                  ? "<IsTruncated>false</IsTruncated>"_ba
                  : "<NextContinuationToken>" + token + "</NextContinuationToken><IsTruncated>true</IsTruncated>")
           + "<EncodingType>url</EncodingType>" + inside + "</ListBucketResult>";
}

/// A server that answers as a test wants, and a session that asks it.
struct Desk
{
    QTemporaryDir folder;
    ScriptedServer server;
    SessionOptions options;

    std::shared_ptr<Session> session()
    {
        Surroundings surroundings;
        surroundings.environment = {};
        for (const auto &[name, value] :
             std::initializer_list<std::pair<QString, QString>>{{u"HOME"_s, folder.path()},
                                                                {u"AWS_ACCESS_KEY_ID"_s, u"AKIDEXAMPLE"_s},
                                                                {u"AWS_SECRET_ACCESS_KEY"_s, u"secret"_s},
                                                                {u"AWS_REGION"_s, u"us-west-2"_s},
                                                                {u"AWS_MAX_ATTEMPTS"_s, u"1"_s},
                                                                {u"AMZN_BRAKET_OUT_S3_BUCKET"_s, bucketVariable},
                                                                {u"AWS_ENDPOINT_URL"_s, server.url()}})
            surroundings.environment.insert(name, value);
        auto opened = openSession(options, surroundings);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        return *opened;
    }

    QString bucketVariable;
};

/// "GET /bucket/key?query" → what stands behind the method.
QByteArray target(const QByteArray &request)
{
    return request.split(' ').value(1);
}

template<class T>
QByteArray why(const core::Result<T> &result)
{
    return result ? QByteArray() : result.error().text().toUtf8();
}

} // namespace

/// Flows of S3 against a server that does what it is told.
class tst_Storage : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aPageHasFoldersAndObjectsInOneOrder()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &) {
            return ScriptedServer::ok(listing(contents("p/a+b") + contents("p/z") + contents("p/m%2F1")
                                                  + "<CommonPrefixes><Prefix>p/m/</Prefix></CommonPrefixes>",
                                              "next"));
        };
        ListQuery query;
        query.place = {u"b"_s, u"p/"_s};
        const auto page = QCoro::waitFor(listPage(desk.session(), query));
        QVERIFY2(page, why(page));
        QStringList keys;
        for (const ObjectEntry &entry : page->entries)
            keys.append(entry.key);
        QCOMPARE(keys, (QStringList{u"p/a b"_s, u"p/m/"_s, u"p/m/1"_s, u"p/z"_s}));
        QVERIFY(page->entries[1].folder);
        QCOMPARE(page->entries[0].size, 3);
        QCOMPARE(page->entries[0].eTag, u"\"e\""_s);
        QCOMPARE(page->entries[0].modified, QDateTime({2026, 8, 7}, {10, 11, 12}, Qt::UTC));
        QCOMPARE(page->nextToken, u"next"_s);
        QCOMPARE(target(desk.server.requests[0]),
                 "/b?list-type=2&prefix=p%2F&encoding-type=url&delimiter=%2F&max-keys=1000"_ba);
    }

    void textIsListedPageByPage_data()
    {
        QTest::addColumn<bool>("behind");
        QTest::newRow("token in front") << false;
        QTest::newRow("token behind") << true;
    }

    void textIsListedPageByPage()
    {
        QFETCH(const bool, behind);
        Desk desk;
        desk.server.answer = [behind](const QByteArray &request) {
            const int page = target(request).contains("token=t2") ? 3 : target(request).contains("token=t1") ? 2 : 1;
            const QByteArray token = page < 3 ? "<NextContinuationToken>t" + QByteArray::number(page)
                                                    + "</NextContinuationToken><IsTruncated>true</IsTruncated>"
                                              : QByteArray();
            const QByteArray key = contents("k" + QByteArray::number(page));
            return ScriptedServer::ok("<ListBucketResult>" + (behind ? key + token : token + key)
                                      + "</ListBucketResult>");
        };
        QByteArray text;
        int writes = 0;
        TextListingOptions options;
        options.recursive = true;
        const core::S3Uri place{u"b"_s, {}};
        const auto totals = QCoro::waitFor(listAsText(desk.session(), place, options, [&](const QByteArray &bytes) {
            text += bytes;
            ++writes;
        }));
        QVERIFY2(totals, why(totals));
        QCOMPARE(totals->objects, 3);
        QCOMPARE(totals->bytes, 9);
        QCOMPARE(writes, 3);
        QCOMPARE(desk.server.requests.size(), 3);
        QCOMPARE(text.count("          3 k"), 3);
        QVERIFY(text.endsWith("k3\n"));
    }

    // A token that only looks like one must not end or repeat a listing.
    void aTokenThatWasSeenWronglyIsCorrected()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &request) {
            if (target(request).contains("token=right"))
                return ScriptedServer::ok(listing(contents("k2")));
            if (target(request).contains("token="))
                return ScriptedServer::ok(listing(contents("wrong")));
            return ScriptedServer::ok("<ListBucketResult><!-- <NextContinuationToken>x</NextContinuationToken> -->"
                                      + contents("k1")
                                      + "<NextContinuationToken>right</NextContinuationToken>"
                                        "<IsTruncated>true</IsTruncated></ListBucketResult>");
        };
        QByteArray text;
        const core::S3Uri place{u"b"_s, {}};
        const TextListingOptions options;
        const auto totals = QCoro::waitFor(
            listAsText(desk.session(), place, options, [&](const QByteArray &bytes) { text += bytes; }));
        QVERIFY2(totals, why(totals));
        QCOMPARE(totals->objects, 2);
        QVERIFY(!text.contains("wrong"));
    }

    void aTroubleInTheMiddleOfAListingIsSaid()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &request) {
            if (target(request).contains("token="))
                return ScriptedServer::status("403 Forbidden",
                                              "<Error><Code>AccessDenied</Code><Message>No.</Message></Error>");
            return ScriptedServer::ok(listing(contents("k1"), "t"));
        };
        QByteArray text;
        const core::S3Uri place{u"b"_s, {}};
        const TextListingOptions options;
        const auto totals = QCoro::waitFor(
            listAsText(desk.session(), place, options, [&](const QByteArray &bytes) { text += bytes; }));
        QVERIFY(!totals);
        QCOMPARE(totals.error().serviceCode, u"AccessDenied"_s);
        QVERIFY(text.endsWith("k1\n"));
    }

    void awkwardKeysStandInThePathAsTheyAre_data()
    {
        QTest::addColumn<QString>("key");
        for (const QString &key : {u" a b "_s, u"+%2B%"_s, u"//a///b//"_s, u"/"_s, u"folder/"_s, u"tab\there\x01\n"_s,
                                   u"e\u0301"_s, u"\u00e9"_s, u"a/.../b"_s, u"!*'();:@&=$,?#[]~-_.|^`{}\"<>\\"_s,
                                   u"😀"_s, QString(1024, u'k'), QString(512, u'é')})
            QTest::newRow(key.toUtf8().toPercentEncoding().left(60).constData()) << key;
    }

    void awkwardKeysStandInThePathAsTheyAre()
    {
        QFETCH(const QString, key);
        Desk desk;
        desk.server.answer = [](const QByteArray &) { return ScriptedServer::ok("body"); };
        const core::S3Uri place{u"b"_s, key};
        const auto bytes = QCoro::waitFor(readObject(desk.session(), place, 0, 4));
        QVERIFY2(bytes, why(bytes));
        QCOMPARE(*bytes, "body"_ba);
        const QByteArray path = target(desk.server.requests[0]);
        QVERIFY(path.startsWith("/b/"));
        QCOMPARE(QString::fromUtf8(QByteArray::fromPercentEncoding(path.sliced(3))), key);
    }

    void aDotSegmentIsRefusedWithItsKey()
    {
        Desk desk;
        const core::S3Uri place{u"b"_s, u"a/../k"_s};
        const auto facts = QCoro::waitFor(inspectObject(desk.session(), place));
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, core::Error::Kind::Usage);
        QVERIFY(facts.error().message.contains(u"a/../k"_s));
        QCOMPARE(desk.server.connections, 0);
    }

    void partsAreReadByRange_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QByteArray>("range");
        QTest::newRow("front") << qint64(0) << qint64(100) << "bytes=0-99"_ba;
        QTest::newRow("middle") << qint64(10) << qint64(1) << "bytes=10-10"_ba;
        QTest::newRow("end") << qint64(-65557) << qint64(100'000) << "bytes=-65557"_ba;
        QTest::newRow("bounded") << qint64(0) << (qint64(1) << 40) << "bytes=0-33554431"_ba;
    }

    void partsAreReadByRange()
    {
        QFETCH(const qint64, offset);
        QFETCH(const qint64, length);
        QFETCH(const QByteArray, range);
        Desk desk;
        desk.server.answer = [](const QByteArray &) { return ScriptedServer::status("206 Partial Content", "x"); };
        const core::S3Uri place{u"b"_s, u"k"_s};
        const auto bytes = QCoro::waitFor(readObject(desk.session(), place, offset, length));
        QVERIFY2(bytes, why(bytes));
        QCOMPARE(ScriptedServer::header(desk.server.requests[0], "range"), range);
    }

    void behindTheEndIsNothing()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &) {
            return ScriptedServer::status("416 Requested Range Not Satisfiable",
                                          "<Error><Code>InvalidRange</Code></Error>");
        };
        const core::S3Uri place{u"b"_s, u"k"_s};
        const auto bytes = QCoro::waitFor(readObject(desk.session(), place, 5, 5));
        QVERIFY2(bytes, why(bytes));
        QVERIFY(bytes->isEmpty());
    }

    void aServerWithoutRangesIsCutHere()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &) { return ScriptedServer::ok("0123456789"); };
        const core::S3Uri place{u"b"_s, u"k"_s};
        QCOMPARE(*QCoro::waitFor(readObject(desk.session(), place, 2, 3)), "234"_ba);
        QCOMPARE(*QCoro::waitFor(readObject(desk.session(), place, -3, 3)), "789"_ba);
        QVERIFY(QCoro::waitFor(readObject(desk.session(), place, 20, 3))->isEmpty());
    }

    // A HEAD has no body: what its status means must be said here.
    void aBareRefusalIsSaidInWords_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("404") << "404 Not Found"_ba << u"NoSuchKey"_s;
        QTest::newRow("403") << "403 Forbidden"_ba << u"AccessDenied"_s;
    }

    void aBareRefusalIsSaidInWords()
    {
        QFETCH(const QByteArray, status);
        Desk desk;
        desk.server.answer = [status](const QByteArray &) {
            return ScriptedServer::Reply{"HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n"};
        };
        const core::S3Uri place{u"bucket"_s, u"some/key"_s};
        const auto facts = QCoro::waitFor(inspectObject(desk.session(), place));
        QVERIFY(!facts);
        QTEST(facts.error().serviceCode, "code");
        QVERIFY(facts.error().message.contains(u"s3://bucket/some/key"_s));
        QVERIFY(!facts.error().suggestion.isEmpty());
    }

    void theRegionIsAskedOnce()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &) {
            return ScriptedServer::Reply{
                "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nx-amz-bucket-region: us-west-2\r\n\r\n"};
        };
        const auto session = desk.session();
        QCOMPARE(knownBucketRegion(*session, u"b"_s), QString());
        for (int i = 0; i < 2; ++i) {
            const auto region = QCoro::waitFor(bucketRegion(session, u"b"_s));
            QVERIFY2(region, why(region));
            QCOMPARE(*region, u"us-west-2"_s);
        }
        QCOMPARE(desk.server.requests.size(), 1);
        QCOMPARE(knownBucketRegion(*session, u"b"_s), u"us-west-2"_s);
    }

    // MinIO and others have us-east-1 for an answer, whatever region they are asked for.
    void aServerThatAcceptsTheRegionHasTheBucketThere_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("says nothing") << QByteArray();
        QTest::newRow("says another") << "x-amz-bucket-region: us-east-1\r\n"_ba;
    }

    void aServerThatAcceptsTheRegionHasTheBucketThere()
    {
        QFETCH(const QByteArray, header);
        Desk desk;
        desk.server.answer = [header](const QByteArray &request) {
            if (request.startsWith("HEAD"))
                return ScriptedServer::Reply{"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + header + "\r\n"};
            return ScriptedServer::ok("<LocationConstraint></LocationConstraint>");
        };
        const auto session = desk.session();
        const auto region = QCoro::waitFor(bucketRegion(session, u"b"_s));
        QVERIFY2(region, why(region));
        QCOMPARE(*region, u"us-west-2"_s);
        QCOMPARE(knownBucketRegion(*session, u"b"_s), u"us-west-2"_s);
    }

    void aServerThatTellsNoRegionIsAskedForTheLocation()
    {
        Desk desk;
        desk.options.anonymous = true; // nothing is signed, so no region is accepted
        desk.server.answer = [](const QByteArray &request) {
            if (request.startsWith("HEAD"))
                return ScriptedServer::Reply{"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"};
            return ScriptedServer::ok("<LocationConstraint>EU</LocationConstraint>");
        };
        const auto region = QCoro::waitFor(bucketRegion(desk.session(), u"b"_s));
        QVERIFY2(region, why(region));
        QCOMPARE(*region, u"eu-west-1"_s);
    }

    void aMissingBucketIsSaid()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &) {
            return ScriptedServer::Reply{"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"};
        };
        const auto region = QCoro::waitFor(bucketRegion(desk.session(), u"my-bucket"_s));
        QVERIFY(!region);
        QCOMPARE(region.error().serviceCode, u"NoSuchBucket"_s);
        QVERIFY(region.error().message.contains(u"my-bucket"_s));
    }

    void bucketsComeInPages()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &request) {
            const bool second = target(request).contains("continuation-token=t");
            return ScriptedServer::ok("<ListAllMyBucketsResult><Buckets><Bucket><Name>" + (second ? "two"_ba : "one"_ba)
                                      + "</Name><BucketRegion>eu-west-2</BucketRegion></Bucket></Buckets>"
                                      + (second ? ""_ba : "<ContinuationToken>t</ContinuationToken>"_ba)
                                      + "</ListAllMyBucketsResult>");
        };
        const auto session = desk.session();
        const auto buckets = QCoro::waitFor(listBuckets(session));
        QVERIFY2(buckets, why(buckets));
        QCOMPARE(buckets->size(), 2);
        QCOMPARE(buckets->at(1).name, u"two"_s);
        QCOMPARE(knownBucketRegion(*session, u"one"_s), u"eu-west-2"_s);
    }

    void aBucketThatIsOnesOwnIsMade()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &) {
            return ScriptedServer::status("409 Conflict", "<Error><Code>BucketAlreadyOwnedByYou</Code></Error>");
        };
        const auto made = QCoro::waitFor(createBucket(desk.session(), u"bucket"_s));
        QVERIFY2(made, why(made));
        QVERIFY(ScriptedServer::body(desk.server.requests[0]).contains("<LocationConstraint>us-west-2<"));
        desk.server.answer = [](const QByteArray &) {
            return ScriptedServer::status("409 Conflict", "<Error><Code>BucketAlreadyExists</Code></Error>");
        };
        const auto taken = QCoro::waitFor(createBucket(desk.session(), u"bucket"_s));
        QVERIFY(!taken);
        QVERIFY(taken.error().message.contains(u"bucket"_s));
        const auto none = QCoro::waitFor(createBucket(desk.session(), u"no bucket"_s));
        QVERIFY(!none);
        QCOMPARE(none.error().kind, core::Error::Kind::Usage);
    }

    void deletionsGoByThousands()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &) { return ScriptedServer::ok("<DeleteResult></DeleteResult>"); };
        QList<core::S3Uri> objects;
        for (int i = 0; i < 1500; ++i)
            objects.append({u"b"_s, u"k%1"_s.arg(i)});
        objects.append({u"c"_s, u"other"_s});
        QList<int> told;
        const DeleteProgress progress = [&told](int done, int total) {
            told << done;
            QCOMPARE(total, 1501);
        };
        const auto done = QCoro::waitFor(deleteObjects(desk.session(), objects, progress));
        QVERIFY2(done, why(done));
        QCOMPARE(*done, 1501);
        QCOMPARE(told, (QList<int>{1000, 1500, 1501}));
        QCOMPARE(desk.server.requests.size(), 3);
        QCOMPARE(target(desk.server.requests[2]), "/c?delete="_ba);
    }

    void aKeyThatXmlCannotHoldIsDeletedAlone()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &request) {
            return request.startsWith("DELETE") ? ScriptedServer::Reply{"HTTP/1.1 204 No Content\r\n\r\n"}
                                                : ScriptedServer::ok("<DeleteResult></DeleteResult>");
        };
        const QList<core::S3Uri> objects{{u"b"_s, u"a\x01"_s}, {u"b"_s, u"c"_s}};
        const auto done = QCoro::waitFor(deleteObjects(desk.session(), objects));
        QVERIFY2(done, why(done));
        QCOMPARE(*done, 2);
        QCOMPARE(target(desk.server.requests[1]), "/b/a%01"_ba);
    }

    void aRefusedDeletionEndsItAndSaysHowMany()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &) {
            return ScriptedServer::ok(
                "<DeleteResult><Error><Key>k2</Key><Code>AccessDenied</Code><Message>Locked.</Message>"
                "</Error></DeleteResult>");
        };
        const QList<core::S3Uri> objects{{u"b"_s, u"k1"_s}, {u"b"_s, u"k2"_s}};
        const auto done = QCoro::waitFor(deleteObjects(desk.session(), objects));
        QVERIFY(!done);
        QCOMPARE(done.error().serviceCode, u"AccessDenied"_s);
        QVERIFY(done.error().message.contains(u"s3://b/k2"_s));
        QVERIFY(done.error().message.contains(u"Locked."_s));
        QVERIFY(done.error().message.contains(u"1 objects"_s));
    }

    void aPrefixIsDeletedPageByPage()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &request) {
            if (request.startsWith("POST"))
                return ScriptedServer::ok("<DeleteResult></DeleteResult>");
            return target(request).contains("token=t") ? ScriptedServer::ok(listing(contents("p/2")))
                                                       : ScriptedServer::ok(listing(contents("p/1"), "t"));
        };
        QStringList gone;
        const DeletedKeys deleted = [&gone](QList<core::S3Uri> places) {
            for (const core::S3Uri &place : places)
                gone << place.key;
        };
        const core::S3Uri place{u"b"_s, u"p/"_s};
        const auto done = QCoro::waitFor(deletePrefix(desk.session(), place, deleted));
        QVERIFY2(done, why(done));
        QCOMPARE(*done, 2);
        QCOMPARE(gone, (QStringList{u"p/1"_s, u"p/2"_s}));
    }

    void aFolderIsAnEmptyObjectThatEndsWithASlash()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &) { return ScriptedServer::ok({}); };
        const core::S3Uri place{u"b"_s, u"new folder"_s};
        const auto made = QCoro::waitFor(makeFolder(desk.session(), place));
        QVERIFY2(made, why(made));
        QCOMPARE(target(desk.server.requests[0]), "/b/new%20folder/"_ba);
        QCOMPARE(ScriptedServer::header(desk.server.requests[0], "content-length"), "0"_ba);
    }

    void aSignedUrlIsForTheBucketsRegion()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &) {
            return ScriptedServer::Reply{
                "HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nx-amz-bucket-region: eu-north-1\r\n\r\n"};
        };
        const core::S3Uri place{u"b"_s, u"a b"_s};
        const auto url = QCoro::waitFor(presign(desk.session(), place, std::chrono::seconds(60)));
        QVERIFY2(url, why(url));
        QVERIFY2(url->startsWith(desk.server.url() + u"/b/a%20b?"_s), qPrintable(*url));
        QVERIFY2(url->contains(u"%2Feu-north-1%2Fs3%2F"_s), qPrintable(*url));
        QVERIFY(url->contains(u"X-Amz-Expires=60"_s));
    }

    void theDefaultBucketIsThatOfRegionAndAccount()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &) {
            return ScriptedServer::ok(
                "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/u"
                "</Arn><UserId>U</UserId><Account>123456789012</Account></GetCallerIdentityResult>"
                "</GetCallerIdentityResponse>");
        };
        const auto bucket = QCoro::waitFor(defaultBucket(desk.session()));
        QVERIFY2(bucket, why(bucket));
        QCOMPARE(*bucket, u"amazon-braket-us-west-2-123456789012"_s);
        desk.bucketVariable = u"mine"_s;
        QCOMPARE(*QCoro::waitFor(defaultBucket(desk.session())), u"mine"_s);
        QCOMPARE(desk.server.requests.size(), 1);
    }

    void theDocumentsPlacesAreLookedAt()
    {
        Desk desk;
        desk.server.answer = [](const QByteArray &request) {
            const QByteArray what = target(request);
            const auto bare = [](const char *status, const char *region = "") {
                return ScriptedServer::Reply{"HTTP/1.1 "_ba + status + "\r\nContent-Length: 0\r\n" + region + "\r\n"};
            };
            if (what == "/there")
                return bare("200 OK", "x-amz-bucket-region: us-west-2\r\n");
            if (what == "/far")
                return bare("403 Forbidden", "x-amz-bucket-region: eu-west-2\r\n");
            if (what == "/there/script")
                return bare("404 Not Found");
            if (what.startsWith("/there?list-type=2&prefix=script%2F"))
                return ScriptedServer::ok(listing(contents("script/source.tar.gz")));
            if (what.startsWith("/there?list-type=2&prefix=data"))
                return ScriptedServer::ok(listing({}));
            return bare("404 Not Found"); // the bucket "missing"
        };
        job::JobSpec spec;
        const auto set = [&spec](QStringView path, const QString &uri) {
            spec.set(job::Path::parse(path), job::Value::text(uri));
        };
        set(u"algorithmSpecification.scriptModeConfig.s3Uri", u"s3://there/script"_s);
        set(u"inputDataConfig[0].dataSource.s3DataSource.s3Uri", u"s3://there/data/"_s);
        set(u"outputDataConfig.s3Path", u"s3://far/out"_s);
        set(u"checkpointConfig.s3Uri", u"s3://missing/checkpoints"_s);
        const auto facts = QCoro::waitFor(lookAtStorage(desk.session(), spec));
        QVERIFY2(facts, why(facts));
        QCOMPARE(facts->buckets.value(u"there"_s).state, job::BucketFact::State::There);
        QCOMPARE(facts->buckets.value(u"there"_s).region, u"us-west-2"_s);
        QCOMPARE(facts->buckets.value(u"far"_s).region, u"eu-west-2"_s);
        QCOMPARE(facts->buckets.value(u"missing"_s).state, job::BucketFact::State::Missing);
        QCOMPARE(facts->places.value(u"s3://there/script"_s).state, job::PlaceFact::State::Prefix);
        QCOMPARE(facts->places.value(u"s3://there/data/"_s).state, job::PlaceFact::State::Nothing);
        QStringList ids;
        const job::Findings findings = job::checkStorage(spec, {u"us-west-2"_s}, *facts);
        for (const job::Finding &finding : findings)
            ids << finding.id;
        QCOMPARE(ids, (QStringList{u"V14"_s, u"V46"_s, u"V45"_s, u"V45"_s}));
    }

    void inputsAreAddedUp_data()
    {
        QTest::addColumn<int>("pages");
        QTest::addColumn<qint64>("objects");
        QTest::addColumn<bool>("hasMore");
        QTest::newRow("one page") << 1 << qint64(2) << false;
        QTest::newRow("some pages") << 5 << qint64(10) << false;
        QTest::newRow("more pages than are counted") << 6 << qint64(10) << true;
    }

    void inputsAreAddedUp()
    {
        QFETCH(const int, pages);
        Desk desk;
        int page = 0;
        desk.server.answer = [&page, pages](const QByteArray &request) {
            if (request.startsWith("HEAD"))
                return ScriptedServer::Reply{"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"};
            ++page;
            return ScriptedServer::ok(listing(contents("data/a") + contents("data/b"),
                                              page < pages ? QByteArray::number(page) : QByteArray()));
        };
        job::JobSpec spec;
        for (const QStringView channel : {u"inputDataConfig[0]", u"inputDataConfig[1]"})
            spec.set(job::Path::parse(channel.toString() + u".dataSource.s3DataSource.s3Uri"_s),
                     job::Value::text(u"s3://amazon-braket-x/data/"_s));
        const auto facts = QCoro::waitFor(lookAtStorage(desk.session(), spec));
        QVERIFY2(facts, why(facts));
        const job::PlaceFact fact = facts->places.value(u"s3://amazon-braket-x/data/"_s);
        QCOMPARE(fact.state, job::PlaceFact::State::Prefix);
        QTEST(fact.objects, "objects");
        QCOMPARE(fact.bytes, fact.objects * 3);
        QTEST(fact.hasMore, "hasMore");
        QCOMPARE(desk.server.requests.size(), 1 + qMin(pages, 5)); // two channels, one look
    }

    void aBucketHasTermsOfItsOwn_data()
    {
        QTest::addColumn<int>("terms");
        QTest::addColumn<bool>("isSigned");
        QTest::addColumn<QByteArray>("payer");
        QTest::newRow("signed") << int(BucketTerms::Signed) << true << QByteArray();
        QTest::newRow("requester pays") << int(BucketTerms::RequesterPays) << true << "requester"_ba;
        QTest::newRow("unsigned") << int(BucketTerms::Unsigned) << false << QByteArray();
    }

    void aBucketHasTermsOfItsOwn()
    {
        QFETCH(const int, terms);
        QFETCH(const bool, isSigned);
        QFETCH(const QByteArray, payer);
        Desk desk;
        desk.server.answer = [](const QByteArray &) { return ScriptedServer::ok("bytes"); };
        const auto session = desk.session();
        setBucketTerms(*session, u"theirs"_s, BucketTerms(terms));
        QCOMPARE(int(bucketTerms(*session, u"theirs"_s)), terms);
        QCOMPARE(bucketTerms(*session, u"mine"_s), BucketTerms::Signed);
        for (const QString &bucket : {u"theirs"_s, u"mine"_s})
            QVERIFY(QCoro::waitFor(readObject(session, {bucket, u"k"_s}, 0, 5)));
        const QByteArray &theirs = desk.server.requests[0];
        QCOMPARE(!ScriptedServer::header(theirs, "authorization").isEmpty(), isSigned);
        QCOMPARE(ScriptedServer::header(theirs, "x-amz-request-payer"), payer);
        const QByteArray &mine = desk.server.requests[1];
        QVERIFY(!ScriptedServer::header(mine, "authorization").isEmpty());
        QVERIFY(ScriptedServer::header(mine, "x-amz-request-payer").isEmpty());
        const auto url = QCoro::waitFor(presign(session, {u"theirs"_s, u"k"_s}, std::chrono::seconds(60)));
        QCOMPARE(bool(url), isSigned);
        if (url)
            QCOMPARE(url->contains(u"x-amz-request-payer=requester"_s), !payer.isEmpty());
    }

    void whetherPoliciesLetJobsInIsSeen_data()
    {
        using Admission = job::BucketFact::Admission;
        QTest::addColumn<QByteArray>("tagging");
        QTest::addColumn<QByteArray>("abac");
        QTest::addColumn<int>("admission");
        const QByteArray tagged = "<Tagging><TagSet><Tag><Key>AmazonBraket</Key><Value>true</Value></Tag></TagSet>"
                                  "</Tagging>"_ba;
        const auto refused = [](const char *status, const char *code) {
            return "!"_ba + status + "\n<Error><Code>" + code + "</Code><Message>m</Message></Error>";
        };
        QTest::newRow("tagged, and tags count")
            << tagged << "<AbacStatus><Status>Enabled</Status></AbacStatus>"_ba << int(Admission::Given);
        QTest::newRow("tagged in vain") << tagged << "<AbacStatus><Status>Disabled</Status></AbacStatus>"_ba
                                        << int(Admission::TagsDoNotCount);
        QTest::newRow("tagged, ABAC not to be seen")
            << tagged << refused("403 Forbidden", "AccessDenied") << int(Admission::Denied);
        QTest::newRow("tagged, ABAC not known here") << tagged << listing({}) << int(Admission::Unknown);
        QTest::newRow("no tags") << refused("404 Not Found", "NoSuchTagSet") << QByteArray() << int(Admission::NoTag);
        QTest::newRow("other tags")
            << "<Tagging><TagSet><Tag><Key>AmazonBraket</Key><Value>no</Value></Tag></TagSet></Tagging>"_ba
            << QByteArray() << int(Admission::NoTag);
        QTest::newRow("tags not to be seen")
            << refused("403 Forbidden", "AccessDenied") << QByteArray() << int(Admission::Denied);
        QTest::newRow("tags not known here")
            << refused("501 Not Implemented", "NotImplemented") << QByteArray() << int(Admission::Unknown);
    }

    void whetherPoliciesLetJobsInIsSeen()
    {
        QFETCH(const QByteArray, tagging);
        QFETCH(const QByteArray, abac);
        Desk desk;
        desk.server.answer = [&](const QByteArray &request) {
            if (request.startsWith("HEAD"))
                return ScriptedServer::Reply{"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"};
            const QByteArray body = target(request).contains("abac") ? abac : tagging;
            const qsizetype end = body.indexOf('\n');
            return body.startsWith('!') ? ScriptedServer::status(body.mid(1, end - 1), body.mid(end + 1))
                                        : ScriptedServer::ok(body);
        };
        job::JobSpec spec;
        spec.set(job::Path::parse(u"outputDataConfig.s3Path"), job::Value::text(u"s3://mine/out"_s));
        spec.set(job::Path::parse(u"checkpointConfig.s3Uri"), job::Value::text(u"s3://amazon-braket-x/c"_s));
        const auto facts = QCoro::waitFor(lookAtStorage(desk.session(), spec));
        QVERIFY2(facts, why(facts));
        QTEST(int(facts->buckets.value(u"mine"_s).admission), "admission");
        for (const QByteArray &request : std::as_const(desk.server.requests))
            QVERIFY(!target(request).startsWith("/amazon-braket-x?")); // the name is enough
    }

    void aListingIsCancelled()
    {
        Desk desk;
        core::CancelToken cancel;
        desk.server.answer = [&cancel](const QByteArray &) {
            cancel.cancel();
            return ScriptedServer::Reply{};
        };
        ListQuery query;
        query.place = {u"b"_s, {}};
        const auto page = QCoro::waitFor(listPage(desk.session(), query, cancel));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, core::Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(tst_Storage)
#include "tst_storage.moc"
