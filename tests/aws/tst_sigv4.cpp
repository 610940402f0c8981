#include "suitecases.h"

#include "aws/sigv4/percent.h"
#include "aws/sigv4/sign.h"

#include <QSet>

using namespace braketeer;
using namespace Qt::StringLiterals;

namespace {

aws::Credentials exampleCredentials(const QByteArray &token = {})
{
    aws::Credentials credentials;
    credentials.accessKeyId = u"AKIDEXAMPLE"_s;
    credentials.secretAccessKey = core::Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"_ba);
    credentials.sessionToken = core::Secret(token);
    return credentials;
}

/// A case of the suite as the signer takes it.
struct SuiteCase
{
    aws::SignableRequest request;
    aws::Credentials credentials;
    aws::SigningScope scope;
    aws::SigningOptions options;
};

SuiteCase suiteCase(const QJsonObject &json, aws::Signer &signer)
{
    SuiteCase c;
    const QJsonObject request = json["request"_L1].toObject();
    const QByteArray target = bytes(request["target"_L1]);
    const qsizetype mark = target.indexOf('?');
    c.request.method = bytes(request["method"_L1]);
    c.request.path = mark < 0 ? target : target.first(mark);
    c.request.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    const QJsonArray headers = request["headers"_L1].toArray();
    for (const auto &header : headers)
        c.request.headers.emplaceBack(bytes(header.toArray()[0]), bytes(header.toArray()[1]));
    c.request.payloadHash = signer.payloadHash(bytes(request["body"_L1]));

    const QJsonObject keys = json["credentials"_L1].toObject();
    c.credentials.accessKeyId = keys["access_key_id"_L1].toString();
    c.credentials.secretAccessKey = core::Secret(bytes(keys["secret_access_key"_L1]));
    c.credentials.sessionToken = core::Secret(bytes(keys["session_token"_L1]));

    c.scope.region = bytes(json["region"_L1]);
    c.scope.service = bytes(json["service"_L1]);
    c.scope.time = QDateTime::fromString(json["timestamp"_L1].toString(), Qt::ISODate);

    c.options.pathRule = json["normalize"_L1].toBool() ? aws::PathRule::NormalizedThenEncoded : aws::PathRule::Encoded;
    c.options.signToken = !json["omit_session_token"_L1].toBool();
    c.options.sendPayloadHash = json["sign_body"_L1].toBool();
    return c;
}

QSet<QByteArray> members(QByteArrayView query)
{
    QSet<QByteArray> set;
    for (const QByteArray &member : query.toByteArray().split('&'))
        set.insert(member);
    return set;
}

} // namespace

