#include "services/s3/completemultipartupload.h"
#include "services/s3/copyobject.h"
#include "services/s3/createbucket.h"
#include "services/s3/createmultipartupload.h"
#include "services/s3/deleteobject.h"
#include "services/s3/deleteobjects.h"
#include "services/s3/getbucketlocation.h"
#include "services/s3/headobject.h"
#include "services/s3/listbuckets.h"
#include "services/s3/listmultipartuploads.h"
#include "services/s3/listparts.h"
#include "services/s3/objectheaders.h"
#include "services/s3/putobject.h"
#include "services/s3/uploadpart.h"
#include "services/s3/xmlanswer.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace braketeer;
using namespace braketeer::services::s3;
using namespace Qt::StringLiterals;

namespace {

aws::Response response(const QByteArray &body)
{
    aws::Response made;
    made.status = 200;
    made.body = body;
    return made;
}

/// One reader, its result boiled down to "was there an error, and which".
using Reader = std::optional<core::Error> (*)(const aws::Response &);

template<auto read>
std::optional<core::Error> errorOf(const aws::Response &answer)
{
    const auto result = read(answer);
    return result ? std::nullopt : std::optional(result.error());
}

struct NamedReader
{
    const char *name;
    Reader read;
    QByteArray sample;
};

const QByteArray buckets =
    "<ListAllMyBucketsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Owner><ID>1</ID></Owner><Buckets>"
    "<Bucket><Name>one</Name><CreationDate>2026-08-07T10:11:12.000Z</CreationDate><BucketRegion>eu-west-2</"
    "BucketRegion>"
    "</Bucket><Bucket><Name>two</Name></Bucket></Buckets><ContinuationToken>t</ContinuationToken>"
    "</ListAllMyBucketsResult>"_ba;

const QByteArray parts =
    "<ListPartsResult><NextPartNumberMarker>2</NextPartNumberMarker><IsTruncated>true</IsTruncated><Part>"
    "<PartNumber>1</PartNumber><LastModified>2026-08-07T10:11:12.000Z</LastModified><ETag>&quot;a&quot;</ETag>"
    "<Size>5242880</Size><ChecksumCRC32C>yZRlqg==</ChecksumCRC32C></Part><Part><PartNumber>2</PartNumber><ETag>\"b\"</"
    "ETag>"
    "<Size>7</Size></Part></ListPartsResult>"_ba;

const QByteArray uploads =
    "<ListMultipartUploadsResult><EncodingType>url</EncodingType><NextKeyMarker>k+2</NextKeyMarker>"
    "<NextUploadIdMarker>u+2</NextUploadIdMarker><IsTruncated>true</IsTruncated><Upload><Key>a+b%2B</Key>"
    "<UploadId>u/+=</UploadId><Initiated>2026-08-07T10:11:12.000Z</Initiated></Upload></ListMultipartUploadsResult>"_ba;

const QByteArray completed =
    "<CompleteMultipartUploadResult><ETag>&quot;a-2&quot;</ETag><ChecksumCRC32C>yZRlqg==-2"
    "</ChecksumCRC32C><ChecksumType>COMPOSITE</ChecksumType></CompleteMultipartUploadResult>"_ba;

QList<NamedReader> readers()
{
    return {
        {"ListBuckets", errorOf<readListBuckets>, buckets},
        {"GetBucketLocation", errorOf<readBucketLocation>, "<LocationConstraint>eu-west-2</LocationConstraint>"_ba},
        {"CopyObject", errorOf<readCopyObject>, "<CopyObjectResult><ETag>\"a\"</ETag></CopyObjectResult>"_ba},
        {"DeleteObjects", errorOf<readDeleteObjects>, "<DeleteResult></DeleteResult>"_ba},
        {"CreateMultipartUpload", errorOf<readCreateMultipartUpload>,
         "<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>"_ba},
        {"CompleteMultipartUpload", errorOf<readCompleteMultipartUpload>, completed},
        {"ListParts", errorOf<readListParts>, parts},
        {"ListMultipartUploads", errorOf<readListMultipartUploads>, uploads},
    };
}

void addReaders()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < readers().size(); ++i)
        QTest::newRow(readers().at(i).name) << i;
}

} // namespace

