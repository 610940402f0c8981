#include "aws/http/request.h"
#include "aws/identity/assumerole.h"
#include "aws/identity/getcalleridentity.h"

#include <QTest>

using namespace braketeer;
using namespace Qt::StringLiterals;

namespace {

const QByteArray callerXml =
    "<GetCallerIdentityResponse xmlns='https://sts.amazonaws.com/doc/2011-06-15/'><GetCallerIdentityResult>\n"
    "  <Arn>arn:aws:iam::123456789012:user/Al&amp;ice</Arn><UserId>AIDAEXAMPLE</UserId>\n"
    "  <Account>123456789012</Account></GetCallerIdentityResult>\n"
    "  <ResponseMetadata><RequestId>01234567-89ab</RequestId></ResponseMetadata></GetCallerIdentityResponse>"_ba;

const QByteArray roleXml =
    "<AssumeRoleResponse xmlns='https://sts.amazonaws.com/doc/2011-06-15/'><AssumeRoleResult><AssumedRoleUser>\n"
    "  <AssumedRoleId>AROA:s</AssumedRoleId><Arn>arn:aws:sts::123456789012:assumed-role/r/s</Arn></AssumedRoleUser>\n"
    "  <Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>\n"
    "  <SessionToken>token</SessionToken><Expiration>2030-01-01T00:00:00Z</Expiration></Credentials>\n"
    "</AssumeRoleResult></AssumeRoleResponse>"_ba;

/// Ten entities, each ten times the one before: ten thousand million letters when resolved.
QByteArray entityBomb()
{
    QByteArray xml = "<!DOCTYPE r [<!ENTITY e0 'aaaaaaaaaa'>";
    for (int i = 1; i < 10; ++i) {
        const QByteArray before = "&e" + QByteArray::number(i - 1) + ';';
        xml += "<!ENTITY e" + QByteArray::number(i) + " '" + before.repeated(10) + "'>";
    }
    return xml + "]><r><Account>&e9;</Account></r>";
}

} // namespace

class tst_Identity : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theCallersIdentityIsRead()
    {
        const auto identity = aws::readCallerIdentity(callerXml);
        QVERIFY(identity);
        QCOMPARE(identity->account, u"123456789012"_s);
        QCOMPARE(identity->arn, u"arn:aws:iam::123456789012:user/Al&ice"_s);
        QCOMPARE(identity->userId, u"AIDAEXAMPLE"_s);
    }

    void anAssumedRoleIsRead()
    {
        const auto role = aws::readAssumedRole(roleXml);
        QVERIFY(role);
        QCOMPARE(role->credentials.accessKeyId, u"ASIA"_s);
        QCOMPARE(role->credentials.secretAccessKey.reveal(), "secret");
        QCOMPARE(role->credentials.sessionToken.reveal(), "token");
        QCOMPARE(role->credentials.expiry, std::optional(QDateTime({2030, 1, 1}, {}, Qt::UTC)));
        QCOMPARE(role->arn, u"arn:aws:sts::123456789012:assumed-role/r/s"_s);
        QCOMPARE(role->assumedRoleId, u"AROA:s"_s);
    }

    void anAnswerCutOffAnywhereIsAnError()
    {
        for (qsizetype length = 0; length < callerXml.size(); ++length)
            QVERIFY(!aws::readCallerIdentity(callerXml.first(length)));
        for (qsizetype length = 0; length < roleXml.size(); ++length)
            QVERIFY(!aws::readAssumedRole(roleXml.first(length)));
    }

    void otherAnswersAreNetworkErrors_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("HTML") << "<html><body>Sign in</body></html>"_ba;
        QTest::newRow("JSON") << R"({"Account": "123456789012"})"_ba;
        QTest::newRow("nested account") << "<r><Account><x>1</x></Account></r>"_ba;
        QTest::newRow("entity bomb") << entityBomb();
    }

    void otherAnswersAreNetworkErrors()
    {
        QFETCH(const QByteArray, answer);
        const auto identity = aws::readCallerIdentity(answer);
        QVERIFY(!identity);
        QCOMPARE(identity.error().kind, core::Error::Kind::Network);
    }

    // A token code is used up by the first call that arrives.
    void aCallWithATokenCodeIsNotRepeatable()
    {
        aws::AssumeRoleInput input;
        input.roleArn = u"arn"_s;
        QVERIFY(aws::assumeRoleRequest(input).repeatable);
        input.tokenCode = u"123456"_s;
        QVERIFY(!aws::assumeRoleRequest(input).repeatable);
    }
};

QTEST_APPLESS_MAIN(tst_Identity)
#include "tst_identity.moc"
