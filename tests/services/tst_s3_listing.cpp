#include "services/s3/listingscan.h"
#include "services/s3/listingxml.h"
#include "services/s3/listobjectsv2.h"

#include <QDateTime>
#include <QTest>

using namespace braketeer;
using namespace braketeer::services::s3;
using namespace Qt::StringLiterals;

namespace {

constexpr char opening[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">";

QByteArray answer(const QByteArray &inside)
{
    return opening + inside + "</ListBucketResult>";
}

QByteArray contents(const QByteArray &key)
{
    return "<Contents><Key>" + key
           + "</Key><LastModified>2026-08-07T10:11:12.345Z</LastModified><ETag>&quot;9b2c&quot;</ETag>"
             "<Size>1234</Size><StorageClass>STANDARD</StorageClass></Contents>";
}

const QByteArray url = "<EncodingType>url</EncodingType>"_ba;

/// As S3 sends it: members, then keys.
QByteArray ofS3()
{
    return answer("<Name>b</Name><Prefix>a%2F</Prefix><NextContinuationToken>1/+=x</NextContinuationToken>"
                  "<KeyCount>3</KeyCount><MaxKeys>1000</MaxKeys><Delimiter>%2F</Delimiter>"
                  + url + "<IsTruncated>true</IsTruncated>" + contents("a/b+c%2Bd") + contents("a/%C3%BC")
                  + "<CommonPrefixes><Prefix>a/sub+dir/</Prefix></CommonPrefixes>");
}

/// As MinIO sends it: the encoding at the end, owners, quotation marks as they are, blanks between elements.
QByteArray ofMinio()
{
    return answer("\n  <Name>b</Name>\n  <IsTruncated>false</IsTruncated>\n  <Contents>\n    <Key>x%20y</Key>\n    "
                  "<LastModified>2026-08-07T10:11:12Z</LastModified><ETag>\"9b2c-2\"</ETag><Size>0</Size>"
                  "<Owner><ID>1</ID><DisplayName>minio</DisplayName></Owner><StorageClass>STANDARD</StorageClass>"
                  "<UserMetadata/></Contents>\n"
                  + url + "\n")
           + '\n';
}

/// The entries as one line each, so that a difference can be seen.
QByteArray lines(const ListedObjects &page)
{
    QByteArray text = "next=" + page.nextToken + " truncated=" + QByteArray::number(page.truncated) + '\n';
    for (const ListedObject &entry : page.entries)
        text += entry.key.toByteArray() + '|' + QByteArray::number(entry.size) + '|'
                + QByteArray::number(entry.modified) + '|' + entry.eTag.toByteArray() + '|'
                + entry.storageClass.toByteArray() + '|' + (entry.prefix ? "folder" : "object") + '\n';
    return text;
}

aws::Response response(const QByteArray &body)
{
    aws::Response made;
    made.status = 200;
    made.body = body;
    made.requestId = u"r-1"_s;
    made.host = u"s3.example"_s;
    return made;
}

} // namespace

/// Answers of ListObjectsV2: the scan of the known shape and the XML reader behind it.
class tst_S3Listing : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatServersSendIsScanned_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray time = QByteArray::number(
            QDateTime({2026, 8, 7}, {10, 11, 12, 345}, Qt::UTC).toMSecsSinceEpoch());
        QTest::newRow("S3") << ofS3()
                            << "next=1/+=x truncated=1\na/b c+d|1234|" + time
                                   + "|9b2c|STANDARD|object\na/\xC3\xBC|1234|" + time
                                   + "|9b2c|STANDARD|object\na/sub dir/|0|-1|||folder\n";
        const QByteArray whole = QByteArray::number(QDateTime({2026, 8, 7}, {10, 11, 12}, Qt::UTC).toMSecsSinceEpoch());
        QTest::newRow("MinIO") << ofMinio() << "next= truncated=0\nx y|0|" + whole + "|9b2c-2|STANDARD|object\n";
        QTest::newRow("nothing found") << answer("<Name>b</Name><KeyCount>0</KeyCount><IsTruncated>false</IsTruncated>")
                                       << "next= truncated=0\n"_ba;
        QTest::newRow("names are not encoded")
            << answer(contents("a+b%20c")) << "next= truncated=0\na+b%20c|1234|" + time + "|9b2c|STANDARD|object\n";
        QTest::newRow("escapes that are none")
            << answer(url + contents("100%+%zz%4"))
            << "next= truncated=0\n100% %zz%4|1234|" + time + "|9b2c|STANDARD|object\n";
        QTest::newRow("bytes that are no text")
            << answer(url + contents("%00%FF%0A"))
            << QByteArray("next= truncated=0\n\0\xFF\n|1234|", 27) + time + "|9b2c|STANDARD|object\n";
    }

    void whatServersSendIsScanned()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, expected);
        const auto scanned = scanListing(body);
        QVERIFY(scanned);
        QCOMPARE(lines(*scanned), expected);
        const auto read = readListingXml(body);
        QVERIFY(read);
        QCOMPARE(lines(*read), expected);
    }

    // Valid all the same: then the other reader has it.
    void whatIsNotKnownIsLeftToTheXmlReader_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("keys");
        QTest::newRow("text in a section") << answer(contents("<![CDATA[a<b]]>")) << "a<b"_ba;
        QTest::newRow("a comment") << answer("<!-- x -->" + contents("a")) << "a"_ba;
        QTest::newRow("entities in a key") << answer(contents("a&amp;b")) << "a&b"_ba;
        QTest::newRow("a character by number") << answer(contents("a&#233;")) << "a\xC3\xA9"_ba;
        QTest::newRow("UTF-8") << answer(contents("\xC3\xA9")) << "\xC3\xA9"_ba;
        QTest::newRow("attributes") << answer("<Contents a='1'><Key>k</Key></Contents>") << "k"_ba;
        QTest::newRow("a prefix of names") << answer("<s:Contents xmlns:s='u'><s:Key>k</s:Key></s:Contents>") << "k"_ba;
        QTest::newRow("single quotation marks")
            << "<?xml version='1.0'?><ListBucketResult>"_ba + contents("k") + "</ListBucketResult>"
            << "k"_ba;
        QTest::newRow("two keys") << answer("<Contents><Key>a</Key><Key>b</Key></Contents>") << "a"_ba;
        QTest::newRow("a size that is none") << answer("<Contents><Key>a</Key><Size>x</Size></Contents>") << "a"_ba;
        QTest::newRow("a time that is none")
            << answer("<Contents><Key>a</Key><LastModified>2026-02-30T00:00:00Z</LastModified></Contents>") << "a"_ba;
        QTest::newRow("without a key") << answer("<Contents><Size>1</Size></Contents>" + contents("z")) << "z"_ba;
        QTest::newRow("line ends of Windows") << answer("\r\n" + contents("k")) << "k"_ba;
    }

    void whatIsNotKnownIsLeftToTheXmlReader()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, keys);
        QVERIFY(!scanListing(body));
        const auto page = readListObjects(response(body));
        QVERIFY2(page, page ? "" : qPrintable(page.error().text()));
        QByteArray found;
        for (const ListedObject &entry : page->entries)
            found += entry.key.toByteArray();
        QCOMPARE(found, keys);
    }

    void hostileAnswersAreErrors_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a sign-in page") << "<html><body>Sign in</body></html>"_ba;
        QTest::newRow("JSON") << "{}"_ba;
        QTest::newRow("not UTF-8") << answer(contents("\xC3\x28"));
        QTest::newRow("a byte of nought") << answer(contents(QByteArray("a\0b", 3)));
        QTest::newRow("another answer") << "<ListAllMyBucketsResult/>"_ba;
        QTest::newRow("an entity bomb")
            << "<!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
               "<ListBucketResult><Contents><Key>&b;&b;&b;</Key></Contents></ListBucketResult>"_ba;
        QTest::newRow("an external entity")
            << "<!DOCTYPE l [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><ListBucketResult><Contents><Key>&a;</Key>"
               "</Contents></ListBucketResult>"_ba;
        QTest::newRow("far too deep") << answer("<a>"_ba.repeated(100'000));
        QTest::newRow("a key without end") << answer(contents("&#97;"_ba.repeated(100'000)));
        QTest::newRow("more entries than any server sends")
            << answer("<CommonPrefixes><Prefix>a</Prefix></CommonPrefixes>"_ba.repeated(int(mostEntries) + 1));
        QTest::newRow("cut short without a word how it goes on")
            << answer("<IsTruncated>true</IsTruncated>" + contents("a"));
    }

    void hostileAnswersAreErrors()
    {
        QFETCH(const QByteArray, body);
        const auto page = readListObjects(response(body));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, core::Error::Kind::Network);
        QCOMPARE(page.error().requestId, u"r-1"_s);
        QCOMPARE(page.error().host, u"s3.example"_s);
    }

    void anAnswerCutOffAnywhereIsAnError()
    {
        for (const QByteArray &body : {ofS3(), ofMinio().trimmed()}) {
            for (qsizetype length = 0; length < body.size(); ++length) {
                QVERIFY(!scanListing(body.first(length)));
                QVERIFY2(!readListObjects(response(body.first(length))), body.first(length).constData());
            }
        }
    }

    void anErrorWithStatus200IsARefusal()
    {
        const auto page = readListObjects(
            response("<Error><Code>InternalError</Code><Message>Later.</Message></Error>"_ba));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, core::Error::Kind::Service);
        QCOMPARE(page.error().serviceCode, u"InternalError"_s);
    }

    void theTokenIsSeenInFrontAndBehind_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("token");
        const QByteArray token = "<NextContinuationToken>t+/=</NextContinuationToken>"_ba;
        const QByteArray many = contents("k").repeated(1000);
        QTest::newRow("in front") << answer(token + many) << "t+/="_ba;
        QTest::newRow("behind") << answer(many + token) << "t+/="_ba;
        QTest::newRow("in the middle") << answer(many + token + many) << QByteArray();
        QTest::newRow("none") << answer(many) << QByteArray();
        QTest::newRow("cut off") << answer(many).chopped(30) + "<NextContinuationToken>t" << QByteArray();
        QTest::newRow("with entities") << answer("<NextContinuationToken>a&amp;b</NextContinuationToken>")
                                       << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }

    void theTokenIsSeenInFrontAndBehind()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, token);
        QCOMPARE(peekNextToken(body), token);
    }

    void timesAreThoseOfTheCalendar_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"1970-01-01T00:00:00Z", "2000-02-29T23:59:59.999Z", "2026-12-31T12:00:00.001Z",
                                 "2100-03-01T00:00:00Z", "9999-12-31T23:59:59Z"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void timesAreThoseOfTheCalendar()
    {
        QFETCH(const QString, text);
        QCOMPARE(listedTime(text.toLatin1()), QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch());
    }

    void whatIsNoTimeIsNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", "2026-08-07", "2026-08-07T10:11:12", "2026-13-07T10:11:12Z", "2026-00-07T10:11:12Z",
              "2026-02-29T10:11:12Z", "2100-02-29T10:11:12Z", "2026-08-07T24:00:00Z", "2026-08-07T10:60:00Z",
              "2026-08-07T10:11:60Z", "2026-08-07T10:11:12.3Z", "2026-08-07 10:11:12Z", "1969-12-31T23:59:59Z",
              "2026-08-07T10:11:12+00:00", "-026-08-07T10:11:12Z"})
            QTest::newRow(*text ? text : "empty") << QByteArray(text);
    }

    void whatIsNoTimeIsNone()
    {
        QFETCH(const QByteArray, text);
        QCOMPARE(listedTime(text), -1);
    }

    void aPageSharesItsBytes()
    {
        const QByteArray body = ofS3();
        const auto page = scanListing(body);
        QVERIFY(page);
        QCOMPARE(page->text.constData(), body.constData());
        const ListedObjects copy = *page;
        QCOMPARE(lines(copy), lines(*page));
    }
};

QTEST_APPLESS_MAIN(tst_S3Listing)
#include "tst_s3_listing.moc"
