#include "core/arn.h"
#include "core/s3uri.h"

#include <QTest>

using namespace braketeer::core;
using namespace Qt::StringLiterals;

class tst_Names : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void anArnKeepsItsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("job") << u"arn:aws:braket:us-west-2:123456789012:job/5eabb790"_s;
        QTest::newRow("device without region and account") << u"arn:aws:braket:::device/quantum-simulator/amazon/sv1"_s;
        QTest::newRow("resource with colons") << u"arn:aws:logs:us-east-1:123456789012:log-group:/aws/braket:*"_s;
    }

    void anArnKeepsItsText()
    {
        QFETCH(const QString, text);
        const auto arn = Arn::parse(text);
        QVERIFY(arn);
        QCOMPARE(arn->toString(), text);
    }

    void whatIsNoArnIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("five parts") << u"arn:aws:braket:us-west-2:123456789012"_s;
        QTest::newRow("other start") << u"urn:aws:braket:us-west-2:123456789012:job/a"_s;
        QTest::newRow("no resource") << u"arn:aws:braket:us-west-2:123456789012:"_s;
    }

    void whatIsNoArnIsRefused()
    {
        QFETCH(const QString, text);
        QVERIFY(!Arn::parse(text));
    }

    void anS3UriKeepsItsKeyAsItStands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("bucket");
        QTest::addColumn<QString>("key");
        QTest::newRow("object") << u"s3://b/a/b.tar.gz"_s << u"b"_s << u"a/b.tar.gz"_s;
        QTest::newRow("prefix") << u"s3://b/a/"_s << u"b"_s << u"a/"_s;
        QTest::newRow("double slash and percent") << u"s3://b//a%20b"_s << u"b"_s << u"/a%20b"_s;
        QTest::newRow("bucket alone") << u"s3://b"_s << u"b"_s << QString();
    }

    void anS3UriKeepsItsKeyAsItStands()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, bucket);
        QFETCH(const QString, key);
        const auto uri = S3Uri::parse(text);
        QVERIFY(uri);
        QCOMPARE(uri->bucket, bucket);
        QCOMPARE(uri->key, key);
    }
};

QTEST_APPLESS_MAIN(tst_Names)
#include "tst_names.moc"