class tst_S3Answers : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void bucketsAreRead()
    {
        const auto answer = readListBuckets(response(buckets));
        QVERIFY(answer);
        QCOMPARE(answer->buckets.size(), 2);
        QCOMPARE(answer->buckets[0].name, u"one"_s);
        QCOMPARE(answer->buckets[0].region, u"eu-west-2"_s);
        QCOMPARE(answer->buckets[0].createdAt, QDateTime({2026, 8, 7}, {10, 11, 12}, Qt::UTC));
        QCOMPARE(answer->buckets[1].name, u"two"_s);
        QVERIFY(!answer->buckets[1].createdAt.isValid());
        QCOMPARE(answer->continuationToken, u"t"_s);
    }

    void oldConstraintsAreRegions_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("region");
        QTest::newRow("none") << "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"/>"_ba
                              << u"us-east-1"_s;
        QTest::newRow("EU") << "<LocationConstraint>EU</LocationConstraint>"_ba << u"eu-west-1"_s;
        QTest::newRow("US") << "<LocationConstraint>US</LocationConstraint>"_ba << u"us-east-1"_s;
        QTest::newRow("a region") << "<LocationConstraint>\n  ap-south-2\n</LocationConstraint>"_ba << u"ap-south-2"_s;
        QTest::newRow("one in the other")
            << "<LocationConstraint><LocationConstraint>eu-west-3</LocationConstraint></LocationConstraint>"_ba
            << u"eu-west-3"_s;
    }

    void oldConstraintsAreRegions()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, region);
        const auto read = readBucketLocation(response(body));
        QVERIFY(read);
        QCOMPARE(*read, region);
    }

    void partsAreRead()
    {
        const auto answer = readListParts(response(parts));
        QVERIFY(answer);
        QVERIFY(answer->truncated);
        QCOMPARE(answer->nextPartNumberMarker, 2);
        QCOMPARE(answer->parts.size(), 2);
        QCOMPARE(answer->parts[0].number, 1);
        QCOMPARE(answer->parts[0].size, 5242880);
        QCOMPARE(answer->parts[0].eTag, u"\"a\""_s);
        QCOMPARE(answer->parts[0].checksums.value(u"CRC32C"_s), u"yZRlqg=="_s);
        QCOMPARE(answer->parts[1].eTag, u"\"b\""_s);
    }

    void openUploadsAreRead()
    {
        const auto answer = readListMultipartUploads(response(uploads));
        QVERIFY(answer);
        QVERIFY(answer->truncated);
        QCOMPARE(answer->nextKeyMarker, u"k 2"_s);
        QCOMPARE(answer->nextUploadIdMarker, u"u+2"_s);
        QCOMPARE(answer->uploads.size(), 1);
        QCOMPARE(answer->uploads[0].key, u"a b+"_s);
        QCOMPARE(answer->uploads[0].uploadId, u"u/+="_s);
        QCOMPARE(answer->uploads[0].initiated, QDateTime({2026, 8, 7}, {10, 11, 12}, Qt::UTC));
    }

    void aCompletedUploadHasChecksums()
    {
        const auto answer = readCompleteMultipartUpload(response(completed));
        QVERIFY(answer);
        QCOMPARE(answer->eTag, u"\"a-2\""_s);
        QCOMPARE(answer->checksums, (QMap<QString, QString>{{u"CRC32C"_s, u"yZRlqg==-2"_s}}));
    }

    void onlyRefusedDeletionsAreTold()
    {
        const auto refused = readDeleteObjects(
            response("<DeleteResult><Deleted><Key>a</Key></Deleted><Error><Key>b &amp; c</Key><Code>AccessDenied</Code>"
                     "<Message>No.</Message></Error></DeleteResult>"_ba));
        QVERIFY(refused);
        QCOMPARE(refused->size(), 1);
        QCOMPARE(refused->first().key, u"b & c"_s);
        QCOMPARE(refused->first().code, u"AccessDenied"_s);
        QCOMPARE(refused->first().message, u"No."_s);
    }

    void headersSayWhatAnObjectIs()
    {
        const ObjectHeaders object = readObjectHeaders({{"Content-Length", "100"},
                                                        {"Content-Range", "bytes 0-99/12345"},
                                                        {"Last-Modified", "Fri, 07 Aug 2026 10:11:12 GMT"},
                                                        {"ETag", "\"a\""},
                                                        {"content-type", "text/csv"},
                                                        {"x-amz-storage-class", "GLACIER"},
                                                        {"x-amz-version-id", "v"},
                                                        {"x-amz-server-side-encryption", "aws:kms"},
                                                        {"x-amz-meta-Origin", "h\xC3\xA9"},
                                                        {"x-amz-checksum-crc32c", "yZRlqg=="},
                                                        {"x-amz-checksum-type", "FULL_OBJECT"},
                                                        {"x-amz-mp-parts-count", "2"}});
        QCOMPARE(object.contentLength, 100);
        QCOMPARE(object.objectSize, 12345);
        QCOMPARE(object.lastModified, QDateTime({2026, 8, 7}, {10, 11, 12}, Qt::UTC));
        QCOMPARE(object.eTag, u"\"a\""_s);
        QCOMPARE(object.contentType, u"text/csv"_s);
        QCOMPARE(object.storageClass, u"GLACIER"_s);
        QCOMPARE(object.versionId, u"v"_s);
        QCOMPARE(object.encryption, u"aws:kms"_s);
        QCOMPARE(object.parts, 2);
        QCOMPARE(object.metadata, (QMap<QString, QString>{{u"origin"_s, u"hé"_s}}));
        QCOMPARE(object.checksums, (QMap<QString, QString>{{u"CRC32C"_s, u"yZRlqg=="_s}}));
    }

    void headersThatSayNothingAreEmpty()
    {
        const ObjectHeaders object = readObjectHeaders({{"Content-Length", "much"}, {"Content-Range", "bytes */*"}});
        QCOMPARE(object.contentLength, -1);
        QCOMPARE(object.objectSize, -1);
        QVERIFY(!object.lastModified.isValid());
        QVERIFY(object.checksums.isEmpty());
    }

    void aBucketOfTheFirstRegionNamesNone()
    {
        QCOMPARE(createBucketRequest(u"b"_s, u"us-east-1"_s).body, QByteArray());
        const aws::Request request = createBucketRequest(u"b"_s, u"eu-west-1"_s);
        QCOMPARE(request.method, "PUT"_ba);
        QCOMPARE(request.region, u"eu-west-1"_s);
        QCOMPARE(request.body,
                 "<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><LocationConstraint>"
                 "eu-west-1</LocationConstraint></CreateBucketConfiguration>"_ba);
    }

    void keysToDeleteArriveAsTheyAre()
    {
        const QStringList keys{u"a & b <c>"_s, u"line\nend\r\t"_s, u"é/👩‍🔬"_s, u" blanks "_s};
        const aws::Request request = deleteObjectsRequest(u"b"_s, keys);
        QCOMPARE(request.method, "POST"_ba);
        QCOMPARE(request.query, (aws::Headers{{"delete", {}}}));
        QVERIFY(!aws::headerValue(request.headers, "content-md5").isEmpty());
        QXmlStreamReader reader(request.body);
        QStringList read;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == "Key"_L1)
                read.append(reader.readElementText());
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(read, keys);
    }

    void notEverythingFitsIntoXml_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        QTest::newRow("letters") << u"aé"_s << true;
        QTest::newRow("line end") << u"a\r\n\t"_s << true;
        QTest::newRow("emoji") << u"😀"_s << true;
        QTest::newRow("control") << u"a\x01"_s << false;
        QTest::newRow("half a pair") << QString(QChar(0xd83d)) << false;
        QTest::newRow("the other half") << QString(QChar(0xde00)) << false;
        QTest::newRow("no character") << QString(QChar(0xffff)) << false;
    }

    void notEverythingFitsIntoXml()
    {
        QFETCH(const QString, text);
        QTEST(fitsIntoXml(text), "fits");
    }

    void aCopyNamesItsSourceEncoded()
    {
        const aws::Request request = copyObjectRequest({u"from"_s, u"a b/+é"_s}, {u"to"_s, u"c"_s});
        QCOMPARE(request.bucket, u"to"_s);
        QCOMPARE(request.path, "/c"_ba);
        QCOMPARE(aws::headerValue(request.headers, "x-amz-copy-source"), "from/a%20b/%2B%C3%A9"_ba);
    }

    void partsNameTheirUpload()
    {
        UploadPartInput input;
        input.place = {u"b"_s, u"k"_s};
        input.uploadId = u"u/+="_s;
        input.partNumber = 7;
        const aws::Request request = uploadPartRequest(input);
        QCOMPARE(request.method, "PUT"_ba);
        QCOMPARE(request.query, (aws::Headers{{"partNumber", "7"}, {"uploadId", "u/+="}}));
        QVERIFY(request.repeatable);
    }

    void checksumsGoWithTheParts()
    {
        CompleteMultipartUploadInput input;
        input.place = {u"b"_s, u"k"_s};
        input.uploadId = u"u"_s;
        input.onlyIfAbsent = true;
        input.parts = {{1, u"\"a\""_s, {{u"CRC32C"_s, u"yZRlqg=="_s}}}};
        const aws::Request request = completeMultipartUploadRequest(input);
        QVERIFY2(request.body.contains("<Part><ETag>\"a\"</ETag><ChecksumCRC32C>yZRlqg==</ChecksumCRC32C>"
                                       "<PartNumber>1</PartNumber></Part>"),
                 request.body.constData());
        QCOMPARE(aws::headerValue(request.headers, "if-none-match"), "*"_ba);
    }

    void aWholeAnswerIsRead_data() { addReaders(); }

    void aWholeAnswerIsRead()
    {
        QFETCH(const int, index);
        QVERIFY(!readers().at(index).read(response(readers().at(index).sample)));
    }

    void anAnswerCutOffAnywhereIsANetworkError_data() { addReaders(); }

    void anAnswerCutOffAnywhereIsANetworkError()
    {
        QFETCH(const int, index);
        const NamedReader reader = readers().at(index);
        for (qsizetype length = 0; length < reader.sample.size(); ++length) {
            const auto error = reader.read(response(reader.sample.first(length)));
            QVERIFY2(error, reader.sample.first(length).constData());
            QCOMPARE(error->kind, core::Error::Kind::Network);
        }
    }

    void foreignAnswersAreNetworkErrors_data() { addReaders(); }

    void foreignAnswersAreNetworkErrors()
    {
        QFETCH(const int, index);
        const QByteArrayList answers{"<html>Sign in</html>"_ba,
                                     "{}"_ba,
                                     "<Other/>"_ba,
                                     "\xff\xfe"_ba,
                                     "<a>"_ba.repeated(100'000),
                                     "<a/>"_ba.repeated(3),
                                     "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"_ba,
                                     "<a>" + "<b/>"_ba.repeated(300'000) + "</a>",
                                     "<a>" + "x"_ba.repeated(100'000) + "</a>"};
        for (const QByteArray &answer : answers) {
            const auto error = readers().at(index).read(response(answer));
            QVERIFY2(error, answer.left(40).constData());
            QCOMPARE(error->kind, core::Error::Kind::Network);
        }
    }

    // S3 sends the status of a long operation before it knows how it ends.
    void anErrorWithStatus200IsARefusal_data() { addReaders(); }

    void anErrorWithStatus200IsARefusal()
    {
        QFETCH(const int, index);
        const auto error = readers().at(index).read(
            response("<Error><Code>InternalError</Code><Message>Later.</Message><RequestId>r</RequestId></Error>"_ba));
        QVERIFY(error);
        QCOMPARE(error->kind, core::Error::Kind::Service);
        QCOMPARE(error->serviceCode, u"InternalError"_s);
        QCOMPARE(error->requestId, u"r"_s);
    }
};

QTEST_APPLESS_MAIN(tst_S3Answers)
#include "tst_s3_answers.moc"
