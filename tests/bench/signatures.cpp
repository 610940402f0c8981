#include "aws/sigv4/sign.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <QElapsedTimer>

#include <cstdio>

using namespace braketeer;

namespace {

/// Calls a second of `work`, measured for about a second.
template<class Work>
double perSecond(const Work &work)
{
    for (int i = 0; i < 1000; ++i)
        work();
    QElapsedTimer timer;
    timer.start();
    qint64 calls = 0;
    while (timer.elapsed() < 1000) {
        for (int i = 0; i < 1000; ++i)
            work();
        calls += 1000;
    }
    return double(calls) * 1e9 / double(timer.nsecsElapsed());
}

aws::SignableRequest searchJobs()
{
    return {.method = "POST",
            .path = "/jobs",
            .query = {},
            .headers = {{"content-type", "application/json"}, {"host", "braket.us-west-2.amazonaws.com"}},
            .payloadHash = {}};
}

/// What OpenSSL alone needs for one signature with a cached key: SHA-256 of the canonical request and one HMAC of the
/// string to sign, both in their fastest forms.
double hashingAlone(const QByteArray &canonical, const QByteArray &toSign)
{
    EVP_MD *sha = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    EVP_MD_CTX *digest = EVP_MD_CTX_new();
    EVP_MAC *hmac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    EVP_MAC_CTX *mac = EVP_MAC_CTX_new(hmac);
    char name[] = "SHA256";
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name, 0),
                                     OSSL_PARAM_construct_end()};
    const unsigned char key[32] = {1};
    EVP_MAC_init(mac, key, sizeof key, parameters);
    const auto bytes = [](const QByteArray &text) { return reinterpret_cast<const unsigned char *>(text.constData()); };
    unsigned char out[64];
    size_t length = 0;
    const double rate = perSecond([&] {
        EVP_DigestInit_ex2(digest, sha, nullptr);
        EVP_DigestUpdate(digest, bytes(canonical), size_t(canonical.size()));
        EVP_DigestFinal_ex(digest, out, nullptr);
        EVP_MAC_init(mac, nullptr, 0, nullptr);
        EVP_MAC_update(mac, bytes(toSign), size_t(toSign.size()));
        EVP_MAC_final(mac, out, &length, sizeof out);
    });
    EVP_MAC_CTX_free(mac);
    EVP_MAC_free(hmac);
    EVP_MD_CTX_free(digest);
    EVP_MD_free(sha);
    return rate;
}

} // namespace

int main()
{
    const aws::Credentials credentials{.accessKeyId = QStringLiteral("AKIDEXAMPLE"),
                                       .secretAccessKey = core::Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
                                       .sessionToken = {},
                                       .expiry = {},
                                       .accountId = {},
                                       .source = {}};
    const aws::SigningScope scope{"us-west-2", "braket", QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC)};
    aws::Signer signer;
    aws::SignableRequest request = searchJobs();
    request.payloadHash = signer.payloadHash("{\"filters\": [], \"maxResults\": 100}");
    (void)signer.signHeaders(request, credentials, scope);
    const double alone = hashingAlone(signer.lastCanonicalRequest(), signer.lastStringToSign());
    const double ours = perSecond([&] { (void)signer.signHeaders(request, credentials, scope); });
    std::printf("signatures %.0f\nhashing %.0f\n", ours, alone);
}