class tst_SigV4 : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void byHeaders_data() { addSuiteCases("sigv4"); }

    void byHeaders()
    {
        QFETCH(const QJsonObject, testCase);
        aws::Signer signer;
        const SuiteCase c = suiteCase(testCase, signer);
        const auto result = signer.signHeaders(c.request, c.credentials, c.scope, c.options);

        const QJsonObject expect = testCase["header"_L1].toObject();
        QCOMPARE(signer.lastCanonicalRequest(), bytes(expect["canonical_request"_L1]));
        QCOMPARE(signer.lastStringToSign(), bytes(expect["string_to_sign"_L1]));
        QCOMPARE(result.signature(), bytes(expect["signature"_L1]));
        QCOMPARE(aws::headerValue(result.headers, "authorization"), bytes(expect["authorization"_L1]));

        // What goes out is what came in and what the signer added, nothing else.
        aws::Headers all = c.request.headers + result.headers;
        const QJsonArray expected = expect["signed_request_headers"_L1].toArray();
        QCOMPARE(all.size(), expected.size());
        for (const auto &header : expected) {
            const QByteArray name = bytes(header.toArray()[0]).toLower();
            const QByteArray value = bytes(header.toArray()[1]);
            const bool found = std::any_of(all.cbegin(), all.cend(), [&](const aws::Header &h) {
                return h.first.toLower() == name && h.second == value;
            });
            QVERIFY2(found, name.constData());
        }
    }

    void byQuery_data() { addSuiteCases("sigv4"); }

    void byQuery()
    {
        QFETCH(const QJsonObject, testCase);
        aws::Signer signer;
        SuiteCase c = suiteCase(testCase, signer);
        c.options.sendPayloadHash = false;
        const auto result = signer.presign(c.request, c.credentials, c.scope, testCase["expiration"_L1].toInt(),
                                           c.options);

        const QJsonObject expect = testCase["query"_L1].toObject();
        QCOMPARE(signer.lastCanonicalRequest(), bytes(expect["canonical_request"_L1]));
        QCOMPARE(signer.lastStringToSign(), bytes(expect["string_to_sign"_L1]));
        QCOMPARE(result.signature, bytes(expect["signature"_L1]));
        const QByteArray target = bytes(expect["signed_target"_L1]);
        QCOMPARE(members(result.query), members(target.sliced(target.indexOf('?') + 1)));
    }

    // Source: requests signed by botocore, with the path encoded twice as every service but S3 wants it.
    void theServicesOwnRequests_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("canonicalHash");
        QTest::addColumn<QByteArray>("signature");

        const QByteArray arn = aws::percentEncoded(
            "arn:aws:braket:us-west-2:123456789012:job/5eabb790-d3ff-47cc-98ed-b4025e9e296f");
        QTest::newRow("POST /jobs") << "POST"_ba
                                    << "/jobs"_ba
                                    << ""_ba
                                    << R"({"filters": [], "maxResults": 100})"_ba
                                    << ""_ba
                                    << "c2e87f684d0e00c6289ffd93e247f8c7c55cbc79640a30f2e51c31847fc63520"_ba
                                    << "956d03a8656c4662829b575f1ff247a2cbb63e0407dcf7ea14092f5df391d2a1"_ba;
        QTest::newRow("GET /job") << "GET"_ba
                                  << "/job/" + arn << "additionalAttributeNames=QueueInfo"_ba
                                  << ""_ba
                                  << ""_ba
                                  << "5c9df67a68f8a4221c315c60a639ff36853b38f6b89670083feb895d3b573f91"_ba
                                  << "3cd8887d5c30b43e26760991473b3e92374d64003ef494081b6cdb7dce271737"_ba;
        QTest::newRow("PUT /job/cancel") << "PUT"_ba
                                         << "/job/" + arn + "/cancel"
                                         << ""_ba
                                         << ""_ba
                                         << ""_ba
                                         << "72f19ba8b3840db159cd8eb26d550d2b8f81ebfb88aaa1db7a55a109cd1d7772"_ba
                                         << "5b100739d033b50d1b1317971d9cb2362179a5b0052f813a8cff1c096ff44dc7"_ba;
        QTest::newRow("DELETE /tags") << "DELETE"_ba
                                      << "/tags/" + arn << "tagKeys=a%20b&tagKeys=c%2Fd"_ba
                                      << ""_ba
                                      << ""_ba
                                      << "6bd6d1683af5df2f5e05d52f458e2fcae4f007013db1ac3fc22551b1599800d8"_ba
                                      << "d716c8004d34d5c8dccdb1e58129c31d5b23803f6e3e17a780daf47deaa445b6"_ba;
        QTest::newRow("POST /tags with a token")
            << "POST"_ba
            << "/tags/" + arn << ""_ba
            << "{\"tags\": {\"k\": \"v \\u00e9\"}}"_ba
            << "FwoGZXIvYXdzEXAMPLE+/="_ba
            << "e48229c7594e7da88276e4a5089782d86b563b5d30b25632443a537dd790bbbf"_ba
            << "9453c5efdc8634fb5fbddb538df601d11fdf7f2c376ffe37944159988e142dc2"_ba;
        QTest::newRow("GET /device")
            << "GET"_ba
            << "/device/arn%3Aaws%3Abraket%3A%3A%3Adevice%2Fquantum-simulator%2Famazon%2Fsv1"_ba
            << ""_ba
            << ""_ba
            << ""_ba
            << "5873036f176c3ed8ff275a3fa84bb25e3289c8df3b15443cfd6c13f8c1d298a8"_ba
            << "2d24a4101a1eafd56937aaaa4c71fa3dc73804b972c676b45573b1fb551d287b"_ba;
    }

    void theServicesOwnRequests()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, query);
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, token);
        QFETCH(const QByteArray, canonicalHash);
        QFETCH(const QByteArray, signature);

        aws::Signer signer;
        aws::SignableRequest request{method, path, query, {}, signer.payloadHash(body)};
        request.headers.emplaceBack("host"_ba, "braket.us-west-2.amazonaws.com"_ba);
        if (!body.isEmpty())
            request.headers.emplaceBack("Content-Type"_ba, "application/json"_ba);
        const aws::SigningScope scope{"us-west-2"_ba, "braket"_ba, QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC)};
        const auto result = signer.signHeaders(request, exampleCredentials(token), scope);
        QCOMPARE(aws::Sha256().hex(signer.lastCanonicalRequest()), canonicalHash);
        QCOMPARE(result.signature(), signature);
    }

    void aKeyIsDerivedOnceForADay()
    {
        aws::Signer signer;
        const aws::SignableRequest request{"GET"_ba, "/"_ba, {}, {{"host"_ba, "a.example"_ba}}, aws::emptyPayloadHash};
        aws::SigningScope scope{"us-west-2"_ba, "braket"_ba, QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC)};
        const auto credentials = exampleCredentials();

        const auto first = signer.signHeaders(request, credentials, scope);
        QCOMPARE(signer.signHeaders(request, credentials, scope).signature(), first.signature());
        QCOMPARE(signer.keys().derivations(), 1);

        scope.time = scope.time.addSecs(60);
        QVERIFY(signer.signHeaders(request, credentials, scope).signature() != first.signature());
        QCOMPARE(signer.keys().derivations(), 1);

        scope.time = scope.time.addDays(1);
        signer.signHeaders(request, credentials, scope);
        QCOMPARE(signer.keys().derivations(), 2);

        scope.region = "eu-west-2";
        signer.signHeaders(request, credentials, scope);
        scope.service = "sts";
        signer.signHeaders(request, credentials, scope);
        QCOMPARE(signer.keys().derivations(), 4);
    }

    // Somebody mistypes a secret and then enters the right one: the access key id stays the same.
    void anotherSecretIsAnotherKey()
    {
        aws::Signer signer;
        const aws::SignableRequest request{"GET"_ba, "/"_ba, {}, {{"host"_ba, "a.example"_ba}}, aws::emptyPayloadHash};
        const aws::SigningScope scope{"us-west-2"_ba, "braket"_ba, QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC)};
        auto credentials = exampleCredentials();
        const auto right = signer.signHeaders(request, credentials, scope);
        credentials.secretAccessKey = core::Secret("mistyped"_ba);
        QVERIFY(signer.signHeaders(request, credentials, scope).signature() != right.signature());
        QCOMPARE(signer.signHeaders(request, exampleCredentials(), scope).signature(), right.signature());
    }

    // More scopes than the cache keeps: the oldest keys go, the signatures stay right.
    void aFullCacheForgetsButStaysRight()
    {
        aws::Signer signer;
        const aws::SignableRequest request{"GET"_ba, "/"_ba, {}, {{"host"_ba, "a.example"_ba}}, aws::emptyPayloadHash};
        aws::SigningScope scope{"r0"_ba, "braket"_ba, QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC)};
        const auto first = signer.signHeaders(request, exampleCredentials(), scope);
        for (int i = 1; i <= 40; ++i) {
            scope.region = 'r' + QByteArray::number(i);
            signer.signHeaders(request, exampleCredentials(), scope);
        }
        scope.region = "r0";
        QCOMPARE(signer.signHeaders(request, exampleCredentials(), scope).signature(), first.signature());
        QCOMPARE(signer.keys().derivations(), 42);
    }

    void timesOfOtherZonesAreUtcInTheSignature()
    {
        const QDateTime time({2026, 1, 1}, {22, 4, 5}, Qt::OffsetFromUTC, -5 * 3600);
        QCOMPARE(aws::amzDate(time), "20260102T030405Z"_ba);
    }

    void percentEncoding_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("encoded");
        QTest::newRow("unreserved") << "AZaz09-._~"_ba
                                    << "AZaz09-._~"_ba;
        QTest::newRow("an ARN") << "arn:aws:braket:::device/x"_ba
                                << "arn%3Aaws%3Abraket%3A%3A%3Adevice%2Fx"_ba;
        QTest::newRow("blank is never a plus") << "a b+c"_ba
                                               << "a%20b%2Bc"_ba;
        QTest::newRow("UTF-8") << "\xc3\xa9"_ba
                               << "%C3%A9"_ba;
        QTest::newRow("NUL") << QByteArray(1, '\0') << "%00"_ba;
        QTest::newRow("percent") << "%41"_ba
                                 << "%2541"_ba;
    }

    void percentEncoding()
    {
        QFETCH(const QByteArray, raw);
        QFETCH(const QByteArray, encoded);
        QCOMPARE(aws::percentEncoded(raw), encoded);
        QCOMPARE(aws::percentDecoded(encoded), raw);
    }

    void brokenEscapesStayAsTheyAre()
    {
        for (const auto &text : {"%"_ba, "a%4"_ba, "%zz"_ba, "100%"_ba})
            QCOMPARE(aws::percentDecoded(text), text);
    }
};

QTEST_APPLESS_MAIN(tst_SigV4)
#include "tst_sigv4.moc"
