#include "sandbox/sandbox.h"

#include "flows/session.h"
#include "flows/storage/copyobject.h"
#include "flows/storage/object.h"
#include "services/s3/putobject.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer;
using namespace braketeer::flows;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
const QString bucket = u"amazon-braket-us-west-2-000000000000"_s;
const core::S3Uri from{bucket, u"copy/from é+%"_s};
const core::S3Uri to{bucket, u"copy/to"_s};

QByteArray someBytes(qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 3;
    for (char &byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = char(state >> 24);
    }
    return bytes;
}

template<class T>
QByteArray why(const core::Result<T> &result)
{
    return result ? QByteArray() : result.error().text().toUtf8();
}

QByteArray header(const sandbox::RecordedRequest &request, const QByteArray &name)
{
    for (const auto &[known, value] : request.headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace

/// Copies inside S3, at once and in parts, on the built-in service.
class tst_CopyObject : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_sandbox = sandbox::Sandbox::start().value();
        m_home = std::make_unique<QTemporaryDir>();
        m_bytes = someBytes(16 * mebibyte + 11);
        QVERIFY(m_sandbox->putObject(bucket.toUtf8(), from.key.toUtf8(), m_bytes, "text/x-special"));
    }

    void whatIsLongIsCopiedInParts_data()
    {
        QTest::addColumn<qint64>("mostAtOnce");
        QTest::addColumn<qint64>("known");
        QTest::addColumn<int>("parts");
        QTest::newRow("at once") << 100 * mebibyte << qint64(-1) << 0;
        QTest::newRow("at once, as a listing says") << 100 * mebibyte << 16 * mebibyte + 11 << 0;
        QTest::newRow("just at once") << 16 * mebibyte + 11 << qint64(-1) << 0;
        QTest::newRow("just in parts") << 16 * mebibyte + 10 << qint64(-1) << 4;
        QTest::newRow("in parts, as a listing says") << 6 * mebibyte << 16 * mebibyte + 11 << 4;
    }

    void whatIsLongIsCopiedInParts()
    {
        QFETCH(const qint64, mostAtOnce);
        QFETCH(const qint64, known);
        QFETCH(const int, parts);
        CopyOptions options = inParts();
        options.mostAtOnce = mostAtOnce;
        options.size = known;
        qint64 reported = 0;
        options.progress = [&reported](qint64 bytes) { reported = bytes; };
        const auto copied = QCoro::waitFor(copyObject(session(), from, to, options));
        QVERIFY2(copied, why(copied));
        QVERIFY(m_sandbox->object(bucket.toUtf8(), to.key.toUtf8()) == m_bytes);
        QCOMPARE(m_sandbox->requestCount(u"UploadPartCopy"_s), parts);
        QCOMPARE(m_sandbox->requestCount(u"CopyObject"_s), parts == 0 ? 1 : 0);
        QCOMPARE(m_sandbox->requestCount(u"GetObject"_s), 0);
        QCOMPARE(reported, m_bytes.size());
    }

    void allPartsAreOfOneSource()
    {
        const auto facts = QCoro::waitFor(inspectObject(session(), from));
        QVERIFY2(facts, why(facts));
        const auto copied = QCoro::waitFor(copyObject(session(), from, to, inParts()));
        QVERIFY2(copied, why(copied));
        int seen = 0;
        for (const sandbox::RecordedRequest &request : m_sandbox->requests()) {
            if (request.operation != u"UploadPartCopy")
                continue;
            ++seen;
            QCOMPARE(header(request, "x-amz-copy-source-if-match"), facts->eTag.toUtf8());
        }
        QCOMPARE(seen, 4);
    }

    void whatBelongsToTheObjectComesAlong()
    {
        const auto tagged = QCoro::waitFor(tagSource(session()));
        QVERIFY2(tagged, why(tagged));
        CopyOptions options = inParts();
        options.storageClass = u"STANDARD_IA"_s;
        const auto copied = QCoro::waitFor(copyObject(session(), from, to, options));
        QVERIFY2(copied, why(copied));
        const auto facts = QCoro::waitFor(inspectObject(session(), to));
        QVERIFY2(facts, why(facts));
        QCOMPARE(facts->contentType, u"text/x-special"_s);
        QCOMPARE(facts->storageClass, u"STANDARD_IA"_s);
        QCOMPARE(facts->metadata.value(u"made-by"_s), u"a test"_s);
        const auto begun = operation(u"CreateMultipartUpload"_s);
        QCOMPARE(header(begun, "x-amz-tagging"), "team=quantum%20ions&empty="_ba);
    }

    void nothingIsLeftOfWhatFails_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("code");
        QTest::newRow("a part") << u"error:UploadPartCopy:AccessDenied:403:*"_s << u"AccessDenied"_s;
        QTest::newRow("the source has changed")
            << u"error:UploadPartCopy:PreconditionFailed:412"_s << u"PreconditionFailed"_s;
        QTest::newRow("said with status 200") << u"error:UploadPartCopy:InternalError:200:*"_s << u"InternalError"_s;
        QTest::newRow("its end") << u"error:CompleteMultipartUpload:AccessDenied:403"_s << u"AccessDenied"_s;
    }

    void nothingIsLeftOfWhatFails()
    {
        QFETCH(const QString, fault);
        QFETCH(const QString, code);
        QVERIFY(m_sandbox->addFault(fault));
        const auto copied = QCoro::waitFor(copyObject(session(), from, to, inParts()));
        QVERIFY(!copied);
        QCOMPARE(copied.error().serviceCode, code);
        QVERIFY(!m_sandbox->object(bucket.toUtf8(), to.key.toUtf8()));
        QCOMPARE(m_sandbox->requestCount(u"AbortMultipartUpload"_s), 1);
    }

    void nothingIsLeftOfWhatIsCancelled()
    {
        core::CancelToken cancel;
        CopyOptions options = inParts();
        options.progress = [&cancel](qint64) { cancel.cancel(); };
        const auto copied = QCoro::waitFor(copyObject(session(), from, to, options, cancel));
        QVERIFY(!copied);
        QCOMPARE(copied.error().kind, core::Error::Kind::Cancelled);
        QVERIFY(!m_sandbox->object(bucket.toUtf8(), to.key.toUtf8()));
        QCOMPARE(m_sandbox->requestCount(u"AbortMultipartUpload"_s), 1);
    }

    void aSourceInAnotherRegionIsCopiedFrom()
    {
        const core::S3Uri far{u"amazon-braket-eu-north-1-000000000000"_s, u"far"_s};
        QVERIFY(m_sandbox->putObject(far.bucket.toUtf8(), "far", m_bytes));
        const auto copied = QCoro::waitFor(copyObject(session(), far, to, inParts()));
        QVERIFY2(copied, why(copied));
        QVERIFY(m_sandbox->object(bucket.toUtf8(), to.key.toUtf8()) == m_bytes);
    }

    void whatIsNotThereIsSaid()
    {
        const core::S3Uri nothing{bucket, u"nothing"_s};
        for (const qint64 known : {qint64(-1), qint64(5)}) {
            CopyOptions options = inParts();
            options.size = known;
            const auto copied = QCoro::waitFor(copyObject(session(), nothing, to, options));
            QVERIFY(!copied);
            QVERIFY2(copied.error().message.contains(u"nothing"), why(copied));
        }
    }

