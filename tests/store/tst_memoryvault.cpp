#include "store/vault/memoryvault.h"

#include <QCoroTask>
#include <QTest>

using namespace braketeer;
using namespace Qt::StringLiterals;

class tst_MemoryVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatIsWrittenIsReadUntilItIsRemoved()
    {
        store::MemoryVault vault;
        QVERIFY(QCoro::waitFor(vault.write(u"a"_s, core::Secret("1"_ba))));
        QVERIFY(QCoro::waitFor(vault.write(u"b"_s, core::Secret("2"_ba))));
        QCOMPARE(QCoro::waitFor(vault.read(u"a"_s))->reveal(), "1");
        QVERIFY(QCoro::waitFor(vault.remove(u"a"_s)));
        QVERIFY(QCoro::waitFor(vault.remove(u"a"_s)));
        const auto gone = QCoro::waitFor(vault.read(u"a"_s));
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, core::Error::Kind::Credentials);
        QCOMPARE(QCoro::waitFor(vault.read(u"b"_s))->reveal(), "2");
    }
};

QTEST_GUILESS_MAIN(tst_MemoryVault)
#include "tst_memoryvault.moc"
