#include "flows/storage/address.h"
#include "flows/storage/defaults.h"
#include "flows/storage/keyrules.h"
#include "flows/storage/textlines.h"
#include "flows/storage/textlisting.h"

#include "services/s3/listedobjects.h"

#include <QDateTime>
#include <QTest>

using namespace braketeer;
using namespace braketeer::flows;
using namespace Qt::StringLiterals;

namespace {

services::s3::ListedObject object(const char *key, qint64 size, const char *time)
{
    services::s3::ListedObject listed;
    listed.key = key;
    listed.size = size;
    listed.modified = QDateTime::fromString(QString::fromLatin1(time), Qt::ISODate).toMSecsSinceEpoch();
    return listed;
}

services::s3::ListedObject folder(const char *key)
{
    services::s3::ListedObject listed;
    listed.key = key;
    listed.prefix = true;
    return listed;
}

} // namespace

/// What needs no service: addresses, keys, places, lines of text.
class tst_StorageRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { qputenv("TZ", "Europe/London"); }

    void addressesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("bucket");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("region");
        const auto row = [](const char *name, const QString &text, const QString &bucket, const QString &key,
                            const QString &region = {}) { QTest::newRow(name) << text << bucket << key << region; };
        row("s3", u"s3://b/a b+c%20d//e/"_s, u"b"_s, u"a b+c%20d//e/"_s);
        row("s3, bucket", u"s3://b"_s, u"b"_s, {});
        row("s3, capitals and blanks", u"  S3://b/K\n"_s, u"b"_s, u"K"_s);
        row("s3, question mark", u"s3://b/k?versionId=1#x"_s, u"b"_s, u"k?versionId=1#x"_s);
        row("bare", u"bucket-1/a/b"_s, u"bucket-1"_s, u"a/b"_s);
        row("virtual host", u"https://b.s3.us-west-2.amazonaws.com/a%20b+c%2Bd//e?x=y"_s, u"b"_s, u"a b+c+d//e"_s,
            u"us-west-2"_s);
        row("virtual host with dots", u"https://my.b.s3.eu-west-2.amazonaws.com/k"_s, u"my.b"_s, u"k"_s,
            u"eu-west-2"_s);
        row("virtual host, global", u"http://b.s3.amazonaws.com"_s, u"b"_s, {});
        row("dual stack", u"https://b.s3.dualstack.us-west-2.amazonaws.com/k"_s, u"b"_s, u"k"_s, u"us-west-2"_s);
        row("old host", u"https://b.s3-us-west-2.amazonaws.com/k"_s, u"b"_s, u"k"_s, u"us-west-2"_s);
        row("accelerated", u"https://b.s3-accelerate.amazonaws.com/k"_s, u"b"_s, u"k"_s);
        row("FIPS path style", u"https://s3-fips.us-gov-west-1.amazonaws.com/b/k"_s, u"b"_s, u"k"_s,
            u"us-gov-west-1"_s);
        row("China", u"https://b.s3.cn-north-1.amazonaws.com.cn/k"_s, u"b"_s, u"k"_s, u"cn-north-1"_s);
        row("path style", u"https://s3.us-west-2.amazonaws.com/b/a/%C3%A9"_s, u"b"_s, u"a/é"_s, u"us-west-2"_s);
        row("path style, bucket", u"https://s3.us-west-2.amazonaws.com/b"_s, u"b"_s, {}, u"us-west-2"_s);
        row("another server", u"http://localhost:9000/b/a/../k"_s, u"b"_s, u"a/../k"_s);
        row("presigned",
            u"https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKID%2F20260807%2Feu-west-2%2Fs3%2Faws4_request&X-Amz-Signature=0"_s,
            u"b"_s, u"k"_s, u"eu-west-2"_s);
        row("console, folder",
            u"https://us-west-2.console.aws.amazon.com/s3/buckets/b?region=us-west-2&prefix=a/b%20c/&showversions=false"_s,
            u"b"_s, u"a/b c/"_s, u"us-west-2"_s);
        row("console, object", u"https://eu-west-2.console.aws.amazon.com/s3/object/b?prefix=k%2B"_s, u"b"_s, u"k+"_s,
            u"eu-west-2"_s);
        row("console, old", u"https://s3.console.aws.amazon.com/s3/buckets/b/a/b?region=us-east-1"_s, u"b"_s, u"a/b"_s,
            u"us-east-1"_s);
        row("ARN", u"arn:aws:s3:::b/a b"_s, u"b"_s, u"a b"_s);
        row("ARN, bucket", u"arn:aws-cn:s3:::b"_s, u"b"_s, {});
    }

    void addressesAreRead()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, bucket);
        QFETCH(const QString, key);
        const auto address = parseAddress(text);
        QVERIFY2(address, address ? "" : qPrintable(address.error().text()));
        QCOMPARE(address->uri.bucket, bucket);
        QCOMPARE(address->uri.key, key);
        QTEST(address->region, "region");
    }

    void whatIsNoAddressIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "   ", "s3://", "s3:///k", "https://", "https://s3.us-west-2.amazonaws.com/", "ftp://b/k", "/home/x",
              "arn:aws:iam::123456789012:role/r", "arn:aws:s3:us-west-2:123456789012:accesspoint/ap",
              "https://ap-123.s3-accesspoint.us-west-2.amazonaws.com/k", "A Bucket", "C:\\x",
              "https://us-west-2.console.aws.amazon.com/braket/home"})
            QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
    }

    void whatIsNoAddressIsSaid()
    {
        QFETCH(const QString, text);
        const auto address = parseAddress(text);
        QVERIFY2(!address, address ? qPrintable(address->uri.toString()) : "");
        QCOMPARE(address.error().kind, core::Error::Kind::Usage);
        QVERIFY(!address.error().suggestion.isEmpty());
    }

    void aWebAddressIsReadBackAsItWas_data()
    {
        QTest::addColumn<QString>("bucket");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("region");
        QTest::newRow("plain") << u"bucket"_s << u"a/b"_s << u"us-west-2"_s;
        QTest::newRow("awkward") << u"bucket"_s << u"a b+%20//é/\t?#"_s << u"us-west-2"_s;
        QTest::newRow("dots") << u"my.bucket"_s << u"k"_s << u"eu-west-1"_s;
        QTest::newRow("no region") << u"bucket"_s << u"k"_s << QString();
        QTest::newRow("China") << u"bucket"_s << u"k"_s << u"cn-north-1"_s;
    }

    void aWebAddressIsReadBackAsItWas()
    {
        QFETCH(const QString, bucket);
        QFETCH(const QString, key);
        QFETCH(const QString, region);
        const core::S3Uri place{bucket, key};
        const auto web = parseAddress(webAddress(place, region));
        QVERIFY(web);
        QCOMPARE(web->uri, place);
        QCOMPARE(web->region, region);
        const auto arn = parseAddress(arnOf(place, region));
        QVERIFY(arn);
        QCOMPARE(arn->uri, place);
    }

    void arnsAreOfTheRegionsPartition()
    {
        QCOMPARE(arnOf({u"b"_s, u"k"_s}, u"us-west-2"_s), u"arn:aws:s3:::b/k"_s);
        QCOMPARE(arnOf({u"b"_s, {}}, u"cn-north-1"_s), u"arn:aws-cn:s3:::b"_s);
        QCOMPARE(arnOf({u"b"_s, {}}, u"us-gov-west-1"_s), u"arn:aws-us-gov:s3:::b"_s);
    }

    void awkwardKeysAreFine_data()
    {
        QTest::addColumn<QString>("key");
        for (const QString &key : {u" a b "_s, u"+%2B%"_s, u"//a///b//"_s, u"/"_s, u"folder/"_s, u"tab\there\x01\n"_s,
                                   u"e\u0301"_s, u"\u00e9"_s, u"..."_s, u"a/.../b"_s, u".hidden"_s, u"a../b"_s, u"😀"_s,
                                   QString(1024, u'k'), QString(512, u'é')})
            QTest::newRow(qPrintable(shownKey(key))) << key;
    }

    void awkwardKeysAreFine()
    {
        QFETCH(const QString, key);
        const auto checked = checkKey(key);
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().text()));
    }

    void keysThatCannotBeSentAreNamed_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("shown");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("one dot") << u"a/./b"_s << u"a/./b"_s;
        QTest::newRow("two dots") << u"../a"_s << u"../a"_s;
        QTest::newRow("at the end") << u"a\n/.."_s << u"a\\n/.."_s;
        QTest::newRow("alone") << u"."_s << u"“.”"_s;
        QTest::newRow("too long") << QString(1025, u'k') << u"1025"_s;
        QTest::newRow("too long in bytes") << QString(513, u'é') << u"1026"_s;
        QTest::newRow("half a pair") << u"a"_s + QChar(0xd83d) << u"a"_s;
    }

    void keysThatCannotBeSentAreNamed()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, shown);
        const auto checked = checkKey(key);
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, core::Error::Kind::Usage);
        QVERIFY2(checked.error().message.contains(shown), qPrintable(checked.error().message));
        QVERIFY(!checked.error().suggestion.isEmpty());
    }

    // A listing names its prefix in the query, where dots mean nothing.
    void aPrefixMayHaveDotsOrBeEmpty()
    {
        QVERIFY(checkPrefix({}));
        QVERIFY(checkPrefix(u"a/../b"_s));
        QVERIFY(!checkPrefix(QString(1025, u'k')));
    }

    void shownKeysHaveNoControlCharacters()
    {
        QCOMPARE(shownKey(u"a\nb\tc\rd\x01\x7f"_s), u"a\\nb\\tc\\rd\\x01\\x7f"_s);
        QVERIFY(shownKey(QString(1024, u'k')).size() < 100);
    }

    void placesAreThoseOfTheSdk()
    {
        const QDateTime now({2026, 8, 7}, {10, 11, 12, 345}, Qt::UTC);
        const JobPlaces places = jobPlaces(u"amazon-braket-us-west-2-123456789012"_s, u"bell"_s, now);
        const QString base = u"s3://amazon-braket-us-west-2-123456789012/jobs/bell/1786097472345/"_s;
        QCOMPARE(places.code.toString(), base + u"script"_s);
        QCOMPARE(places.data.toString(), base + u"data"_s);
        QCOMPARE(places.checkpoints.toString(), base + u"checkpoints"_s);
        QCOMPARE(places.output, places.data);
    }

    // Source: aws-cli, customizations/s3/utils.py, human_readable_size, and its tests.
    void sizesAreThoseOfTheAwsCli_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("0") << qint64(0) << "0 Bytes"_ba;
        QTest::newRow("1") << qint64(1) << "1 Byte"_ba;
        QTest::newRow("10") << qint64(10) << "10 Bytes"_ba;
        QTest::newRow("1000") << qint64(1000) << "1000 Bytes"_ba;
        QTest::newRow("1023") << qint64(1023) << "1023 Bytes"_ba;
        QTest::newRow("1024") << qint64(1024) << "1.0 KiB"_ba;
        QTest::newRow("1024^2 - 1") << qint64(1024 * 1024 - 1) << "1.0 MiB"_ba;
        QTest::newRow("1024^2") << qint64(1024 * 1024) << "1.0 MiB"_ba;
        QTest::newRow("1024^3") << qint64(1024) * 1024 * 1024 << "1.0 GiB"_ba;
        QTest::newRow("1.5 GiB") << qint64(1536) * 1024 * 1024 << "1.5 GiB"_ba;
        QTest::newRow("1024^6") << (qint64(1) << 60) << "1.0 EiB"_ba;
    }

    void sizesAreThoseOfTheAwsCli()
    {
        QFETCH(const qint64, bytes);
        QTEST(humanReadableSize(bytes), "text");
    }

    void linesAreThoseOfTheAwsCli()
    {
        services::s3::ListedObjects page;
        page.entries = {object("a/b/file 1", 7, "2026-08-07T10:11:12Z"),
                        folder("a/b/sub dir/"),
                        folder("a/b//"),
                        object("a/b/", 0, "2026-01-07T10:11:12Z"),
                        object("a/b/large", 12345678901, "2026-03-29T00:59:59Z"),
                        object("a/b/large2", 1, "2026-03-29T01:00:00Z")};
        page.entries.back().modified = -1;
        TextLines short_(false, false);
        QByteArray text;
        short_.append(text, page);
        QCOMPARE(text, "                           PRE sub dir/\n"
                       "                           PRE /\n"
                       "2026-08-07 11:11:12          7 file 1\n" // British summer time
                       "2026-01-07 10:11:12          0 \n"
                       "2026-03-29 00:59:59 12345678901 large\n"
                       "                             1 large2\n"_ba);
        QCOMPARE(short_.totals().objects, 4);
        QCOMPARE(short_.totals().folders, 2);
        QCOMPARE(short_.totals().bytes, 12345678909);

        TextLines whole(true, true);
        text = "before\n";
        page.entries.resize(1);
        whole.append(text, page);
        QCOMPARE(text, "before\n2026-08-07 11:11:12    7 Bytes a/b/file 1\n"_ba);
    }

    void timesAreLocalOnBothSidesOfAChange()
    {
        services::s3::ListedObjects page;
        page.entries = {object("1", 0, "2026-10-25T00:59:59Z"), object("2", 0, "2026-10-25T01:00:00Z"),
                        object("3", 0, "2026-03-29T00:59:59Z"), object("4", 0, "2026-03-29T01:00:00Z"),
                        object("5", 0, "2026-06-30T23:30:00Z"), object("6", 0, "1970-01-01T00:00:00Z")};
        TextLines lines(true, false);
        QByteArray text;
        lines.append(text, page);
        QCOMPARE(text, "2026-10-25 01:59:59          0 1\n2026-10-25 01:00:00          0 2\n"
                       "2026-03-29 00:59:59          0 3\n2026-03-29 02:00:00          0 4\n"
                       "2026-07-01 00:30:00          0 5\n1970-01-01 01:00:00          0 6\n"_ba);
    }
};

QTEST_APPLESS_MAIN(tst_StorageRules)
#include "tst_storagerules.moc"