private:
    static CopyOptions inParts()
    {
        CopyOptions options;
        options.mostAtOnce = 6 * mebibyte;
        options.partSize = 5 * mebibyte;
        return options;
    }

    std::shared_ptr<Session> session()
    {
        Surroundings surroundings;
        surroundings.environment = {};
        surroundings.environment.insert(u"HOME"_s, m_home->path());
        const auto environment = m_sandbox->environment();
        for (const auto &[name, value] : environment)
            surroundings.environment.insert(name, value);
        return openSession({}, surroundings).value();
    }

    static core::Task<> tagSource(std::shared_ptr<Session> session)
    {
        services::s3::PutObjectInput input(from);
        input.body = someBytes(16 * mebibyte + 11);
        input.contentType = u"text/x-special"_s;
        input.metadata = {{u"made-by"_s, u"a test"_s}};
        input.tagging = u"team=quantum%20ions&empty="_s;
        const auto put = co_await services::s3::putObject(session->s3(), input);
        if (!put)
            co_return core::fail(put.error());
        co_return core::Result<>();
    }

    sandbox::RecordedRequest operation(const QString &name) const
    {
        for (const sandbox::RecordedRequest &request : m_sandbox->requests()) {
            if (request.operation == name)
                return request;
        }
        return {};
    }

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_home;
    QByteArray m_bytes;
};

QTEST_GUILESS_MAIN(tst_CopyObject)
#include "tst_copyobject.moc"
