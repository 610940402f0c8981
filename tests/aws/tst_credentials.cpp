#include "profilecases.h"

#include "aws/credentials/chain.h"
#include "aws/credentials/configfile.h"
#include "aws/credentials/configlocations.h"
#include "aws/credentials/fixedprovider.h"
#include "aws/credentials/keychainprovider.h"
#include "aws/credentials/profileprovider.h"
#include "aws/credentials/profilesettings.h"

#include <QCoroTask>
#include <QHash>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace braketeer;
using namespace Qt::StringLiterals;

namespace {

using ProviderResult = core::Result<std::shared_ptr<aws::CredentialProvider>>;

/// Counts how often it is asked.
class FakeVault final : public core::SecretVault
{
public:
    QHash<QString, core::Secret> secrets;
    int reads = 0;

    core::Task<core::Secret> read(QString entry) override
    {
        ++reads;
        if (!secrets.contains(entry))
            co_return core::fail(core::Error::Kind::Credentials, u"missing or locked"_s);
        co_return secrets.value(entry);
    }

    core::Task<> write(QString entry, core::Secret secret) override
    {
        secrets.insert(entry, secret);
        co_return {};
    }

    core::Task<> remove(QString entry) override
    {
        secrets.remove(entry);
        co_return {};
    }
};

aws::SharedConfig config(const QByteArray &configText, const QByteArray &credentialsText = {})
{
    return *aws::parseConfigFiles({u"config"_s, configText}, {u"credentials"_s, credentialsText});
}

aws::Credentials exampleKeys()
{
    aws::Credentials keys;
    keys.accessKeyId = u"AKIDEXAMPLE"_s;
    keys.secretAccessKey = core::Secret("secret"_ba);
    return keys;
}

core::Result<aws::Credentials> ask(const ProviderResult &provider)
{
    if (!provider)
        return core::fail(provider.error());
    if (!*provider)
        return core::fail(core::Error::Kind::Credentials, u"not set up"_s);
    return QCoro::waitFor((*provider)->credentials());
}

/// The tags of a case that this chain has no provider for. A case about roles that makes no call needs none.
QStringList unsupportedTags(const QJsonObject &testCase)
{
    QStringList unsupported;
    const QJsonArray tags = testCase["tags"_L1].toArray();
    for (const auto &value : tags) {
        const QString tag = value.toString();
        const bool supported = QStringList{u"env"_s, u"static"_s, u"config"_s, u"region"_s}.contains(tag)
                               || (tag == "role-chain"_L1 && testCase["http"_L1].toArray().isEmpty());
        if (!supported)
            unsupported.append(tag);
    }
    return unsupported;
}

/// Puts the case's files below `root`.
bool writeFiles(const QJsonObject &files, const QString &root)
{
    for (auto entry = files.begin(); entry != files.end(); ++entry) {
        const QString path = root + entry.key();
        QFile file(path);
        if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
            || file.write(entry.value().toString().toUtf8()) < 0)
            return false;
    }
    return true;
}

/// What a program does: files, settings, chain.
core::Result<aws::Credentials> resolve(const QJsonObject &testCase, const QString &root)
{
    const QProcessEnvironment environment = environmentOf(testCase["env"_L1].toObject(), root);
    const auto shared = aws::readConfigFiles(aws::configLocations(environment));
    if (!shared)
        return core::fail(shared.error());
    aws::SettingsOptions options;
    options.profile = testCase["profile_argument"_L1].toString();
    const auto settings = aws::resolveSettings(options, environment, *shared);
    if (!settings)
        return core::fail(settings.error());
    aws::CredentialContext context;
    context.environment = environment;
    context.config = *shared;
    context.profile = settings->profile;
    context.profileChosen = settings->profileChosen;
    context.profileNamed = settings->profileNamed;
    const QDateTime now = QDateTime::fromString(testCase["now"_L1].toString(), Qt::ISODate);
    context.clock = [now] { return now; };
    return ask(testCase["provider"_L1] == "default-chain"_L1 ? aws::chooseProvider(context)
                                                             : aws::profileProvider(context));
}

} // namespace

