#include "flows/credentials.h"
#include "flows/whoami.h"

#include "store/settings/settings.h"
#include "store/vault/memoryvault.h"

#include "flows/workplace.h"

#include <QFile>
#include <QTest>

using namespace braketeer;
using namespace braketeer::flows;
using namespace Qt::StringLiterals;

namespace {

/// A keychain that is not there, or locked.
class BrokenVault final : public core::SecretVault
{
public:
    explicit BrokenVault(core::Error::Kind kind) : m_kind(kind) { }

    core::Task<core::Secret> read(QString) override { co_return core::fail(m_kind, u"No."_s); }

    core::Task<> write(QString, core::Secret) override { co_return core::fail(m_kind, u"No."_s); }

    core::Task<> remove(QString) override { co_return core::fail(m_kind, u"No."_s); }

private:
    const core::Error::Kind m_kind;
};

StaticKeys markedKeys()
{
    return {u"AKIDEXAMPLE"_s, core::Secret("marker-secret"), core::Secret("marker-token")};
}

} // namespace

class tst_Credentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_vault = std::make_shared<store::MemoryVault>();
        m_settings = std::make_shared<store::Settings>(m_folder->filePath(u"braketeer.ini"_s));
    }

    void addedKeysAreListedWithoutTheirSecrets()
    {
        QVERIFY(QCoro::waitFor(addCredentials(m_vault, m_settings, u"work"_s, markedKeys())));
        QVERIFY(QCoro::waitFor(addCredentials(m_vault, m_settings, u"home"_s, markedKeys())));
        const auto list = QCoro::waitFor(listCredentials(m_vault, m_settings)).value();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0].name, u"home"_s);
        QCOMPARE(list[1].name, u"work"_s);
        QVERIFY(list[1].present);
        QCOMPARE(list[1].accessKeyId, u"AKIDEXAMPLE"_s);
        QFile file(m_folder->filePath(u"braketeer.ini"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.contains("work"));
        QVERIFY(!content.contains("marker"));
        QVERIFY(!content.contains("AKIDEXAMPLE"));
    }

    void addingAgainReplacesTheKeys()
    {
        QVERIFY(QCoro::waitFor(addCredentials(m_vault, m_settings, u"work"_s, markedKeys())));
        StaticKeys other = markedKeys();
        other.accessKeyId = u"AKIDOTHER"_s;
        QVERIFY(QCoro::waitFor(addCredentials(m_vault, m_settings, u"work"_s, other)));
        const auto list = QCoro::waitFor(listCredentials(m_vault, m_settings)).value();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0].accessKeyId, u"AKIDOTHER"_s);
    }

    void removedKeysAreGone()
    {
        QVERIFY(QCoro::waitFor(addCredentials(m_vault, m_settings, u"work"_s, markedKeys())));
        QVERIFY(QCoro::waitFor(removeCredentials(m_vault, m_settings, u"work"_s)));
        QVERIFY(QCoro::waitFor(listCredentials(m_vault, m_settings))->isEmpty());
        QVERIFY(!QCoro::waitFor(m_vault->read(u"aws/work"_s)));
        QCOMPARE(QCoro::waitFor(removeCredentials(m_vault, m_settings, u"work"_s)).error().kind,
                 core::Error::Kind::Usage);
    }

    void aLockedKeychainLosesNoName()
    {
        QVERIFY(QCoro::waitFor(addCredentials(m_vault, m_settings, u"work"_s, markedKeys())));
        const auto locked = std::make_shared<BrokenVault>(core::Error::Kind::Credentials);
        const auto list = QCoro::waitFor(listCredentials(locked, m_settings)).value();
        QCOMPARE(list.size(), 1);
        QVERIFY(!list[0].present);
        QVERIFY(!QCoro::waitFor(removeCredentials(locked, m_settings, u"work"_s)));
        QCOMPARE(m_settings->list(store::setting::credentialNames), QStringList{u"work"_s});
    }

    void withoutAKeychainNothingIsRemembered()
    {
        const auto none = std::make_shared<BrokenVault>(core::Error::Kind::Store);
        const auto added = QCoro::waitFor(addCredentials(none, m_settings, u"work"_s, markedKeys()));
        QVERIFY(!added);
        QCOMPARE(added.error().kind, core::Error::Kind::Store);
        QVERIFY(m_settings->list(store::setting::credentialNames).isEmpty());
        m_settings->set(store::setting::credentialNames, QStringList{u"work"_s});
        QCOMPARE(QCoro::waitFor(listCredentials(none, m_settings)).error().kind, core::Error::Kind::Store);
    }

    void namesAreChecked_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << u"work_1.a-b@c"_s << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("blank") << u"my keys"_s << false;
        QTest::newRow("slash") << u"a/b"_s << false;
        QTest::newRow("line end") << u"work\n"_s << false;
        QTest::newRow("longest") << QString(64, u'a') << true;
        QTest::newRow("too long") << QString(65, u'a') << false;
    }

    void namesAreChecked()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, good);
        QCOMPARE(QCoro::waitFor(addCredentials(m_vault, m_settings, name, markedKeys())).has_value(), good);
    }

    void emptyKeysAreRefused()
    {
        StaticKeys keys = markedKeys();
        keys.secretAccessKey = {};
        const auto added = QCoro::waitFor(addCredentials(m_vault, m_settings, u"work"_s, keys));
        QVERIFY(!added);
        QCOMPARE(added.error().kind, core::Error::Kind::Usage);
    }

    void aSessionSignsWithThem()
    {
        tests::Workplace place;
        place.service().addKey({u"AKIDEXAMPLE"_s,
                                core::Secret("marker-secret"),
                                core::Secret("marker-token"),
                                {},
                                u"arn:aws:iam::000000000000:user/work"_s});
        QVERIFY(QCoro::waitFor(addCredentials(m_vault, m_settings, u"work"_s, markedKeys())));
        m_settings.reset(); // on disk

        Surroundings surroundings;
        surroundings.environment = place.environment();
        surroundings.environment.insert(u"BRAKETEER_DATA_DIR"_s, m_folder->path());
        int opened = 0;
        surroundings.vault = [this, &opened]() -> core::Result<std::shared_ptr<core::SecretVault>> {
            ++opened;
            return m_vault;
        };
        SessionOptions options;
        options.profile = u"work"_s;
        const auto session = openSession(options, surroundings);
        QVERIFY2(session, tests::why(session).constData());
        QCOMPARE(opened, 0);
        for (int time = 0; time < 2; ++time) {
            QCOMPARE(QCoro::waitFor(checkCredentials(*session)).value(), u"keychain work"_s);
            const auto identity = QCoro::waitFor(whoami(*session));
            QVERIFY2(identity, tests::why(identity).constData());
            QVERIFY(identity->arn.endsWith(u"user/work"));
        }
        QCOMPARE(opened, 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<store::MemoryVault> m_vault;
    std::shared_ptr<store::Settings> m_settings;
};

QTEST_GUILESS_MAIN(tst_Credentials)
#include "tst_credentials.moc"
