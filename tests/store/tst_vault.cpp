#include "store/vault/vaultloader.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QTest>

using namespace braketeer;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Runs under tests/support/with-keyring.sh, which says by BRAKETEER_KEYRING what kind of keychain there is.

namespace {

using Vault = std::shared_ptr<core::SecretVault>;

Vault openVault(std::chrono::milliseconds patience = 20s)
{
    const auto vault = store::loadKeychainVault(patience);
    if (!vault)
        qFatal("%s", qPrintable(vault.error().text()));
    return *vault;
}

core::Result<core::Secret> read(const Vault &vault, const QString &entry)
{
    return QCoro::waitFor(vault->read(entry));
}

core::Result<> write(const Vault &vault, const QString &entry, const QByteArray &secret)
{
    return QCoro::waitFor(vault->write(entry, core::Secret(secret)));
}

core::Result<> removeEntry(const Vault &vault, const QString &entry)
{
    return QCoro::waitFor(vault->remove(entry));
}

/// A Secret Service that takes every question and answers none.
class SilentService final : public QDBusVirtualObject
{
    Q_OBJECT

public:
    QString introspect(const QString &) const override { return {}; }

    bool handleMessage(const QDBusMessage &, const QDBusConnection &) override { return true; }
};

} // namespace

class tst_VaultUnlocked : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("text") << "braketeer-keys-1\nAKID\nsecret\n"_ba;
        QTest::newRow("bytes") << QByteArray("a\0\xff\n", 4);
        QTest::newRow("a long token") << QByteArray(4096, 'x');
    }

    void whatIsWrittenIsRead()
    {
        QFETCH(const QByteArray, secret);
        const Vault vault = openVault();
        QVERIFY(write(vault, u"aws/work"_s, secret));
        const auto stored = read(vault, u"aws/work"_s);
        QVERIFY(stored);
        QCOMPARE(stored->reveal(), secret);
    }

    void entriesDoNotMix()
    {
        const Vault vault = openVault();
        QVERIFY(write(vault, u"aws/a"_s, "1"));
        QVERIFY(write(vault, u"aws/b"_s, "2"));
        QVERIFY(write(vault, u"aws/a"_s, "3"));
        QCOMPARE(read(vault, u"aws/a"_s)->reveal(), "3");
        QCOMPARE(read(vault, u"aws/b"_s)->reveal(), "2");
    }

    void aMissingEntryIsMissingOrLocked()
    {
        const auto stored = read(openVault(), u"aws/nobody"_s);
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, core::Error::Kind::Credentials);
        QVERIFY(stored.error().message.contains("aws/nobody"_L1));
        QVERIFY(stored.error().message.contains("locked"_L1));
    }

    void aRemovedEntryIsGone()
    {
        const Vault vault = openVault();
        QVERIFY(write(vault, u"aws/gone"_s, "1"));
        QVERIFY(removeEntry(vault, u"aws/gone"_s));
        QVERIFY(!read(vault, u"aws/gone"_s));
        QVERIFY(removeEntry(vault, u"aws/gone"_s));
    }
};

class tst_VaultLocked : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void anEntryInALockedKeychainIsMissingOrLocked()
    {
        const auto stored = read(openVault(), u"aws/locked-away"_s);
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, core::Error::Kind::Credentials);
        QVERIFY(stored.error().message.contains("locked"_L1));
        QVERIFY(stored.error().suggestion.contains("Unlock"_L1));
    }

    void writingToALockedKeychainFails()
    {
        const auto written = write(openVault(), u"aws/new"_s, "marker");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, core::Error::Kind::Credentials);
        QVERIFY(!written.error().text().contains("marker"_L1));
    }
};

class tst_VaultWithoutService : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void withoutAKeyringTheErrorOffersTheEnvironment()
    {
        const Vault vault = openVault();
        const auto stored = read(vault, u"aws/work"_s);
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, core::Error::Kind::Store);
        QVERIFY(stored.error().suggestion.contains("AWS_ACCESS_KEY_ID"_L1));
        const auto written = write(vault, u"aws/work"_s, "marker");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, core::Error::Kind::Store);
        QVERIFY(!written.error().text().contains("marker"_L1));
    }
};

class tst_VaultWithSilentService : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aKeyringThatNeverAnswersIsGivenUp()
    {
        SilentService service;
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"silent service"_s);
        QVERIFY(bus.registerVirtualObject(u"/"_s, &service, QDBusConnection::SubPath));
        QVERIFY(bus.registerService(u"org.freedesktop.secrets"_s));
        const auto stored = read(openVault(200ms), u"aws/work"_s);
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, core::Error::Kind::Store);
        QVERIFY2(stored.error().message.contains("no answer"_L1), qPrintable(stored.error().message));
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QString keyring = qEnvironmentVariable("BRAKETEER_KEYRING");
    if (keyring == "fill"_L1)
        return write(openVault(), u"aws/locked-away"_s, "1") ? 0 : 1;
    if (keyring == "unlocked"_L1) {
        tst_VaultUnlocked test;
        return QTest::qExec(&test, argc, argv);
    }
    if (keyring == "locked"_L1) {
        tst_VaultLocked test;
        return QTest::qExec(&test, argc, argv);
    }
    if (keyring == "no-service"_L1) {
        tst_VaultWithoutService without;
        tst_VaultWithSilentService silent; // last: its unanswered question blocks the keychain library's queue
        return QTest::qExec(&without, argc, argv) + QTest::qExec(&silent, argc, argv);
    }
    if (keyring == "no-bus"_L1) {
        tst_VaultWithoutService test;
        return QTest::qExec(&test, argc, argv);
    }
    qCritical("Run this under tests/support/with-keyring.sh.");
    return 1;
}

#include "tst_vault.moc"
