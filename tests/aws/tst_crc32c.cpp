#include "aws/bulk/crc32c.h"
#include "aws/bulk/digest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace braketeer;
using namespace Qt::StringLiterals;

/// CRC-32C and SHA-256 over bytes and files.
class tst_Crc32c : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // Source: RFC 3720, appendix B.4, and the usual check value.
    void publishedValues_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<quint32>("expected");
        QTest::newRow("nothing") << QByteArray() << 0u;
        QTest::newRow("check") << "123456789"_ba << 0xe3069283u;
        QTest::newRow("zeros") << QByteArray(32, '\0') << 0x8a9136aau;
        QTest::newRow("ones") << QByteArray(32, '\xff') << 0x62a8ab43u;
        QByteArray rising;
        for (char byte = 0; byte < 32; ++byte)
            rising += byte;
        QTest::newRow("rising") << rising << 0x46dd794eu;
    }

    void publishedValues()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const quint32, expected);
        QCOMPARE(aws::crc32c(bytes), expected);
        QCOMPARE(aws::crc32cByTable(bytes), expected);
    }

    void piecesMakeTheWhole()
    {
        QByteArray bytes;
        for (int i = 0; i < 40'000; ++i) // several times what is summed at once
            bytes += char(i * 31 + i / 7);
        const quint32 whole = aws::crc32c(bytes);
        QCOMPARE(aws::crc32cByTable(bytes), whole);
        for (const qsizetype cut : {0, 1, 7, 8, 9, 63, 4096, 4999, 12'288, 24'577, 39'999, 40'000}) {
            const quint32 first = aws::crc32c(QByteArrayView(bytes).first(cut));
            const auto rest = QByteArrayView(bytes).sliced(cut);
            QCOMPARE(aws::crc32c(rest, first), whole);
            QCOMPARE(aws::crc32cByTable(rest, first), whole);
            QCOMPARE(aws::crc32cOfBoth(first, aws::crc32c(rest), quint64(rest.size())), whole);
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
};

QTEST_GUILESS_MAIN(tst_Crc32c)
#include "tst_crc32c.moc"
