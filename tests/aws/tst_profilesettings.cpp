#include "profilecases.h"

#include "aws/credentials/configfile.h"
#include "aws/credentials/profilesettings.h"

using namespace braketeer;
using namespace Qt::StringLiterals;

namespace {

aws::SharedConfig config()
{
    static const QByteArray text = R"(
[default]
region = eu-west-2

[profile full]
region = us-east-1
services = local
endpoint_url = http://profile.example
ca_bundle = /profile/ca.pem
use_fips_endpoint = TRUE
use_dualstack_endpoint = true
max_attempts = 7
s3 =
  max_concurrent_requests = 4
  addressing_style = Path

[profile hosted]
s3 =
  addressing_style = virtual

[profile quiet]
endpoint_url = http://profile.example
ignore_configured_endpoint_urls = true

[profile bad]
max_attempts = many

[services local]
braket =
  endpoint_url = http://braket.example
cloudwatch_logs =
  endpoint_url = http://logs.example
s3 =
  addressing_style = path
)";
    return *aws::parseConfigFiles({u"config"_s, text}, {u"credentials"_s, {}});
}

core::Result<aws::ProfileSettings> resolve(const aws::SettingsOptions &options, const QJsonObject &environment)
{
    return aws::resolveSettings(options, environmentOf(environment), config(), {u"in-keychain"_s});
}

} // namespace

