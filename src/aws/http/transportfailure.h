#pragma once

#include "aws/http/exchange.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace braketeer::aws {

/// How a request ended without a whole answer, as it was seen.
struct TransportTrouble
{
    enum class Stop { None, Cancelled, ConnectTimeout, ReadTimeout, TooLarge }; ///< by us, and why

    Stop stop = Stop::None;
    QNetworkReply::NetworkError code = QNetworkReply::NoError;
    QString detail;               ///< what the network library says, in its own words
    QList<QSslError> certificate; ///< what was wrong with the other side's certificate
    QUrl url;
    QString proxy;     ///< "proxy.example.com:3128"; empty: none
    bool sent = false; ///< bytes of the request may have left
    bool answerBegan = false;
    std::chrono::milliseconds limit{0}; ///< the limit that was reached, for a timeout
};

/// The sentence, what to do, and whether another try may help. Pure.
TransmissionFailure describe(const TransportTrouble &trouble);

} // namespace braketeer::aws
