#include "profilecases.h"

#include "aws/credentials/configfile.h"
#include "aws/credentials/configlocations.h"
#include "aws/credentials/profilesettings.h"

#include <QTemporaryDir>

using namespace braketeer;
using namespace Qt::StringLiterals;

namespace {

/// Sections as plain JSON, secrets opened.
QJsonObject plain(const QMap<QString, aws::ConfigSection> &sections)
{
    QJsonObject all;
    for (auto section = sections.cbegin(); section != sections.cend(); ++section) {
        QJsonObject properties;
        for (auto value = section->values.cbegin(); value != section->values.cend(); ++value)
            properties.insert(value.key(), value.value());
        for (auto secret = section->secrets.cbegin(); secret != section->secrets.cend(); ++secret)
            properties.insert(secret.key(), QString::fromUtf8(secret->reveal()));
        all.insert(section.key(), properties);
    }
    return all;
}

core::Result<aws::SharedConfig> parse(const QByteArray &config, const QByteArray &credentials = {})
{
    return aws::parseConfigFiles({u"the config file"_s, config}, {u"the credentials file"_s, credentials});
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class tst_ConfigFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void parserCasesOfTheSuite_data() { addProfileCases("parser"_L1); }

    void parserCasesOfTheSuite()
    {
        QFETCH(const QJsonObject, testCase);
        const QJsonObject expect = testCase["expect"_L1].toObject();
        const auto config = parse(testCase["config_file"_L1].toString().toUtf8(),
                                  testCase["credentials_file"_L1].toString().toUtf8());
        QCOMPARE(config.has_value(), !expect.contains("error"_L1));
        if (!config) {
            QCOMPARE(config.error().kind, core::Error::Kind::Credentials);
            return;
        }
        QCOMPARE(plain(config->profiles), expect["profiles"_L1].toObject());
        QCOMPARE(plain(config->ssoSessions), expect["sso_sessions"_L1].toObject());
    }

    void locationCasesOfTheSuite_data() { addProfileCases("location"_L1); }

    void locationCasesOfTheSuite()
    {
        QFETCH(const QJsonObject, testCase);
        const QJsonObject expect = testCase["expect"_L1].toObject();
        if (testCase["platform"_L1] != "linux"_L1)
            QSKIP(qPrintable(u"is for "_s + testCase["platform"_L1].toString()));
        const QProcessEnvironment environment = environmentOf(testCase["env"_L1].toObject());
        const aws::ConfigLocations locations = aws::configLocations(environment);
        QCOMPARE(locations.config, expect["config_path"_L1].toString());
        QCOMPARE(locations.credentials, expect["credentials_path"_L1].toString());
        if (!expect.contains("profile"_L1))
            return;
        aws::SharedConfig config;
        config.profiles.insert(expect["profile"_L1].toString(), {});
        const auto settings = aws::resolveSettings({}, environment, config);
        QVERIFY(settings);
        QCOMPARE(settings->profile, expect["profile"_L1].toString());
    }

    void whatTheAwsCliAcceptsIsAccepted_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("plain") << "[default]\nregion = x\noutput = json\n"_ba;
        QTest::newRow("indented properties") << "[default]\n    region = x\n    output = json\n"_ba;
        QTest::newRow("indented comment below a value") << "[default]\nregion = x\n  # why\noutput = json\n"_ba;
        QTest::newRow("Windows line ends") << "[default]\r\nregion = x\r\noutput = json\r\n"_ba;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF[default]\nregion = x\noutput = json"_ba;
        QTest::newRow("indented header") << "  [default]\n  region = x\n  output = json"_ba;
    }

    void whatTheAwsCliAcceptsIsAccepted()
    {
        QFETCH(const QByteArray, text);
        const auto config = parse(text);
        QVERIFY2(config, config ? "" : qPrintable(config.error().message));
        QCOMPARE(config->profiles.value(u"default"_s).values,
                 (QMap<QString, QString>{{u"region"_s, u"x"_s}, {u"output"_s, u"json"_s}}));
    }

    void anErrorNamesFileAndLineAndQuotesNothing()
    {
        const auto config = parse("[default]\nregion = x\n", "[default]\n\nmarker-wJalrXUtnFEMI\n");
        QVERIFY(!config);
        QVERIFY(config.error().message.contains("the credentials file"_L1));
        QVERIFY(config.error().message.contains("line 3"_L1));
        QVERIFY(!config.error().text().contains("marker"_L1));
    }