class tst_ProfileSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theProfileIsTheFirstThatIsNamed_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QJsonObject>("environment");
        QTest::addColumn<QString>("profile");
        QTest::addColumn<bool>("chosen");
        QTest::addColumn<bool>("named");
        QTest::newRow("nothing") << QString() << QJsonObject() << u"default"_s << false << false;
        QTest::newRow("variable") << QString() << QJsonObject{{"AWS_PROFILE"_L1, "full"_L1}} << u"full"_s << false
                                  << true;
        QTest::newRow("blank variable") << QString() << QJsonObject{{"AWS_PROFILE"_L1, " "_L1}} << u"default"_s << false
                                        << false;
        QTest::newRow("old variable") << QString() << QJsonObject{{"AWS_DEFAULT_PROFILE"_L1, "full"_L1}} << u"full"_s
                                      << false << true;
        QTest::newRow("option") << u"quiet"_s << QJsonObject{{"AWS_PROFILE"_L1, "full"_L1}} << u"quiet"_s << true
                                << true;
        QTest::newRow("keychain") << u"in-keychain"_s << QJsonObject() << u"in-keychain"_s << true << true;
    }

    void theProfileIsTheFirstThatIsNamed()
    {
        QFETCH(const QString, option);
        QFETCH(const QJsonObject, environment);
        aws::SettingsOptions options;
        options.profile = option;
        const auto settings = resolve(options, environment);
        QVERIFY(settings);
        QTEST(settings->profile, "profile");
        QTEST(settings->profileChosen, "chosen");
        QTEST(settings->profileNamed, "named");
    }

    void aNamedProfileMustExist_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QJsonObject>("environment");
        QTest::newRow("option") << u"nobody"_s << QJsonObject();
        QTest::newRow("variable") << QString() << QJsonObject{{"AWS_PROFILE"_L1, "nobody"_L1}};
    }

    void aNamedProfileMustExist()
    {
        QFETCH(const QString, option);
        QFETCH(const QJsonObject, environment);
        aws::SettingsOptions options;
        options.profile = option;
        const auto settings = resolve(options, environment);
        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, core::Error::Kind::Credentials);
        QVERIFY(settings.error().message.contains("nobody"_L1));
    }

    void theRegionIsTheFirstThatIsSet_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QJsonObject>("environment");
        QTest::addColumn<QString>("region");
        QTest::newRow("profile") << QString() << QJsonObject() << u"eu-west-2"_s;
        QTest::newRow("old variable") << QString() << QJsonObject{{"AWS_DEFAULT_REGION"_L1, "b"_L1}} << u"b"_s;
        QTest::newRow("variable") << QString()
                                  << QJsonObject{{"AWS_DEFAULT_REGION"_L1, "b"_L1}, {"AWS_REGION"_L1, "a"_L1}}
                                  << u"a"_s;
        QTest::newRow("blank variable") << QString() << QJsonObject{{"AWS_REGION"_L1, " "_L1}} << u"eu-west-2"_s;
        QTest::newRow("option") << u"o"_s << QJsonObject{{"AWS_REGION"_L1, "a"_L1}} << u"o"_s;
        QTest::newRow("none") << QString() << QJsonObject{{"AWS_PROFILE"_L1, "quiet"_L1}} << QString();
    }

    void theRegionIsTheFirstThatIsSet()
    {
        QFETCH(const QString, option);
        QFETCH(const QJsonObject, environment);
        aws::SettingsOptions options;
        options.region = option;
        const auto settings = resolve(options, environment);
        QVERIFY(settings);
        QTEST(settings->region, "region");
    }

    void endpointsComeInTheOrderOfTheAwsTools_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QJsonObject>("environment");
        QTest::addColumn<QString>("forAll");
        QTest::addColumn<QString>("forBraket");
        const QString none;
        const QString onProfile = u"http://profile.example"_s;
        QTest::newRow("nothing") << u"default"_s << none << QJsonObject() << none << none;
        QTest::newRow("profile and services section")
            << u"full"_s << none << QJsonObject() << onProfile << u"http://braket.example"_s;
        QTest::newRow("variable for all beats the profile")
            << u"full"_s << none << QJsonObject{{"AWS_ENDPOINT_URL"_L1, "http://v"_L1}} << u"http://v"_s << none;
        QTest::newRow("variable of the service beats its section")
            << u"full"_s << none << QJsonObject{{"AWS_ENDPOINT_URL_BRAKET"_L1, "http://b"_L1}} << onProfile
            << u"http://b"_s;
        QTest::newRow("both variables") << u"full"_s << none
                                        << QJsonObject{{"AWS_ENDPOINT_URL"_L1, "http://v"_L1},
                                                       {"AWS_ENDPOINT_URL_BRAKET"_L1, "http://b"_L1}}
                                        << u"http://v"_s << u"http://b"_s;
        QTest::newRow("option beats all")
            << u"full"_s << u"http://o"_s << QJsonObject{{"AWS_ENDPOINT_URL_BRAKET"_L1, "http://b"_L1}} << u"http://o"_s
            << none;
        QTest::newRow("profile says ignore")
            << u"quiet"_s << none << QJsonObject{{"AWS_ENDPOINT_URL"_L1, "http://v"_L1}} << none << none;
        QTest::newRow("variable says ignore")
            << u"full"_s << none << QJsonObject{{"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"_L1, "true"_L1}} << none << none;
        QTest::newRow("option holds in spite of ignore")
            << u"quiet"_s << u"http://o"_s << QJsonObject() << u"http://o"_s << none;
    }

    void endpointsComeInTheOrderOfTheAwsTools()
    {
        QFETCH(const QString, profile);
        QFETCH(const QString, option);
        QFETCH(const QJsonObject, environment);
        aws::SettingsOptions options;
        options.profile = profile;
        options.endpointUrl = option;
        const auto settings = resolve(options, environment);
        QVERIFY(settings);
        QTEST(settings->endpointUrl, "forAll");
        QTEST(settings->endpointUrls.value(u"braket"_s), "forBraket");
    }

    void serviceIdsBecomeEndpointNames()
    {
        aws::SettingsOptions options;
        options.profile = u"full"_s;
        const auto settings = resolve(options, {{"AWS_ENDPOINT_URL_SERVICE_QUOTAS"_L1, "http://q"_L1}});
        QVERIFY(settings);
        QCOMPARE(settings->endpointUrls, (QHash<QString, QString>{{u"braket"_s, u"http://braket.example"_s},
                                                                  {u"logs"_s, u"http://logs.example"_s},
                                                                  {u"service-quotas"_s, u"http://q"_s}}));
    }

    void theRestIsReadFromTheProfile()
    {
        aws::SettingsOptions options;
        options.profile = u"full"_s;
        const auto settings = resolve(options, {});
        QVERIFY(settings);
        QCOMPARE(settings->caBundle, u"/profile/ca.pem"_s);
        QVERIFY(settings->useFips);
        QVERIFY(settings->useDualStack);
        QCOMPARE(settings->maxAttempts, std::optional(7));
    }

    void bucketsStandWhereTheProfileSays()
    {
        const auto style = [](const QString &profile) {
            aws::SettingsOptions options;
            options.profile = profile;
            return resolve(options, {})->s3Addressing;
        };
        QCOMPARE(style(u"full"_s), aws::S3Addressing::Path);
        QCOMPARE(style(u"hosted"_s), aws::S3Addressing::Virtual);
        QCOMPARE(style(u"quiet"_s), aws::S3Addressing::Automatic);
    }

    void variablesBeatTheProfile()
    {
        aws::SettingsOptions options;
        options.profile = u"full"_s;
        const auto settings = resolve(options, {{"AWS_CA_BUNDLE"_L1, "/v/ca.pem"_L1},
                                                {"AWS_USE_FIPS_ENDPOINT"_L1, "false"_L1},
                                                {"AWS_USE_DUALSTACK_ENDPOINT"_L1, "false"_L1},
                                                {"AWS_MAX_ATTEMPTS"_L1, "1"_L1}});
        QVERIFY(settings);
        QCOMPARE(settings->caBundle, u"/v/ca.pem"_s);
        QVERIFY(!settings->useFips);
        QVERIFY(!settings->useDualStack);
        QCOMPARE(settings->maxAttempts, std::optional(1));
    }

    void attemptsMustBeANumberAboveZero_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"0", "-1", "3.5", "many", "99999999999999"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void attemptsMustBeANumberAboveZero()
    {
        QFETCH(const QString, text);
        const auto settings = resolve({}, {{"AWS_MAX_ATTEMPTS"_L1, text}});
        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, core::Error::Kind::Credentials);
        QVERIFY(settings.error().text().contains("AWS_MAX_ATTEMPTS"_L1));
    }
};

QTEST_GUILESS_MAIN(tst_ProfileSettings)
#include "tst_profilesettings.moc"
