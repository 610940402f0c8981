#include "flows/session.h"
#include "flows/whoami.h"

#include "store/history/history.h"
#include "store/settings/settings.h"

#include "flows/workplace.h"

#include <QFile>
#include <QTest>

using namespace braketeer;
using namespace braketeer::flows;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;

class tst_Session : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_surroundings = {};
        m_surroundings.environment = QProcessEnvironment();
        set(u"BRAKETEER_DATA_DIR"_s, m_folder->path());
        set(u"AWS_CONFIG_FILE"_s, m_folder->filePath(u"config"_s));
        set(u"AWS_SHARED_CREDENTIALS_FILE"_s, m_folder->filePath(u"credentials"_s));
    }

    void withoutARegionThereIsNoSession()
    {
        const auto session = openSession({}, m_surroundings);
        QVERIFY(!session);
        QCOMPARE(session.error().kind, core::Error::Kind::Credentials);
        QVERIFY(session.error().suggestion.contains(u"AWS_REGION"));
    }

    void theRegionComesFromTheFirstThatHasIt()
    {
        write(u"config"_s, "[default]\nregion = us-east-1\n[profile research]\nregion = eu-north-1\n");
        QCOMPARE(opened({})->place().region, u"us-east-1"_s);
        SessionOptions options;
        options.profile = u"research"_s;
        QCOMPARE(opened(options)->place().region, u"eu-north-1"_s);
        QCOMPARE(opened(options)->place().profile, u"research"_s);
        set(u"AWS_REGION"_s, u"us-west-1"_s);
        QCOMPARE(opened(options)->place().region, u"us-west-1"_s);
        options.region = u"eu-west-2"_s;
        QCOMPARE(opened(options)->place().region, u"eu-west-2"_s);
    }

    void anUnknownProfileIsSaid()
    {
        SessionOptions options;
        options.profile = u"nobody"_s;
        options.region = u"us-east-1"_s;
        const auto session = openSession(options, m_surroundings);
        QVERIFY(!session);
        QCOMPARE(session.error().kind, core::Error::Kind::Credentials);
        QVERIFY(session.error().message.contains(u"nobody"));
    }

    void missingKeysShowWhenTheyAreNeeded()
    {
        set(u"AWS_REGION"_s, u"us-west-2"_s);
        const auto session = opened({});
        const auto source = QCoro::waitFor(checkCredentials(session));
        QVERIFY(!source);
        QCOMPARE(source.error().kind, core::Error::Kind::Credentials);
        QVERIFY(QCoro::waitFor(session->history())); // a look at the history needs no keys
    }

    void theSourceOfTheKeysIsNamed()
    {
        write(u"credentials"_s, "[research]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = secret\n");
        SessionOptions options;
        options.region = u"us-west-2"_s;
        options.profile = u"research"_s;
        QCOMPARE(QCoro::waitFor(checkCredentials(opened(options))).value(), u"profile research"_s);
        set(u"AWS_ACCESS_KEY_ID"_s, u"AKIDEXAMPLE"_s);
        set(u"AWS_SECRET_ACCESS_KEY"_s, u"secret"_s);
        options.profile.clear();
        QCOMPARE(QCoro::waitFor(checkCredentials(opened(options))).value(), u"environment"_s);
    }

    void theEndpointIsTheServicesOwnFirst()
    {
        set(u"AWS_REGION"_s, u"us-west-2"_s);
        QCOMPARE(opened({})->place().endpointUrl, QString());
        set(u"AWS_ENDPOINT_URL"_s, u"http://127.0.0.1:1"_s);
        QCOMPARE(opened({})->place().endpointUrl, u"http://127.0.0.1:1"_s);
        set(u"AWS_ENDPOINT_URL_BRAKET"_s, u"http://127.0.0.1:2"_s);
        QCOMPARE(opened({})->place().endpointUrl, u"http://127.0.0.1:2"_s);
        SessionOptions options;
        options.endpointUrl = u"http://127.0.0.1:3"_s;
        QCOMPARE(opened(options)->place().endpointUrl, u"http://127.0.0.1:3"_s);
    }

    void demoHasADatabaseOfItsOwnAndReadsNoProfile()
    {
        write(u"config"_s, "[default\nbroken");
        SessionOptions options;
        options.demo = true;
        options.endpointUrl = u"http://127.0.0.1:1"_s;
        options.keys = StaticKeys{u"AKIDDEMO"_s, core::Secret("demo"), {}};
        const auto session = opened(options);
        QCOMPARE(session->place().region, u"us-west-2"_s);
        QVERIFY(session->place().demo);
        QCOMPARE(QCoro::waitFor(checkCredentials(session)).value(), u"demo"_s);
        const auto history = QCoro::waitFor(session->history()).value();
        QCOMPARE(history->path(), m_folder->filePath(u"demo.sqlite"_s));
        QVERIFY(!QFile::exists(m_folder->filePath(u"history.sqlite"_s)));
    }

    void theHistoryIsOpenedOnceHoweverManyAsk()
    {
        set(u"AWS_REGION"_s, u"us-west-2"_s);
        const auto session = opened({});
        QVERIFY(!QFile::exists(m_folder->filePath(u"history.sqlite"_s)));
        auto first = session->history();
        auto second = session->history();
        const auto one = QCoro::waitFor(std::move(first)).value();
        const auto two = QCoro::waitFor(std::move(second)).value();
        QCOMPARE(one, two);
        QCOMPARE(QCoro::waitFor(session->history()).value(), one);
    }

    void aHistoryThatCannotBeOpenedIsTriedAgain()
    {
        set(u"AWS_REGION"_s, u"us-west-2"_s);
        set(u"BRAKETEER_DATA_DIR"_s, m_folder->filePath(u"data"_s));
        write(u"data"_s, "a file where the folder should be");
        const auto session = opened({});
        QCOMPARE(QCoro::waitFor(session->history()).error().kind, core::Error::Kind::Store);
        QVERIFY(QFile::remove(m_folder->filePath(u"data"_s)));
        QVERIFY(QCoro::waitFor(session->history()));
    }

    void keychainNamesAreProfilesToo()
    {
        {
            store::Settings settings(m_folder->filePath(u"braketeer.ini"_s));
            settings.set(store::setting::credentialNames, QStringList{u"work"_s, u"research"_s});
        }
        write(u"config"_s, "[profile research]\nregion = us-east-1\n[default]\nregion = us-east-1\n");
        QCOMPARE(profileNames(m_surroundings), (QStringList{u"default"_s, u"research"_s, u"work"_s}));
    }

private:
    void set(const QString &name, const QString &value) { m_surroundings.environment.insert(name, value); }

    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    std::shared_ptr<Session> opened(const SessionOptions &options)
    {
        auto session = openSession(options, m_surroundings);
        if (!session)
            qWarning("%s", qPrintable(session.error().text()));
        return session.value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Surroundings m_surroundings;
};

QTEST_GUILESS_MAIN(tst_Session)
#include "tst_session.moc"
