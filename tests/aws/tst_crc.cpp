#include "aws/bulk/crc.h"
#include "aws/bulk/digest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace braketeer;
using namespace Qt::StringLiterals;
using aws::BulkDigest;

/// CRCs and SHA-256 over bytes and files.
class tst_Crc : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void publishedValues_data()
    {
        QTest::addColumn<BulkDigest>("kind");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        QByteArray rising;
        for (char byte = 0; byte < 32; ++byte)
            rising += byte;
        // RFC 3720, appendix B.4, and the usual check value.
        QTest::newRow("CRC-32C of nothing") << BulkDigest::Crc32c << QByteArray() << "00000000"_ba;
        QTest::newRow("CRC-32C, check") << BulkDigest::Crc32c << "123456789"_ba
                                        << "e3069283"_ba;
        QTest::newRow("CRC-32C of zeros") << BulkDigest::Crc32c << QByteArray(32, '\0') << "8a9136aa"_ba;
        QTest::newRow("CRC-32C of ones") << BulkDigest::Crc32c << QByteArray(32, '\xff') << "62a8ab43"_ba;
        QTest::newRow("CRC-32C, rising") << BulkDigest::Crc32c << rising << "46dd794e"_ba;
        // The CRC RevEng catalogue: CRC-32/ISO-HDLC and CRC-64/NVME.
        QTest::newRow("CRC-32 of nothing") << BulkDigest::Crc32 << QByteArray() << "00000000"_ba;
        QTest::newRow("CRC-32, check") << BulkDigest::Crc32 << "123456789"_ba
                                       << "cbf43926"_ba;
        QTest::newRow("CRC-64/NVME of nothing") << BulkDigest::Crc64Nvme << QByteArray() << "0000000000000000"_ba;
        QTest::newRow("CRC-64/NVME, check") << BulkDigest::Crc64Nvme << "123456789"_ba
                                            << "ae8b14860a799888"_ba;
        // NVM Express NVM Command Set Specification 1.0, table "64b CRC Test Cases".
        QTest::newRow("CRC-64/NVME of 4 KiB of zeros")
            << BulkDigest::Crc64Nvme << QByteArray(4096, '\0') << "6482d367eb22b64e"_ba;
        QTest::newRow("CRC-64/NVME of 4 KiB of ones")
            << BulkDigest::Crc64Nvme << QByteArray(4096, '\xff') << "c0ddba7302eca3ac"_ba;
        // FIPS 180-4.
        QTest::newRow("SHA-1") << BulkDigest::Sha1 << "abc"_ba
                               << "a9993e364706816aba3e25717850c26c9cd0d89d"_ba;
        QTest::newRow("SHA-256") << BulkDigest::Sha256 << "abc"_ba
                                 << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba;
        QTest::newRow("none") << BulkDigest::None << "abc"_ba << QByteArray();
    }

    void publishedValues()
    {
        QFETCH(const BulkDigest, kind);
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, expected);
        QCOMPARE(sum(kind, bytes).toHex(), expected);
        QCOMPARE(aws::sizeOf(kind), int(expected.size() / 2));
    }

    void theInstructionAndTheTablesAgree()
    {
        const QByteArray bytes = manyBytes();
        for (const qsizetype size : {0, 1, 7, 8, 9, 12'287, 12'288, 12'289, 40'000})
            QCOMPARE(aws::crc32c(QByteArrayView(bytes).first(size)),
                     aws::crc32cByTable(QByteArrayView(bytes).first(size)));
    }

    void piecesMakeTheWhole_data()
    {
        QTest::addColumn<BulkDigest>("kind");
        QTest::newRow("CRC-32") << BulkDigest::Crc32;
        QTest::newRow("CRC-32C") << BulkDigest::Crc32c;
        QTest::newRow("CRC-64/NVME") << BulkDigest::Crc64Nvme;
    }

    void piecesMakeTheWhole()
    {
        QFETCH(const BulkDigest, kind);
        QVERIFY(aws::isCrc(kind));
        const QByteArray bytes = manyBytes();
        const QByteArray whole = sum(kind, bytes);
        for (const qsizetype cut : {0, 1, 7, 8, 9, 63, 4096, 4999, 12'288, 24'577, 39'999, 40'000}) {
            const auto first = QByteArrayView(bytes).first(cut);
            const auto rest = QByteArrayView(bytes).sliced(cut);
            aws::RunningDigest running(kind);
            running.add(first);
            running.add(rest);
            QCOMPARE(running.result(), whole);
            QCOMPARE(aws::crcOfBoth(kind, sum(kind, first), sum(kind, rest), quint64(rest.size())), whole);
        }
    }

    void aRangeOfAFileIsSummed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"data"_s);
        const QByteArray bytes = QByteArray(700'000, 'a') + "tail";
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(bytes), bytes.size());
        out.close();
        const auto file = aws::BulkFile::open(path);
        QVERIFY(file.has_value());
        const auto digest = aws::digestOf({*file, 100, 699'904}, aws::BulkDigest::Sha256);
        QCOMPARE(digest.value(), QCryptographicHash::hash(bytes.sliced(100), QCryptographicHash::Sha256));
        const auto beyond = aws::digestOf({*file, 100, 700'000}, aws::BulkDigest::Sha256);
        QVERIFY(!beyond);
        QVERIFY(beyond.error().message.contains(u"changed"_s));
    }

private:
    static QByteArray sum(BulkDigest kind, QByteArrayView bytes)
    {
        aws::RunningDigest digest(kind);
        digest.add(bytes);
        return digest.result();
    }

    /// Several times what is summed at once.
    static QByteArray manyBytes()
    {
        QByteArray bytes;
        for (int i = 0; i < 40'000; ++i)
            bytes += char(i * 31 + i / 7);
        return bytes;
    }
};

QTEST_GUILESS_MAIN(tst_Crc)
#include "tst_crc.moc"
