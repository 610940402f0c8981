#include "flows/session.h"
#include "flows/storage/buckets.h"
#include "flows/storage/copyobject.h"
#include "flows/storage/downloadstream.h"
#include "flows/storage/listing.h"
#include "flows/storage/object.h"
#include "flows/storage/textlisting.h"
#include "flows/storage/uploadstream.h"

#include <QCoroTask>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <QCoroNetworkReply>

using namespace braketeer;
using namespace braketeer::flows;
using namespace Qt::StringLiterals;

namespace {

template<class T>
QByteArray why(const core::Result<T> &result)
{
    return result ? QByteArray() : result.error().text().toUtf8();
}

const QString bucket = u"a-bucket"_s;

} // namespace

/// The flows of S3 against s3rver (npm, version 3.7.1, MIT): a second implementation, by people who never saw this one.
///
/// Chosen because it is a few hundred kilobytes of JavaScript that starts in about a second, has buckets, listings,
/// ranges, copies and uploads in parts, and asks for nothing but Node.js. What it does not do is left out here: it
/// knows no regions, looks at access key and date but not at the signature itself (version 4), keeps objects as files
/// (so "a//b" is no key for it), reads "bytes=-3" wrongly, stumbles when it deletes neighbours in one folder at once,
/// decodes the source of a copy only in part, and copies no parts. scripts/setup installs it; without it
/// (BRAKETEER_S3RVER names no program) the test is skipped.
class tst_StorageS3rver : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        const QString program = qEnvironmentVariable("BRAKETEER_S3RVER");
        if (program.isEmpty() || !QFile::exists(program))
            QSKIP("s3rver is not installed (BRAKETEER_S3RVER); scripts/setup test does that.");
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        m_server.start(program, {u"--directory"_s, m_folder.filePath(u"data"_s), u"--port"_s, u"0"_s, u"--address"_s,
                                 u"127.0.0.1"_s, u"--silent"_s, u"--no-vhost-buckets"_s});
        QVERIFY(m_server.waitForStarted());
        QByteArray said;
        while (!said.contains("listening on") || !said.endsWith('\n')) {
            QVERIFY2(m_server.waitForReadyRead(20'000), said);
            said += m_server.readAll();
        }
        // "S3rver listening on 127.0.0.1:40123"
        const QByteArray port = said.trimmed().split(':').last();
        QVERIFY2(port.toInt() > 0, said);
        m_url = u"http://127.0.0.1:%1"_s.arg(QString::fromLatin1(port));
        const auto made = QCoro::waitFor(createBucket(session(), bucket));
        QVERIFY2(made, why(made));
    }

    void cleanupTestCase()
    {
        m_server.terminate();
        if (!m_server.waitForFinished(5000))
            m_server.kill();
        m_server.waitForFinished(5000);
    }

    void unknownKeysAreRefused()
    {
        ListQuery query;
        query.place = {bucket, {}};
        const auto page = QCoro::waitFor(listPage(session(u"NOBODY"_s), query));
        QVERIFY(!page);
        QCOMPARE(page.error().serviceCode, u"InvalidAccessKeyId"_s);
        QVERIFY(!page.error().suggestion.isEmpty());
    }

    void bucketsAreListed()
    {
        const auto buckets = QCoro::waitFor(listBuckets(session()));
        QVERIFY2(buckets, why(buckets));
        QCOMPARE(buckets->size(), 1);
        QCOMPARE(buckets->first().name, bucket);
        QVERIFY(buckets->first().createdAt.isValid());
    }

    void awkwardKeysComeBack_data()
    {
        QTest::addColumn<QString>("key");
        for (const QString &key : {u"plain"_s, u"a b"_s, u" blanks "_s, u"a+b"_s, u"a%2Bb"_s, u"100%"_s, u"dir/x"_s,
                                   u"e\u0301"_s, u"\u00e9"_s, u"UP"_s, u"up"_s, u"😀"_s, u"a&b<c>\"d'"_s, u"q?x=1#y"_s,
                                   u"!*();:@=$,[]~|^`{}"_s, u".hidden"_s, u"..."_s})
            QTest::newRow(key.toUtf8().toPercentEncoding().constData()) << key;
    }

    void awkwardKeysComeBack()
    {
        QFETCH(const QString, key);
        const core::S3Uri place{bucket, u"awkward/"_s + key};
        const QByteArray bytes = "hello " + key.toUtf8();
        const auto written = QCoro::waitFor(writeObject(session(), place, bytes, u"text/plain"_s));
        QVERIFY2(written, why(written));
        const auto facts = QCoro::waitFor(inspectObject(session(), place));
        QVERIFY2(facts, why(facts));
        QCOMPARE(facts->size, bytes.size());
        QCOMPARE(facts->contentType, u"text/plain"_s);
        QVERIFY(facts->modified.isValid());
        const auto read = QCoro::waitFor(readObject(session(), place, 0, 1000));
        QVERIFY2(read, why(read));
        QCOMPARE(*read, bytes);

        ListQuery query;
        query.place = place;
        query.recursive = true;
        const auto page = QCoro::waitFor(listPage(session(), query));
        QVERIFY2(page, why(page));
        QVERIFY(!page->entries.isEmpty());
        QCOMPARE(page->entries.first().key, place.key);
        QCOMPARE(page->entries.first().size, bytes.size());
        QCOMPARE(page->entries.first().eTag, facts->eTag);
    }

    void rangesAreRead()
    {
        const core::S3Uri place{bucket, u"range"_s};
        QVERIFY(QCoro::waitFor(writeObject(session(), place, "0123456789"_ba)));
        QCOMPARE(*QCoro::waitFor(readObject(session(), place, 2, 3)), "234"_ba);
        QCOMPARE(*QCoro::waitFor(readObject(session(), place, 8, 100)), "89"_ba);
        QCOMPARE(*QCoro::waitFor(readObject(session(), place, 100, 5)), QByteArray());
    }

    void foldersAreRolledUp()
    {
        for (const QString &key : {u"tree/a/1"_s, u"tree/a/2"_s, u"tree/b"_s}) {
            const core::S3Uri place{bucket, key};
            QVERIFY(QCoro::waitFor(writeObject(session(), place, "x"_ba)));
        }
        ListQuery query;
        query.place = {bucket, u"tree/"_s};
        const auto page = QCoro::waitFor(listPage(session(), query));
        QVERIFY2(page, why(page));
        QCOMPARE(page->entries.size(), 2);
        QCOMPARE(page->entries[0].key, u"tree/a/"_s);
        QVERIFY(page->entries[0].folder);
        QCOMPARE(page->entries[1].key, u"tree/b"_s);

        QByteArray text;
        const core::S3Uri place{bucket, u"tree/"_s};
        TextListingOptions options;
        options.recursive = true;
        const auto totals = QCoro::waitFor(
            listAsText(session(), place, options, [&text](const QByteArray &bytes) { text += bytes; }));
        QVERIFY2(totals, why(totals));
        QCOMPARE(totals->objects, 3);
        QVERIFY(text.endsWith(" tree/b\n"));
    }

    void objectsAreCopied()
    {
        const core::S3Uri from{bucket, u"copy/from é"_s};
        const core::S3Uri to{bucket, u"copy/to"_s};
        QVERIFY(QCoro::waitFor(writeObject(session(), from, "copied"_ba)));
        const auto copied = QCoro::waitFor(copyObject(session(), from, to, CopyOptions()));
        QVERIFY2(copied, why(copied));
        QCOMPARE(*QCoro::waitFor(readObject(session(), to, 0, 100)), "copied"_ba);
    }

    void streamsGoUpAndComeDown_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::newRow("nothing") << qint64(0);
        QTest::newRow("at once") << qint64(100'000);
        QTest::newRow("in parts") << qint64(17) * 1024 * 1024 + 3;
    }

    void streamsGoUpAndComeDown()
    {
        QFETCH(const qint64, size);
        const QByteArray bytes = QByteArray("0123456789abcde").repeated(size / 15 + 1).first(size);
        StreamUpload upload;
        upload.place = {bucket, u"stream/é %1"_s.arg(size)};
        upload.contentType = u"text/plain"_s;
        qsizetype at = 0;
        const StreamSource source = [&bytes, &at](qint64 most, core::CancelToken) -> core::Task<QByteArray> {
            const QByteArray piece = bytes.mid(at, most);
            at += piece.size();
            co_return core::Result<QByteArray>(piece);
        };
        const auto sent = QCoro::waitFor(uploadStream(makeTransferEngine(session()), upload, source));
        QVERIFY2(sent, why(sent));
        QByteArray got;
        const StreamSink sink = [&got](const QByteArray &piece) -> core::Result<> {
            got += piece;
            return {};
        };
        const auto taken = QCoro::waitFor(downloadStream(session(), upload.place, sink));
        QVERIFY2(taken, why(taken));
        QVERIFY(got == bytes);
    }

    void objectsAreDeleted()
    {
        QList<core::S3Uri> objects;
        for (int i = 0; i < 5; ++i) {
            objects.append({bucket, u"delete %1 & <é>/x"_s.arg(i)});
            QVERIFY(QCoro::waitFor(writeObject(session(), objects.last(), "x"_ba)));
        }
        objects.append({bucket, u"delete was never there"_s});
        const auto done = QCoro::waitFor(deleteObjects(session(), objects));
        QVERIFY2(done, why(done));
        QCOMPARE(*done, 6);
        ListQuery query;
        query.place = {bucket, u"delete "_s};
        QVERIFY(QCoro::waitFor(listPage(session(), query))->entries.isEmpty());
    }

    void aWholePrefixIsDeleted()
    {
        for (int i = 0; i < 3; ++i) {
            const core::S3Uri place{bucket, u"prefix-%1/x"_s.arg(i)};
            QVERIFY(QCoro::waitFor(writeObject(session(), place, "x"_ba)));
        }
        const core::S3Uri place{bucket, u"prefix-"_s};
        const auto done = QCoro::waitFor(deletePrefix(session(), place));
        QVERIFY2(done, why(done));
        QCOMPARE(*done, 3);
    }

    void aSignedUrlNeedsNoKeys()
    {
        const core::S3Uri place{bucket, u"signed/a b+c"_s};
        QVERIFY(QCoro::waitFor(writeObject(session(), place, "for all"_ba)));
        const auto url = QCoro::waitFor(presign(session(), place, std::chrono::seconds(60)));
        QVERIFY2(url, why(url));
        QCOMPARE(fetch(url->toLatin1()), "for all"_ba);
        const QString unknown = QString(*url).replace(u"S3RVER%2F"_s, u"NOBODY%2F"_s);
        QVERIFY(fetch(unknown.toLatin1()).contains("InvalidAccessKeyId"));
    }

    void whatIsMissingIsSaid()
    {
        const core::S3Uri place{bucket, u"not there"_s};
        const auto facts = QCoro::waitFor(inspectObject(session(), place));
        QVERIFY(!facts);
        QCOMPARE(facts.error().serviceCode, u"NoSuchKey"_s);
        ListQuery query;
        query.place = {u"no-such-bucket"_s, {}};
        const auto page = QCoro::waitFor(listPage(session(), query));
        QVERIFY(!page);
        QCOMPARE(page.error().serviceCode, u"NoSuchBucket"_s);
    }

private:
    std::shared_ptr<Session> session(const QString &keyId = u"S3RVER"_s) const
    {
        Surroundings surroundings;
        surroundings.environment = {};
        for (const auto &[name, value] :
             std::initializer_list<std::pair<QString, QString>>{{u"HOME"_s, m_folder.path()},
                                                                {u"AWS_ACCESS_KEY_ID"_s, keyId},
                                                                {u"AWS_SECRET_ACCESS_KEY"_s, u"S3RVER"_s},
                                                                {u"AWS_REGION"_s, u"us-east-1"_s},
                                                                {u"AWS_MAX_ATTEMPTS"_s, u"1"_s},
                                                                {u"AWS_ENDPOINT_URL_S3"_s, m_url}})
            surroundings.environment.insert(name, value);
        auto opened = openSession({}, surroundings);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        return *opened;
    }

    QByteArray fetch(const QByteArray &url)
    {
        const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(QUrl::fromEncoded(url))));
        QCoro::waitFor(qCoro(reply.get()).waitForFinished());
        return reply->readAll();
    }

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_url;
    QNetworkAccessManager m_network;
};

QTEST_GUILESS_MAIN(tst_StorageS3rver)
#include "tst_storage_s3rver.moc"
