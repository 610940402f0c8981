#include "archive/pythonscript.h"
#include "flows/minis3.h"
#include "flows/pack/lookinside.h"
#include "flows/pack/packfolder.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>

using namespace braketeer;
using namespace braketeer::flows;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;

namespace {

template<class T>
QByteArray why(const core::Result<T> &result)
{
    return result ? QByteArray() : result.error().text().toUtf8();
}

/// A session that knows of nothing but the server of the test.
std::shared_ptr<Session> sessionWith(const MiniS3 &service, const QString &home)
{
    Surroundings surroundings;
    surroundings.environment = {};
    for (const auto &[name, value] :
         std::initializer_list<std::pair<QString, QString>>{{u"HOME"_s, home},
                                                            {u"AWS_ACCESS_KEY_ID"_s, u"AKIDEXAMPLE"_s},
                                                            {u"AWS_SECRET_ACCESS_KEY"_s, u"secret"_s},
                                                            {u"AWS_REGION"_s, u"us-west-2"_s},
                                                            {u"AWS_MAX_ATTEMPTS"_s, u"1"_s},
                                                            {u"AWS_ENDPOINT_URL"_s, service.url()}})
        surroundings.environment.insert(name, value);
    auto opened = openSession({}, surroundings);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().text()));
    return *opened;
}

} // namespace

