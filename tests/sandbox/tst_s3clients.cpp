#include "realprogram.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer::sandbox;
using namespace Qt::StringLiterals;

/// Programs that others wrote use S3 of the sandbox.
class tst_S3Clients : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        auto started = Sandbox::start();
        QVERIFY(started);
        m_sandbox = std::move(*started);
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(write(u"big.bin"_s, m_big));
        QVERIFY(QDir(m_folder->path()).mkpath(u"some folder/inner"_s));
        QVERIFY(write(u"some folder/a b.txt"_s, "one"));
        QVERIFY(write(u"some folder/inner/ü.txt"_s, "two"));
    }

    void theAwsCliMovesFiles_data()
    {
        QTest::addColumn<QString>("program");
        for (const QString &program : awsPrograms())
            QTest::newRow(qPrintable(program)) << program;
        if (awsPrograms().isEmpty())
            QTest::newRow("none") << QString();
    }

    void theAwsCliMovesFiles()
    {
        QFETCH(const QString, program);
        if (program.isEmpty())
            QSKIP("The AWS CLI is not installed.");
        // Presigning by the old form of signature, which S3 refuses for new buckets, is its default in old regions.
        QVERIFY(write(u"config"_s, "[default]\ns3 =\n  signature_version = s3v4\n"));
        const auto s3 = [&](const QStringList &arguments) {
            const Ran ran = run(program,
                                QStringList{u"--endpoint-url"_s, m_sandbox->url().toString(), u"s3"_s} + arguments);
            if (ran.exitCode != 0)
                qWarning("%s: %s", qPrintable(arguments.join(u' ')), ran.errors.constData());
            return ran;
        };
        QCOMPARE(s3({u"mb"_s, u"s3://clients"_s}).exitCode, 0);
        QCOMPARE(s3({u"cp"_s, u"big.bin"_s, u"s3://clients/big.bin"_s}).exitCode, 0);
        QCOMPARE(m_sandbox->object("clients", "big.bin"), m_big);
        QVERIFY(m_sandbox->requestCount(u"UploadPart"_s) > 1);
        QCOMPARE(s3({u"cp"_s, u"s3://clients/big.bin"_s, u"back.bin"_s}).exitCode, 0);
        QCOMPARE(read(u"back.bin"_s), m_big);
        QCOMPARE(s3({u"sync"_s, u"some folder"_s, u"s3://clients/sync"_s}).exitCode, 0);
        QCOMPARE(m_sandbox->object("clients", "sync/inner/ü.txt"), "two"_ba);
        QCOMPARE(s3({u"mv"_s, u"s3://clients/sync/a b.txt"_s, u"s3://clients/moved"_s}).exitCode, 0);
        QVERIFY(!m_sandbox->object("clients", "sync/a b.txt"));
        const Ran list = s3({u"ls"_s, u"--recursive"_s, u"s3://clients"_s});
        QCOMPARE(list.output.count('\n'), 3);
        QVERIFY(list.output.contains(" 9437184 big.bin\n"));
        const QString url = QString::fromUtf8(s3({u"presign"_s, u"s3://clients/moved"_s}).output.trimmed());
        QVERIFY2(url.contains(u"X-Amz-Signature="_s), qPrintable(url));
        QCOMPARE(s3({u"rm"_s, u"s3://clients/moved"_s}).exitCode, 0);
        QCOMPARE(s3({u"rb"_s, u"--force"_s, u"s3://clients"_s}).exitCode, 0);
        QVERIFY(!s3({u"ls"_s}).output.contains("clients"));
    }

    void rcloneMovesFiles()
    {
        const QString program = QStandardPaths::findExecutable(u"rclone"_s);
        if (program.isEmpty())
            QSKIP("rclone is not installed.");
        const auto rclone = [&](const QStringList &arguments) {
            const Ran ran = run(program,
                                QStringList{u"--config"_s, u"/dev/null"_s, u"--s3-provider"_s, u"Other"_s,
                                            u"--s3-env-auth"_s, u"--s3-endpoint"_s, m_sandbox->url().toString(),
                                            u"--s3-region"_s, u"us-west-2"_s, u"--s3-location-constraint"_s,
                                            u"us-west-2"_s, u"--retries"_s, u"1"_s, u"--s3-upload-cutoff"_s, u"6M"_s}
                                    + arguments);
            if (ran.exitCode != 0)
                qWarning("%s: %s", qPrintable(arguments.join(u' ')), ran.errors.constData());
            return ran;
        };
        QCOMPARE(rclone({u"mkdir"_s, u":s3:clients"_s}).exitCode, 0);
        QCOMPARE(rclone({u"copyto"_s, u"big.bin"_s, u":s3:clients/big.bin"_s}).exitCode, 0);
        QCOMPARE(m_sandbox->object("clients", "big.bin"), m_big);
        QCOMPARE(rclone({u"sync"_s, u"some folder"_s, u":s3:clients/sync"_s}).exitCode, 0);
        QCOMPARE(rclone({u"check"_s, u"some folder"_s, u":s3:clients/sync"_s}).exitCode, 0);
        QCOMPARE(rclone({u"copyto"_s, u":s3:clients/big.bin"_s, u"back.bin"_s}).exitCode, 0);
        QCOMPARE(read(u"back.bin"_s), m_big);
        QCOMPARE(rclone({u"lsf"_s, u"-R"_s, u"--files-only"_s, u":s3:clients"_s}).output.count('\n'), 3);
        QCOMPARE(rclone({u"purge"_s, u":s3:clients"_s}).exitCode, 0);
        QVERIFY(!m_sandbox->object("clients", "big.bin"));
    }

    void boto3Works()
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_s, {u"/usr/bin"_s});
        if (python.isEmpty() || run(python, {u"-c"_s, u"import boto3"_s}).exitCode != 0)
            QSKIP("boto3 is not installed.");
        const Ran ran = run(
            python, {QStringLiteral(BRAKETEER_TEST_DATA "/../sandbox/s3botoclient.py"), m_sandbox->url().toString()});
        QVERIFY2(ran.output.trimmed() == "good", ran.errors.constData());
    }

private:
    Ran run(const QString &program, const QStringList &arguments)
    {
        return runProgram(*m_sandbox, m_folder->path(), program, arguments);
    }

    bool write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    QByteArray read(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    const QByteArray m_big = QByteArray("0123456789abcdef").repeated(9 << 16); // 9 MiB: more than one part
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Sandbox> m_sandbox;
};

QTEST_GUILESS_MAIN(tst_S3Clients)
#include "tst_s3clients.moc"
