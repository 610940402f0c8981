#pragma once

#include "aws/credentials/provider.h"
#include "aws/http/pacing.h"
#include "aws/http/proxy.h"
#include "aws/http/request.h"
#include "aws/http/useragent.h"
#include "aws/s3addressing.h"
#include "core/canceltoken.h"
#include "core/clock.h"
#include "core/task.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <memory>

namespace braketeer::aws {

/// Everything that is settled before the first request.
struct ClientConfig
{
    QString region;
    QString endpointUrl;                  ///< for all services; empty: resolved by region
    QHash<QString, QString> endpointUrls; ///< by service ("braket", "sts"); wins over `endpointUrl`
    bool useFips = false;
    bool useDualStack = false;
    S3Addressing s3Addressing = S3Addressing::Automatic;
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(60); ///< name lookup, TCP and TLS; 0: none
    std::chrono::milliseconds readTimeout = std::chrono::seconds(60); ///< silence after the request was sent; 0: none
    int maxAttempts = 3;                                              ///< tries in all, the first included
    qint64 maxAnswerBytes = 64 * 1024 * 1024;
    QString caBundle; ///< PEM file with certificates to trust beside the system's
    ProxySettings proxy = proxyFromEnvironment();
    QByteArray userAgent = defaultUserAgent();
};

/// A request as it has to leave, for whoever sends it by other means: large bodies (aws/bulk).
struct SignedRequest
{
    QByteArray url;  ///< whole, percent-encoded
    Headers headers; ///< all but Content-Length
    QString host;
    Credentials keys; ///< that signed it
    QDateTime signedAt;
};

/// Sends signed requests and judges the answers.
///
/// What is sent is what was signed, byte for byte. Credentials are asked for each try. Up to `maxAttempts` tries are
/// made for throttling, 500, 502, 503, 504 and lost connections, if the request is repeatable; a wrong clock is read
/// from the service's `Date` once and remembered, and keys that the service calls expired are renewed once. TLS
/// certificates are always verified; redirects are not followed.
///
/// Errors: Service when a service answered with anything but 2xx; Network when there was no whole answer (see
/// `outcomeUnknown`: true when any of the tries may have been carried out); Tls; Credentials from the provider; Usage
/// for a region, endpoint, proxy or path that cannot be used; Cancelled.
///
/// Lives in one thread with an event loop. Connections are kept open and used again. Nothing of the network is loaded
/// before the first request.
class Client final
{
public:
    Client(ClientConfig config, std::shared_ptr<CredentialProvider> credentials,
           core::Clock clock = core::systemClock(), RetryPacing pacing = defaultPacing());
    ~Client();

    core::Task<Response> send(Request request, core::CancelToken cancel = {});

    /// The same, for callers to whom a refusal's headers and body say something.
    using Outcome = tl::expected<Response, Refusal>;
    QCoro::Task<Outcome> ask(Request request, core::CancelToken cancel = {});

    /// The request as a URL that carries its own signature for `expires` (1 second to 7 days). Touches no network but
    /// what the credentials need. A header of the request becomes a header that whoever uses the URL must send.
    core::Task<QByteArray> presign(Request request, std::chrono::seconds expires);

    /// Signs `request`, whose body somebody else has and whose SHA-256 is `payloadHash` (64 hexadecimal digits), with
    /// the keys of this moment: for one try.
    core::Task<SignedRequest> sign(Request request, QByteArray payloadHash);
    /// What a refusal of such a request teaches: the service's clock, or that the keys have to be renewed. True when
    /// the request, signed anew, may be taken. `answer`: the refusal's headers.
    core::Task<bool> learn(SignedRequest request, core::Error error, Headers answer);

    const ClientConfig &config() const;

private:
    struct State;
    static QCoro::Task<Outcome> run(std::shared_ptr<State> state, Request request, core::CancelToken cancel);
    static core::Task<Response> sendWith(std::shared_ptr<State> state, Request request, core::CancelToken cancel);
    static core::Task<QByteArray> presignWith(std::shared_ptr<State> state, Request request,
                                              std::chrono::seconds expires);
    static core::Task<SignedRequest> signWith(std::shared_ptr<State> state, Request request, QByteArray payloadHash);
    static core::Task<bool> learnWith(std::shared_ptr<State> state, SignedRequest request, core::Error error,
                                      Headers answer);

    std::shared_ptr<State> m_state; ///< outlives the client while requests are under way
};

} // namespace braketeer::aws
