#include "aws/bulk/plugin/curlfailure.h"

#include "aws/http/transportfailure.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

using core::Error; // without core:: in front of a function lupdate finds its texts
using Trouble = CurlExchange::Trouble;
using Stop = TransportTrouble::Stop;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Transport)
};

constexpr int proxyWantsLogin = 407;

QNetworkReply::NetworkError codeOf(const CurlExchange &exchange)
{
    switch (exchange.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return QNetworkReply::HostNotFoundError;
    case CURLE_COULDNT_RESOLVE_PROXY:
        return QNetworkReply::ProxyNotFoundError;
    case CURLE_COULDNT_CONNECT:
        return QNetworkReply::ConnectionRefusedError;
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE:
        return QNetworkReply::RemoteHostClosedError;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
        return QNetworkReply::SslHandshakeFailedError;
    case CURLE_PROXY:
        return QNetworkReply::UnknownProxyError;
    default:
        return QNetworkReply::UnknownNetworkError;
    }
}

TransportTrouble troubleOf(const CurlExchange &exchange, const CurlCircumstances &around)
{
    TransportTrouble trouble;
    trouble.url = around.url;
    trouble.proxy = around.proxy;
    trouble.sent = exchange.sent;
    trouble.answerBegan = exchange.answer.status != 0;
    trouble.detail = QString::fromUtf8(exchange.detail);
    if (exchange.trouble == Trouble::Cancelled) {
        trouble.stop = Stop::Cancelled;
    } else if (exchange.code == CURLE_OPERATION_TIMEDOUT) {
        trouble.stop = exchange.sent ? Stop::ReadTimeout : Stop::ConnectTimeout;
        trouble.limit = exchange.sent ? around.readTimeout : around.connectTimeout;
    } else if (exchange.trouble == Trouble::TooShort) {
        trouble.code = QNetworkReply::RemoteHostClosedError;
    } else if (exchange.proxyStatus == proxyWantsLogin) {
        trouble.code = QNetworkReply::ProxyAuthenticationRequiredError;
    } else if (exchange.proxyStatus >= 300) {
        trouble.code = QNetworkReply::UnknownProxyError;
    } else {
        trouble.code = codeOf(exchange);
    }
    return trouble;
}

BulkFailure notWhatWasAsked(const CurlExchange &exchange, const CurlCircumstances &around)
{
    Error error;
    error.kind = Error::Kind::Network;
    error.host = around.url.host();
    error.httpStatus = exchange.answer.status;
    error.message = exchange.trouble == Trouble::TooLong
                        ? Text::tr("%1 sent more bytes than it was asked for.").arg(error.host)
                        : Text::tr("%1 did not answer with the part that it was asked for (status %2).")
                              .arg(error.host)
                              .arg(exchange.answer.status);
    error.suggestion = Text::tr("Check the endpoint and the proxy: something else may be answering.");
    return {std::move(error), false, 0};
}

BulkFailure describeNetwork(const CurlExchange &exchange, const CurlCircumstances &around)
{
    const TransmissionFailure failure = describe(troubleOf(exchange, around));
    BulkFailure described{failure.error, failure.connectionLost, 0};
    if (exchange.code == CURLE_PEER_FAILED_VERIFICATION) {
        described.error.message = Text::tr("%1 could not prove that it is %1: %2.")
                                      .arg(around.url.host(), QString::fromUtf8(exchange.detail));
        described.error.suggestion = Text::tr(
            "If your network has a certificate authority of its own, name its PEM file with --ca-bundle or "
            "AWS_CA_BUNDLE. Also check this computer's clock.");
    }
    return described;
}

} // namespace

std::optional<BulkFailure> describe(const CurlExchange &exchange, const CurlCircumstances &around)
{
    switch (exchange.trouble) {
    case Trouble::File:
        return BulkFailure{fileError(exchange.fileProblem, around.file), false, exchange.fileProblem};
    case Trouble::SourceShort:
        return BulkFailure{sourceChanged(around.file), false, 0};
    case Trouble::TooLong:
    case Trouble::Unexpected:
        return notWhatWasAsked(exchange, around);
    case Trouble::Cancelled:
    case Trouble::TooShort:
        return describeNetwork(exchange, around);
    case Trouble::None:
        break;
    }
    if (exchange.code == CURLE_OK)
        return std::nullopt;
    return describeNetwork(exchange, around);
}

} // namespace braketeer::aws