    void keysAreSecretsFromTheStart()
    {
        const auto config = parse(
            {}, "[a]\naws_access_key_id = AKID\nAWS_Secret_Access_Key = marker1\naws_session_token=marker2"_ba);
        QVERIFY(config);
        const aws::ConfigSection section = config->profiles.value(u"a"_s);
        QCOMPARE(section.values, (QMap<QString, QString>{{u"aws_access_key_id"_s, u"AKID"_s}}));
        QCOMPARE(section.secrets.value(u"aws_secret_access_key"_s).reveal(), "marker1");
        QCOMPARE(section.secrets.value(u"aws_session_token"_s).reveal(), "marker2");
    }

    void nestedPropertiesCanBeLookedUp()
    {
        const auto config = parse("[services x]\nbraket =\n  Endpoint_URL = http://a\n  other = b=c\ns3 = flat\n");
        QVERIFY(config);
        const aws::ConfigSection section = config->services.value(u"x"_s);
        QCOMPARE(section.nested(u"braket"_s),
                 (QMap<QString, QString>{{u"endpoint_url"_s, u"http://a"_s}, {u"other"_s, u"b=c"_s}}));
        QVERIFY(section.nested(u"s3"_s).isEmpty());
        QVERIFY(section.nested(u"sts"_s).isEmpty());
    }

    // Whatever comes in, the parser ends with a value or with an error that has a line number.
    void hostileTextDoesNoHarm_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("NUL bytes") << QByteArray("[default]\nregion = a\0b\n", 23) << true;
        QTest::newRow("no UTF-8") << "[default]\nregion = \xff\xfe\n"_ba << true;
        QTest::newRow("a megabyte on one line") << "[default]\nregion = "_ba + QByteArray(1 << 20, 'x') << true;
        QTest::newRow("a hundred thousand sections") << "[profile a]\n"_ba.repeated(100000) << true;
        QTest::newRow("only a bracket") << "["_ba << false;
        QTest::newRow("brackets reversed") << "]["_ba << false;
        QTest::newRow("only an equals sign") << "[a]\n="_ba << false;
        QTest::newRow("header of blanks") << "[ \t ]\na=b"_ba << true;
        QTest::newRow("text after a header") << "[profile a] b"_ba << false;
        QTest::newRow("binary") << QByteArray("\x7f"
                                              "ELF\x02\x01\x01\0",
                                              8)
                                << false;
    }

    void hostileTextDoesNoHarm()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, accepted);
        const auto config = parse(text);
        QCOMPARE(config.has_value(), accepted);
        if (!config)
            QVERIFY(config.error().message.contains("line "_L1));
    }

    void filesThatAreNotThereAreEmpty()
    {
        const QTemporaryDir folder;
        const auto config = aws::readConfigFiles({folder.filePath(u"config"_s), folder.filePath(u"credentials"_s)});
        QVERIFY(config);
        QVERIFY(config->profiles.isEmpty());
    }

    void filesAreReadAndMerged()
    {
        const QTemporaryDir folder;
        write(folder.filePath(u"config"_s), "[profile a]\nregion = r\n");
        write(folder.filePath(u"credentials"_s), "[a]\naws_access_key_id = AKID\n");
        const auto config = aws::readConfigFiles({folder.filePath(u"config"_s), folder.filePath(u"credentials"_s)});
        QVERIFY(config);
        QCOMPARE(config->profiles.value(u"a"_s).values,
                 (QMap<QString, QString>{{u"region"_s, u"r"_s}, {u"aws_access_key_id"_s, u"AKID"_s}}));
    }

    void aFolderInPlaceOfAFileIsAnError()
    {
        const QTemporaryDir folder;
        const auto config = aws::readConfigFiles({folder.path(), folder.filePath(u"credentials"_s)});
        QVERIFY(!config);
        QCOMPARE(config.error().kind, core::Error::Kind::Credentials);
        QVERIFY(config.error().message.contains(folder.path()));
        QVERIFY(config.error().suggestion.contains("AWS_CONFIG_FILE"_L1));
    }

    void aHugeFileIsAnError()
    {
        const QTemporaryDir folder;
        write(folder.filePath(u"credentials"_s), QByteArray(4 * 1024 * 1024 + 1, '\n'));
        const auto config = aws::readConfigFiles({folder.filePath(u"config"_s), folder.filePath(u"credentials"_s)});
        QVERIFY(!config);
        QVERIFY(config.error().message.contains(folder.filePath(u"credentials"_s)));
        QVERIFY(config.error().suggestion.contains("AWS_SHARED_CREDENTIALS_FILE"_L1));
    }

    void aTildeMeansTheHomeFolder()
    {
        const QProcessEnvironment environment = environmentOf(
            {{u"HOME"_s, u"/home/me"_s}, {u"AWS_CONFIG_FILE"_s, u"~/other/config"_s}});
        QCOMPARE(aws::configLocations(environment).config, u"/home/me/other/config"_s);
    }
};

QTEST_GUILESS_MAIN(tst_ConfigFile)
#include "tst_configfile.moc"