class tst_Credentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void providerCasesOfTheSuite_data() { addProfileCases("provider"_L1); }

    void providerCasesOfTheSuite()
    {
        QFETCH(const QJsonObject, testCase);
        const QTemporaryDir root;
        QVERIFY(writeFiles(testCase["files"_L1].toObject(), root.path()));
        const auto credentials = resolve(testCase, root.path());
        if (const QStringList missing = unsupportedTags(testCase); !missing.isEmpty()) {
            // Not having a way must never end in the use of another one.
            QVERIFY(!credentials);
            QCOMPARE(credentials.error().kind, core::Error::Kind::Credentials);
            QSKIP(qPrintable(u"refused, because there is no provider for: "_s + missing.join(u", "_s)));
        }
        const QJsonObject expect = testCase["expect"_L1].toObject();
        QCOMPARE(credentials.has_value(), !expect.contains("error"_L1));
        if (!credentials) {
            QCOMPARE(credentials.error().kind, core::Error::Kind::Credentials);
            return;
        }
        const QJsonObject keys = expect["credentials"_L1].toObject();
        QCOMPARE(credentials->accessKeyId, keys["access_key_id"_L1].toString());
        QCOMPARE(credentials->secretAccessKey.reveal(), keys["secret_access_key"_L1].toString().toUtf8());
        QCOMPARE(credentials->sessionToken.reveal(), keys["session_token"_L1].toString().toUtf8());
        QVERIFY(!credentials->expiry);
    }

    void theEnvironmentGivesKeysTokenAndExpiry()
    {
        aws::CredentialContext context;
        context.environment = environmentOf({{"AWS_ACCESS_KEY_ID"_L1, " AKID\n"_L1},
                                             {"AWS_SECRET_ACCESS_KEY"_L1, "secret"_L1},
                                             {"AWS_SESSION_TOKEN"_L1, "token"_L1},
                                             {"AWS_CREDENTIAL_EXPIRATION"_L1, "2030-01-01T02:00:00+02:00"_L1},
                                             {"AWS_ACCOUNT_ID"_L1, "123456789012"_L1}});
        context.clock = [] { return QDateTime({2029, 1, 1}, {}, Qt::UTC); };
        const auto credentials = ask(aws::chooseProvider(context));
        QVERIFY(credentials);
        QCOMPARE(credentials->accessKeyId, u"AKID"_s);
        QCOMPARE(credentials->secretAccessKey.reveal(), "secret");
        QCOMPARE(credentials->sessionToken.reveal(), "token");
        QCOMPARE(credentials->expiry, std::optional(QDateTime({2030, 1, 1}, {}, Qt::UTC)));
        QCOMPARE(credentials->accountId, u"123456789012"_s);
        QCOMPARE(credentials->source, u"environment"_s);
    }

    void expiredKeysAreRefusedWhenAsked()
    {
        aws::Credentials keys = exampleKeys();
        keys.source = u"environment"_s;
        keys.expiry = QDateTime({2030, 1, 1}, {}, Qt::UTC);
        QDateTime now({2029, 12, 31}, {}, Qt::UTC);
        const auto provider = aws::fixedProvider(keys, [&now] { return now; });
        QVERIFY(ask(provider));
        now = *keys.expiry;
        const auto late = ask(provider);
        QVERIFY(!late);
        QCOMPARE(late.error().kind, core::Error::Kind::Credentials);
        QCOMPARE(late.error().identity, u"environment"_s);
    }

    void halfAPairOfKeysIsAnErrorThatNamesTheOther_data()
    {
        QTest::addColumn<QJsonObject>("environment");
        QTest::addColumn<QByteArray>("credentials");
        QTest::addColumn<QString>("missing");
        QTest::newRow("environment, no secret")
            << QJsonObject{{"AWS_ACCESS_KEY_ID"_L1, "marker"_L1}} << QByteArray() << u"AWS_SECRET_ACCESS_KEY"_s;
        QTest::newRow("environment, no id")
            << QJsonObject{{"AWS_SECRET_ACCESS_KEY"_L1, "marker"_L1}}
            << "[default]\naws_access_key_id=a\naws_secret_access_key=b"_ba << u"AWS_ACCESS_KEY_ID"_s;
        QTest::newRow("profile, no secret")
            << QJsonObject() << "[default]\naws_access_key_id = marker"_ba << u"aws_secret_access_key"_s;
        QTest::newRow("profile, no id") << QJsonObject() << "[default]\naws_secret_access_key = marker"_ba
                                        << u"aws_access_key_id"_s;
    }

    void halfAPairOfKeysIsAnErrorThatNamesTheOther()
    {
        QFETCH(const QJsonObject, environment);
        QFETCH(const QByteArray, credentials);
        QFETCH(const QString, missing);
        aws::CredentialContext context;
        context.environment = environmentOf(environment);
        context.config = config({}, credentials);
        const auto provider = aws::chooseProvider(context);
        QVERIFY(!provider);
        QCOMPARE(provider.error().kind, core::Error::Kind::Credentials);
        QVERIFY2(provider.error().message.contains(missing), qPrintable(provider.error().message));
        QVERIFY(!provider.error().text().contains("marker"_L1));
    }

    void unsupportedWaysAreNamedAndNeverPassedOver_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("property");
        const QByteArray keys = "\naws_access_key_id = a\naws_secret_access_key = b\n"_ba;
        QTest::newRow("role") << "[default]\nrole_arn = r\nsource_profile = s\n[profile s]"_ba + keys << u"role_arn"_s;
        QTest::newRow("role with own keys") << "[default]\nrole_arn = r"_ba + keys << u"role_arn"_s;
        QTest::newRow("sso") << "[default]\nsso_session = s\n"_ba << u"sso_session"_s;
        QTest::newRow("sso with keys") << "[default]\nsso_start_url = s"_ba + keys << u"sso_start_url"_s;
        QTest::newRow("login") << "[default]\nlogin_session = s\n"_ba << u"login_session"_s;
        QTest::newRow("process") << "[default]\ncredential_process = p\n"_ba << u"credential_process"_s;
        QTest::newRow("machine") << "[default]\ncredential_source = Ec2InstanceMetadata\n"_ba << u"credential_source"_s;
    }

    void unsupportedWaysAreNamedAndNeverPassedOver()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, property);
        aws::CredentialContext context;
        context.config = config(text);
        const auto provider = aws::chooseProvider(context);
        QVERIFY(!provider);
        QCOMPARE(provider.error().kind, core::Error::Kind::Credentials);
        QVERIFY2(provider.error().message.contains(property), qPrintable(provider.error().message));
        QVERIFY(provider.error().suggestion.contains("aws configure export-credentials --profile default"_L1));
    }

    void keysInAProfileBeatAProcessInTheSameProfile()
    {
        aws::CredentialContext context;
        context.config = config(
            "[default]\ncredential_process = p\naws_access_key_id = a\naws_secret_access_key = b\naws_account_id=1");
        const auto credentials = ask(aws::chooseProvider(context));
        QVERIFY(credentials);
        QCOMPARE(credentials->accessKeyId, u"a"_s);
        QCOMPARE(credentials->accountId, u"1"_s);
        QCOMPARE(credentials->source, u"profile default"_s);
    }

    void aProfileChosenByOptionBeatsTheEnvironment()
    {
        aws::CredentialContext context;
        context.environment = environmentOf({{"AWS_ACCESS_KEY_ID"_L1, "env"_L1}, {"AWS_SECRET_ACCESS_KEY"_L1, "s"_L1}});
        context.config = config("[profile p]\naws_access_key_id = a\naws_secret_access_key = b\n");
        context.profile = u"p"_s;
        context.profileNamed = true;
        QCOMPARE(ask(aws::chooseProvider(context))->accessKeyId, u"env"_s);
        context.profileChosen = true;
        QCOMPARE(ask(aws::chooseProvider(context))->accessKeyId, u"a"_s);
    }

    void aNamedProfileWithoutCredentialsIsAnError()
    {
        aws::CredentialContext context;
        context.config = config("[profile p]\nregion = x\n");
        context.profile = u"p"_s;
        context.profileNamed = true;
        const auto provider = aws::chooseProvider(context);
        QVERIFY(!provider);
        QVERIFY(provider.error().message.contains(u"“p”"_s));
    }

    void containerCredentialsAreNamedAsUnsupported()
    {
        aws::CredentialContext context;
        context.environment = environmentOf({{"AWS_CONTAINER_CREDENTIALS_FULL_URI"_L1, "http://localhost/x"_L1}});
        const auto provider = aws::chooseProvider(context);
        QVERIFY(!provider);
        QVERIFY(provider.error().message.contains("AWS_CONTAINER_CREDENTIALS_FULL_URI"_L1));
    }

    void withNothingSetUpTheErrorSaysWhatToDo()
    {
        const auto provider = aws::chooseProvider({});
        QVERIFY(!provider);
        QCOMPARE(provider.error().kind, core::Error::Kind::Credentials);
        QVERIFY(provider.error().suggestion.contains("AWS_ACCESS_KEY_ID"_L1));
        QVERIFY(provider.error().suggestion.contains("credentials add"_L1));
    }

    void keysInTheKeychainAreReadOnceAndBeatTheProfileOfThatName()
    {
        const auto vault = std::make_shared<FakeVault>();
        aws::Credentials keys = exampleKeys();
        keys.sessionToken = core::Secret("token"_ba);
        vault->secrets.insert(aws::keychainEntry(u"work"_s), *aws::keychainSecret(keys));
        int openings = 0;
        aws::CredentialContext context;
        context.config = config("[profile work]\naws_access_key_id = file\naws_secret_access_key = b\n");
        context.profile = u"work"_s;
        context.keychainProfiles = {u"work"_s};
        context.openVault = [vault, &openings]() -> core::Result<std::shared_ptr<core::SecretVault>> {
            ++openings;
            return vault;
        };
        const auto provider = aws::chooseProvider(context);
        QVERIFY(provider);
        QCOMPARE(openings, 0);
        for (int i = 0; i < 2; ++i) {
            const auto credentials = ask(provider);
            QVERIFY(credentials);
            QCOMPARE(credentials->accessKeyId, u"AKIDEXAMPLE"_s);
            QCOMPARE(credentials->secretAccessKey.reveal(), "secret");
            QCOMPARE(credentials->sessionToken.reveal(), "token");
            QCOMPARE(credentials->source, u"keychain work"_s);
        }
        QCOMPARE(openings, 1);
        QCOMPARE(vault->reads, 1);
    }

    void aLockedKeychainIsAskedAgainNextTime()
    {
        const auto vault = std::make_shared<FakeVault>();
        aws::CredentialContext context;
        context.keychainProfiles = {u"default"_s};
        context.openVault = [vault]() -> core::Result<std::shared_ptr<core::SecretVault>> { return vault; };
        const auto provider = aws::chooseProvider(context);
        const auto locked = ask(provider);
        QVERIFY(!locked);
        QCOMPARE(locked.error().kind, core::Error::Kind::Credentials);
        vault->secrets.insert(aws::keychainEntry(u"default"_s), *aws::keychainSecret(exampleKeys()));
        QVERIFY(ask(provider));
    }

    void withoutAKeychainItsKeysAreNotReplacedByOthers()
    {
        aws::CredentialContext context;
        context.config = config("[default]\naws_access_key_id = file\naws_secret_access_key = b\n");
        context.keychainProfiles = {u"default"_s};
        QVERIFY(!aws::chooseProvider(context));
        context.openVault = []() -> core::Result<std::shared_ptr<core::SecretVault>> {
            return core::fail(core::Error::Kind::Store, u"no keychain"_s);
        };
        const auto credentials = ask(aws::chooseProvider(context));
        QVERIFY(!credentials);
        QCOMPARE(credentials.error().kind, core::Error::Kind::Store);
    }

    void onlyWholeKeysOfOneLineGoIntoTheKeychain_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<bool>("good");
        QTest::newRow("good") << u"a"_s << "b"_ba << true;
        QTest::newRow("no id") << QString() << "b"_ba << false;
        QTest::newRow("no secret") << u"a"_s << QByteArray() << false;
        QTest::newRow("line break in the id") << u"a\nb"_s << "b"_ba << false;
        QTest::newRow("line break in the secret") << u"a"_s << "b\r\n"_ba << false;
    }

    void onlyWholeKeysOfOneLineGoIntoTheKeychain()
    {
        QFETCH(const QString, id);
        QFETCH(const QByteArray, secret);
        aws::Credentials keys;
        keys.accessKeyId = id;
        keys.secretAccessKey = core::Secret(secret);
        QTEST(aws::keychainSecret(keys).has_value(), "good");
    }

    void foreignKeychainEntriesAreRefusedWithoutQuotingThem_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a password") << "marker"_ba;
        QTest::newRow("JSON") << R"({"secretAccessKey": "marker"})"_ba;
        QTest::newRow("another format") << "braketeer-keys-9\na\nmarker\n"_ba;
        QTest::newRow("cut off") << "braketeer-keys-1\na\nmarker"_ba;
        QTest::newRow("no secret") << "braketeer-keys-1\nmarker\n\n"_ba;
    }

    void foreignKeychainEntriesAreRefusedWithoutQuotingThem()
    {
        QFETCH(const QByteArray, entry);
        const auto keys = aws::readKeychainSecret(core::Secret(entry));
        QVERIFY(!keys);
        QCOMPARE(keys.error().kind, core::Error::Kind::Credentials);
        QVERIFY(!keys.error().text().contains("marker"_L1));
    }
};

QTEST_GUILESS_MAIN(tst_Credentials)
#include "tst_credentials.moc"
