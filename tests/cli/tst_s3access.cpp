#include "s3place.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace braketeer;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 long_ = 20 * 1024 * 1024; // goes in parts

QByteArray header(const sandbox::RecordedRequest &request, const QByteArray &name)
{
    for (const auto &[known, value] : request.headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace

/// --request-payer and --no-sign-request, in every request that a command sends: what the service recorded is looked
/// at.
class tst_S3Access : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whoAsksPays_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("operations"); ///< that must be among those sent
        const auto row = [](const char *name, const QStringList &arguments, const QStringList &operations) {
            QTest::newRow(name) << arguments << operations;
        };
        const QString small = S3Place::at(u"small"_s);
        const QString large = S3Place::at(u"large"_s);
        const QString folder = S3Place::at(u"f/"_s);
        row("ls", {u"ls"_s, folder}, {u"ListObjectsV2"_s});
        row("a file", {u"cp"_s, u"small"_s, S3Place::at(u"x"_s)}, {u"PutObject"_s});
        row("a file in parts", {u"cp"_s, u"large"_s, S3Place::at(u"x"_s)},
            {u"CreateMultipartUpload"_s, u"UploadPart"_s, u"CompleteMultipartUpload"_s});
        row("a folder", {u"cp"_s, u"."_s, S3Place::at(u"y"_s), u"--recursive"_s, u"--exclude"_s, u"large"_s},
            {u"PutObject"_s});
        row("an object", {u"cp"_s, small, u"new"_s}, {u"HeadObject"_s, u"GetObject"_s});
        row("an object in parts", {u"cp"_s, large, u"new"_s}, {u"HeadObject"_s, u"GetObject"_s});
        row("all below", {u"cp"_s, folder, u"new"_s, u"--recursive"_s}, {u"ListObjectsV2"_s, u"GetObject"_s});
        row("inside", {u"cp"_s, small, S3Place::at(u"z"_s)}, {u"CopyObject"_s});
        row("only what is not there", {u"cp"_s, u"small"_s, S3Place::at(u"z"_s), u"--no-overwrite"_s},
            {u"HeadObject"_s, u"PutObject"_s});
        row("standard output", {u"cp"_s, large, u"-"_s}, {u"HeadObject"_s, u"GetObject"_s});
        row("standard input", {u"cp"_s, u"-"_s, S3Place::at(u"z"_s)}, {u"PutObject"_s});
        row("rm", {u"rm"_s, small}, {u"DeleteObjects"_s});
        row("rm all below", {u"rm"_s, folder, u"--recursive"_s}, {u"ListObjectsV2"_s, u"DeleteObjects"_s});
    }

    void whoAsksPays()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QStringList, operations);
        S3Place place;
        prepare(place);
        const Ended ended = place.cli(arguments + QStringList{u"--request-payer"_s, u"requester"_s}, "in");
        QVERIFY2(ended.exitCode == 0, ended.err);
        const QList<sandbox::RecordedRequest> requests = place.server->requests();
        QStringList missing = operations;
        for (const sandbox::RecordedRequest &request : requests) {
            missing.removeAll(request.operation);
            QVERIFY2(header(request, "x-amz-request-payer") == "requester", request.requestLine);
            // It would be no consent if anybody could add it.
            QVERIFY2(header(request, "authorization").contains("x-amz-request-payer"), request.requestLine);
        }
        QCOMPARE(missing, QStringList());
    }

    void nobodyAgreesToPayUnasked()
    {
        S3Place place;
        prepare(place);
        QCOMPARE(place.cli({u"cp"_s, S3Place::at(u"small"_s), u"new"_s}).exitCode, 0);
        for (const sandbox::RecordedRequest &request : place.server->requests())
            QVERIFY(header(request, "x-amz-request-payer").isEmpty());
    }

    void aPaidBucketIsReadByWhoAgrees()
    {
        S3Place place;
        const QString bucket = u"s3://sandbox-requester-pays/"_s;
        QCOMPARE(place.cli({u"ls"_s, bucket}).exitCode, 254);
        const Ended listed = place.cli({u"ls"_s, bucket, u"--recursive"_s, u"--request-payer"_s});
        QVERIFY2(listed.exitCode == 0, listed.err);
        QVERIFY(!listed.out.isEmpty());
    }

    // In a URL the consent is a member of the query: whoever has it sends no headers.
    void aSignedUrlAgreesToo()
    {
        S3Place place;
        QVERIFY(place.server->putObject("sandbox-requester-pays", "an object", "paid"));
        const QStringList arguments{u"presign"_s, u"s3://sandbox-requester-pays/an object"_s};
        const Ended refused = place.cli(arguments);
        QVERIFY2(refused.exitCode == 0, refused.err);
        QCOMPARE(get(refused.out), QByteArray());
        const Ended made = place.cli(arguments + QStringList{u"--request-payer"_s, u"requester"_s});
        QVERIFY2(made.exitCode == 0, made.err);
        QVERIFY2(made.out.contains("x-amz-request-payer=requester"), made.out);
        QVERIFY2(made.out.contains("X-Amz-SignedHeaders=host&"), made.out);
        QCOMPARE(get(made.out), "paid"_ba);
        // A part of what is signed.
        QCOMPARE(get(QByteArray(made.out).replace("requester&", "requester2&")), QByteArray());
    }

    void nothingIsSigned_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
        row("ls", {u"ls"_s, u"s3://sandbox-public/"_s});
        row("an object", {u"cp"_s, u"s3://sandbox-public/small"_s, u"new"_s});
        row("an object in parts", {u"cp"_s, u"s3://sandbox-public/large"_s, u"new"_s});
        row("all below", {u"cp"_s, u"s3://sandbox-public/f/"_s, u"new"_s, u"--recursive"_s});
        row("standard output", {u"cp"_s, u"s3://sandbox-public/large"_s, u"-"_s});
    }

    void nothingIsSigned()
    {
        QFETCH(const QStringList, arguments);
        S3Place place;
        place.environment.remove(u"AWS_ACCESS_KEY_ID"_s); // there is nothing to sign with
        place.environment.remove(u"AWS_SECRET_ACCESS_KEY"_s);
        for (const auto &[key, size] : {std::pair("small", qint64(3)), {"large", long_}, {"f/a", 1}, {"f/b", 2}})
            QVERIFY(place.server->putObject("sandbox-public", key, QByteArray(size, 'x')));
        QCOMPARE(place.cli(arguments).exitCode == 0, false);
        QCOMPARE(place.server->requestCount(), 0);
        const Ended ended = place.cli(arguments + QStringList{u"--no-sign-request"_s});
        QVERIFY2(ended.exitCode == 0, ended.err);
        const QList<sandbox::RecordedRequest> requests = place.server->requests();
        QVERIFY(!requests.isEmpty());
        for (const sandbox::RecordedRequest &request : requests) {
            QVERIFY2(header(request, "authorization").isEmpty(), request.requestLine);
            QVERIFY2(header(request, "x-amz-security-token").isEmpty(), request.requestLine);
            QVERIFY2(!request.requestLine.contains("X-Amz-Signature"), request.requestLine);
        }
    }

    // As in the AWS CLI, for all of whose commands it is.
    void itMayStandInFront()
    {
        S3Place place;
        place.environment.remove(u"AWS_ACCESS_KEY_ID"_s);
        const QStringList listing{u"s3"_s, u"ls"_s, u"s3://sandbox-public/"_s};
        const Ended listed = runProgram(QStringLiteral(BRAKETEER_CLI), QStringList{u"--no-sign-request"_s} + listing,
                                        place.environment);
        QVERIFY2(listed.exitCode == 0, listed.err);
        const Ended other = runProgram(QStringLiteral(BRAKETEER_CLI), {u"whoami"_s, u"--no-sign-request"_s},
                                       place.environment);
        QCOMPARE(other.exitCode, 252);
        QVERIFY2(other.err.contains("--no-sign-request"), other.err);
    }

    void withoutKeysSomeThingsCannotBeDone_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("presign") << QStringList{u"presign"_s, S3Place::at(u"k"_s)} << 252;
        QTest::newRow("write") << QStringList{u"cp"_s, u"-"_s, u"s3://sandbox-public/new"_s} << 254;
        QTest::newRow("another's bucket") << QStringList{u"ls"_s, u"s3://sandbox-foreign"_s} << 254;
        QTest::newRow("mb") << QStringList{u"mb"_s, u"s3://a-new-bucket"_s} << 254;
    }

    void withoutKeysSomeThingsCannotBeDone()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, exitCode);
        S3Place place;
        const Ended ended = place.cli(arguments + QStringList{u"--no-sign-request"_s}, "x");
        QVERIFY2(ended.exitCode == exitCode, ended.err);
        QVERIFY2(ended.err.contains(exitCode == 252 ? "keys" : "--no-sign-request"), ended.err);
        QCOMPARE(ended.out, QByteArray());
    }

    void aCopyWithoutKeysSaysSo()
    {
        S3Place place;
        place.write(u"a"_s, "1");
        const Ended ended = place.cli({u"cp"_s, u"a"_s, S3Place::at(u"a"_s), u"--no-sign-request"_s});
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.err.contains("--no-sign-request"), ended.err);
    }

    void onlyTheRequesterCanPay()
    {
        S3Place place;
        const Ended ended = place.cli({u"ls"_s, S3Place::at({}), u"--request-payer"_s, u"owner"_s});
        QCOMPARE(ended.exitCode, 252);
        QVERIFY2(ended.err.contains("--request-payer") && ended.err.contains("owner"), ended.err);
    }

private:
    static void prepare(S3Place &place)
    {
        place.write(u"small"_s, "s");
        place.write(u"large"_s, QByteArray(long_, 'l'));
        place.put(u"small"_s, "s");
        place.put(u"large"_s, QByteArray(long_, 'l'));
        place.put(u"f/a"_s, "1");
        place.put(u"f/b"_s, "2");
    }

    /// The body of an answer of 200, else nothing.
    static QByteArray get(const QByteArray &url)
    {
        QNetworkAccessManager manager;
        QNetworkReply *const reply = manager.get(QNetworkRequest(QUrl::fromEncoded(url.trimmed())));
        QEventLoop loop;
        connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return reply->error() == QNetworkReply::NoError ? reply->readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(tst_S3Access)
#include "tst_s3access.moc"
