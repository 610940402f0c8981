#include "aws/http/transportfailure.h"

#include <QCoreApplication>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

using Kind = core::Error::Kind;
using Stop = TransportTrouble::Stop;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Transport)
};

QString seconds(std::chrono::milliseconds limit)
{
    return QString::number(std::chrono::duration<double>(limit).count());
}

void stopped(core::Error &error, const TransportTrouble &trouble)
{
    const QString host = trouble.url.host();
    error.kind = Kind::Network;
    switch (trouble.stop) {
    case Stop::None:
    case Stop::Cancelled:
        error.kind = Kind::Cancelled;
        error.message = Text::tr("The request to %1 was cancelled.").arg(host);
        error.outcomeUnknown = trouble.sent;
        break;
    case Stop::ConnectTimeout:
        error.message = Text::tr("No connection to %1 within %2 seconds.").arg(host, seconds(trouble.limit));
        error.suggestion = Text::tr(
            "Check the network, the proxy and the region, or allow more with --cli-connect-timeout.");
        break;
    case Stop::ReadTimeout:
        error.message = Text::tr("%1 has not answered for %2 seconds.").arg(host, seconds(trouble.limit));
        error.suggestion = Text::tr("It may have carried the request out. Allow more with --cli-read-timeout.");
        error.outcomeUnknown = true;
        break;
    case Stop::TooLarge:
        error.message = Text::tr("The answer of %1 is larger than anything it should send.").arg(host);
        error.suggestion = Text::tr("Check the endpoint and the proxy: something else may be answering.");
        error.outcomeUnknown = true;
        break;
    }
}

QString namesOf(const QSslCertificate &certificate)
{
    const QString subject = certificate.subjectDisplayName();
    const QString issuer = certificate.issuerDisplayName();
    if (certificate.isNull())
        return {};
    return Text::tr(" (certificate “%1”, issued by “%2”)").arg(subject, issuer);
}

void tls(core::Error &error, const TransportTrouble &trouble)
{
    const QString host = trouble.url.host();
    error.kind = Kind::Tls;
    if (trouble.certificate.isEmpty()) {
        error.message = Text::tr("No secure connection to %1: %2.").arg(host, trouble.detail);
        error.suggestion = Text::tr(
            "Check that the endpoint speaks TLS 1.2 or later, and that no proxy is in between.");
        return;
    }
    const QSslError &first = trouble.certificate.first();
    error.message = Text::tr("%1 could not prove that it is %1: %2%3.")
                        .arg(host, first.errorString(), namesOf(first.certificate()));
    error.suggestion = Text::tr(
        "If your network has a certificate authority of its own, name its PEM file with --ca-bundle or "
        "AWS_CA_BUNDLE. Also check this computer's clock.");
}

void proxy(core::Error &error, const TransportTrouble &trouble)
{
    error.kind = Kind::Network;
    switch (trouble.code) {
    case QNetworkReply::ProxyAuthenticationRequiredError:
        error.message =
            Text::tr("The proxy %1 wants a user and a password, or refused the ones it got.").arg(trouble.proxy);
        error.suggestion = Text::tr("Put them into HTTPS_PROXY: http://user:password@host:port.");
        break;
    case QNetworkReply::ProxyNotFoundError:
        error.message = Text::tr("There is no host with the name of the proxy %1.").arg(trouble.proxy);
        error.suggestion = Text::tr("Check HTTPS_PROXY and HTTP_PROXY.");
        break;
    default:
        error.message = Text::tr("The proxy %1 does not let the request to %2 through: %3.")
                            .arg(trouble.proxy, trouble.url.host(), trouble.detail);
        error.suggestion = Text::tr(
            "Check HTTPS_PROXY and HTTP_PROXY, or name the host in NO_PROXY to go without the proxy.");
        break;
    }
}

// With a proxy, what goes wrong before the request leaves goes wrong at the proxy; the library has one code for most of
// it. A refused TCP connection and an unknown host are the proxy's too: the library looks no other host up.
bool isProxyTrouble(const TransportTrouble &trouble)
{
    if (trouble.code >= QNetworkReply::ProxyConnectionRefusedError && trouble.code <= QNetworkReply::UnknownProxyError)
        return true;
    return !trouble.proxy.isEmpty() && !trouble.sent
           && (trouble.code == QNetworkReply::UnknownNetworkError
               || trouble.code == QNetworkReply::ConnectionRefusedError
               || trouble.code == QNetworkReply::HostNotFoundError);
}

// What ended the request on its own.
bool fellThrough(core::Error &error, const TransportTrouble &trouble)
{
    const QString host = trouble.url.host();
    error.kind = Kind::Network;
    switch (trouble.code) {
    case QNetworkReply::HostNotFoundError:
        error.message = Text::tr("There is no host named %1.").arg(host);
        error.suggestion = Text::tr(
            "Check that the region is right, that the service exists there, and that you are online.");
        return false;
    case QNetworkReply::ConnectionRefusedError:
        error.message = Text::tr("%1 (port %2) refuses connections.")
                            .arg(host)
                            .arg(trouble.url.port(trouble.url.scheme() == "https"_L1 ? 443 : 80));
        error.suggestion = Text::tr("Check the endpoint, and that what it names is running.");
        return false;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        error.message = trouble.answerBegan
                            ? Text::tr("%1 closed the connection in the middle of its answer.").arg(host)
                            : Text::tr("%1 closed the connection without an answer.").arg(host);
        error.suggestion = trouble.sent ? Text::tr("It may have carried the request out.")
                                        : Text::tr("The request was not sent. Check the endpoint and the network.");
        error.outcomeUnknown = trouble.sent;
        return true;
    default:
        error.message = Text::tr("The connection to %1 failed: %2.").arg(host, trouble.detail);
        error.suggestion = Text::tr("Check the network and the endpoint.");
        error.outcomeUnknown = trouble.sent;
        return trouble.sent;
    }
}

} // namespace

TransmissionFailure describe(const TransportTrouble &trouble)
{
    TransmissionFailure failure;
    failure.error.host = trouble.url.host();
    if (trouble.stop != Stop::None) {
        stopped(failure.error, trouble);
        failure.connectionLost = trouble.stop == Stop::ReadTimeout;
    } else if (trouble.code == QNetworkReply::SslHandshakeFailedError) {
        tls(failure.error, trouble);
    } else if (isProxyTrouble(trouble)) {
        proxy(failure.error, trouble);
    } else {
        failure.connectionLost = fellThrough(failure.error, trouble);
    }
    return failure;
}

} // namespace braketeer::aws
