#include "suitecases.h"

#include "aws/sigv4/sign.h"

using namespace braketeer;
using namespace Qt::StringLiterals;

/// Every request of the golden suite, signed from what is on the wire.
class tst_GoldenSigner : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void suite_data() { addSuiteCases("golden"); }

    void suite()
    {
        QFETCH(const QJsonObject, testCase);
        const QJsonObject expect = testCase["expect"_L1].toObject();
        const bool s3 = testCase["service"_L1].toString() == "s3"_L1;

        QByteArray url = bytes(expect["url"_L1]);
        const qsizetype host = url.indexOf("://") + 3;
        qsizetype path = url.indexOf('/', host);
        const qsizetype mark = url.indexOf('?', host);
        if (path < 0 || (mark >= 0 && mark < path))
            path = mark < 0 ? url.size() : mark;

        aws::Signer signer;
        aws::SignableRequest request;
        request.method = bytes(expect["method"_L1]);
        request.path = url.mid(path, mark < 0 ? -1 : mark - path);
        request.query = mark < 0 ? QByteArray() : url.sliced(mark + 1);
        request.payloadHash = signer.payloadHash(bytes(expect["body"_L1]));
        const bool presigned = testCase.contains("presign_expires"_L1);
        if (presigned)
            request.payloadHash = "UNSIGNED-PAYLOAD";

        aws::SigningOptions options;
        options.pathRule = s3 ? aws::PathRule::AsOnTheWire : aws::PathRule::NormalizedThenEncoded;
        const QJsonObject headers = expect["headers"_L1].toObject();
        for (auto it = headers.begin(); it != headers.end(); ++it) {
            if (it.key() == "x-amz-content-sha256"_L1) {
                options.sendPayloadHash = true;
                if (bytes(it.value()) == "UNSIGNED-PAYLOAD")
                    request.payloadHash = "UNSIGNED-PAYLOAD";
            } else if (it.key() != "x-amz-date"_L1 && it.key() != "x-amz-security-token"_L1) {
                request.headers.emplaceBack(it.key().toUtf8(), bytes(it.value()));
            }
        }

        const QJsonObject keys = testCase["credentials"_L1].toObject();
        aws::Credentials credentials;
        credentials.accessKeyId = keys["access_key"_L1].toString();
        credentials.secretAccessKey = core::Secret(bytes(keys["secret_key"_L1]));
        credentials.sessionToken = core::Secret(bytes(keys["session_token"_L1]));

        // The scope stands in the string to sign: 20260807/us-west-2/braket/aws4_request
        const auto scopeParts = bytes(expect["string_to_sign"_L1]).split('\n').at(2).split('/');
        aws::SigningScope scope{scopeParts.at(1), scopeParts.at(2),
                                QDateTime::fromString(testCase["timestamp"_L1].toString(), u"yyyyMMdd'T'HHmmss'Z'"_s)};
        scope.time.setTimeSpec(Qt::UTC);

        if (presigned) {
            const auto result = signer.presign(request, credentials, scope, testCase["presign_expires"_L1].toInt(),
                                               options);
            QCOMPARE(signer.lastCanonicalRequest(), bytes(expect["canonical_request"_L1]));
            QCOMPARE(signer.lastStringToSign(), bytes(expect["string_to_sign"_L1]));
            QCOMPARE(url.first(mark < 0 ? url.size() : mark) + '?' + result.query, bytes(expect["signed_url"_L1]));
            return;
        }
        const auto result = signer.signHeaders(request, credentials, scope, options);
        QCOMPARE(signer.lastCanonicalRequest(), bytes(expect["canonical_request"_L1]));
        QCOMPARE(signer.lastStringToSign(), bytes(expect["string_to_sign"_L1]));
        QCOMPARE(aws::headerValue(result.headers, "Authorization"), bytes(expect["authorization"_L1]));
    }
};

QTEST_APPLESS_MAIN(tst_GoldenSigner)
#include "tst_golden_signer.moc"