/// Packing and looking inside while the caller's thread goes on.
class tst_Pack : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        write(u"project/train.py"_s, "def main(): pass\nif __name__ == '__main__': main()\n");
        write(u"project/requirements.txt"_s, "numpy\n");
    }

    void aFolderIsPlannedAndPacked()
    {
        archive::PackOptions options;
        options.output = at(u"source.tar.gz"_s);
        const auto preview = QCoro::waitFor(flows::planPack(at(u"project"_s), options));
        QVERIFY2(preview, why(preview));
        QCOMPARE(preview->plan.files.size(), 3);
        QCOMPARE(preview->entryPoints.candidates.first().text, u"project.train"_s);
        QVERIFY(
            std::ranges::count(preview->warnings, archive::WarningKind::UnpinnedRequirement, &archive::Warning::kind)
            == 1);
        const auto packed = QCoro::waitFor(flows::writePack(preview->plan, options.output));
        QVERIFY2(packed, why(packed));
        const auto inside = QCoro::waitFor(lookInside(packed->path));
        QVERIFY2(inside, why(inside));
        QCOMPARE(inside->contents.members.size(), 3);
        QCOMPARE(inside->entryPoints.candidates, preview->entryPoints.candidates);
    }

    void progressComesOnTheCallersThread()
    {
        write(u"project/big"_s, QByteArray(4 << 20, 'x'));
        const auto preview = QCoro::waitFor(flows::planPack(at(u"project"_s), {}));
        QVERIFY2(preview, why(preview));
        qint64 last = 0;
        const auto progress = [&](qint64 done, qint64 total) {
            QCOMPARE(QThread::currentThread(), thread());
            QCOMPARE(total, preview->plan.totalSize);
            QVERIFY(done > last);
            last = done;
        };
        const auto packed = QCoro::waitFor(flows::writePack(preview->plan, at(u"x.tar.gz"_s), progress));
        QVERIFY2(packed, why(packed));
        QCOMPARE(last, preview->plan.totalSize);
    }

    void packingIsCancelled()
    {
        write(u"project/big"_s, QByteArray(64 << 20, 'x'));
        const auto preview = QCoro::waitFor(flows::planPack(at(u"project"_s), {}));
        QVERIFY2(preview, why(preview));
        core::CancelToken cancel;
        const auto packed = QCoro::waitFor(flows::writePack(
            preview->plan, at(u"x.tar.gz"_s), [&](qint64, qint64) { cancel.cancel(); }, cancel));
        QVERIFY(!packed);
        QCOMPARE(int(packed.error().kind), int(core::Error::Kind::Cancelled));
        QVERIFY(QDir(m_home->path()).entryList({u"x*"_s}, QDir::Files).isEmpty());
    }

    void whatIsCancelledBeforeItBeganDoesNothing()
    {
        core::CancelToken cancel;
        cancel.cancel();
        const auto preview = QCoro::waitFor(flows::planPack(at(u"project"_s), {}, cancel));
        QVERIFY(!preview);
        QCOMPARE(int(preview.error().kind), int(core::Error::Kind::Cancelled));
    }

    void aTarInS3IsReadFromItsStart()
    {
        MiniS3 service;
        service.put("/b/p/source.tar.gz", packed());
        const auto inside = QCoro::waitFor(lookInside(session(service), {u"b"_s, u"p/source.tar.gz"_s}));
        QVERIFY2(inside, why(inside));
        QCOMPARE(inside->contents.name, u"source.tar.gz"_s);
        QCOMPARE(inside->entryPoints.candidates.first().text, u"project.train"_s);
        QCOMPARE(service.count("GET "), 1);
    }

    void aLargeZipInS3IsListedFromItsTail()
    {
        const QString path = at(u"source.zip"_s);
        runPython("import sys, zipfile, os\n"
                  "with zipfile.ZipFile(sys.argv[1], 'w') as z:\n"
                  "    for i in range(8): z.writestr('p/data%d' % i, os.urandom(1 << 20))\n"
                  "    z.writestr('p/train.py', b'go()')",
                  {path});
        MiniS3 service;
        service.put("/b/source.zip", read(path));
        const auto inside = QCoro::waitFor(lookInside(session(service), {u"b"_s, u"source.zip"_s}));
        QVERIFY2(inside, why(inside));
        QCOMPARE(inside->contents.members.size(), 9);
        QCOMPARE(inside->entryPoints.candidates.first().text, u"p.train"_s);
        QVERIFY2(service.count("GET ") <= 3, QByteArray::number(service.count("GET ")));
    }

    void noMoreOfATarIsReadThanAllowed()
    {
        write(u"project/random"_s, runPython("import os, sys\nsys.stdout.buffer.write(os.urandom(8 << 20))", {}));
        MiniS3 service;
        service.put("/b/source.tar.gz", packed());
        archive::LookLimits limits;
        limits.packedBytes = 1 << 20;
        const auto inside = QCoro::waitFor(lookInside(session(service), {u"b"_s, u"source.tar.gz"_s}, limits));
        QVERIFY2(inside, why(inside));
        QVERIFY(inside->contents.truncated);
        QVERIFY(!inside->contents.stopped.isEmpty());
    }

    void anObjectThatIsReplacedMeanwhileIsNoticed()
    {
        MiniS3 service;
        service.put("/b/source.tar.gz", packed());
        service.fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (request.startsWith("GET"))
                service.objects["/b/source.tar.gz"].eTag = "\"another\"";
            return std::nullopt;
        };
        const auto inside = QCoro::waitFor(lookInside(session(service), {u"b"_s, u"source.tar.gz"_s}));
        QVERIFY(!inside);
        QVERIFY2(inside.error().message.contains(u"replaced"), qPrintable(inside.error().message));
    }

    void whatS3RefusesIsHandedOn()
    {
        MiniS3 service;
        const auto missing = QCoro::waitFor(lookInside(session(service), {u"b"_s, u"none.tar.gz"_s}));
        QVERIFY(!missing);
        QCOMPARE(missing.error().httpStatus, 404);
        service.put("/b/source.tar.gz", packed());
        service.fault = [](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            return request.startsWith("GET") ? std::optional(MiniS3::refusal("403 Forbidden", "AccessDenied"))
                                             : std::nullopt;
        };
        const auto denied = QCoro::waitFor(lookInside(session(service), {u"b"_s, u"source.tar.gz"_s}));
        QVERIFY(!denied);
        QCOMPARE(denied.error().httpStatus, 403);
    }

    void readingFromS3IsCancelled()
    {
        MiniS3 service;
        service.put("/b/source.tar.gz", packed());
        core::CancelToken cancel;
        service.fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (!request.startsWith("GET"))
                return std::nullopt;
            cancel.cancel();
            return ScriptedServer::Reply{}; // and never an answer
        };
        const auto inside = QCoro::waitFor(lookInside(session(service), {u"b"_s, u"source.tar.gz"_s}, {}, cancel));
        QVERIFY(!inside);
        QCOMPARE(int(inside.error().kind), int(core::Error::Kind::Cancelled));
    }

private:
    QString at(const QString &path) const { return m_home->filePath(path); }

    void write(const QString &path, const QByteArray &bytes) const
    {
        QDir().mkpath(at(path).section(u'/', 0, -2));
        QFile file(at(path));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("%s cannot be written", qPrintable(path));
        file.write(bytes);
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The project as an archive.
    QByteArray packed() const
    {
        const auto plan = archive::planPack(at(u"project"_s));
        if (!plan || !archive::writePack(*plan, at(u"packed.tar.gz"_s)))
            qFatal("The project cannot be packed.");
        return read(at(u"packed.tar.gz"_s));
    }

    std::shared_ptr<Session> session(const MiniS3 &service) const { return sessionWith(service, m_home->path()); }

    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(tst_Pack)
#include "tst_pack.moc"
