#pragma once

#include "aws/bulk/plugin/curlexchange.h"

#include <QUrl>

#include <chrono>
#include <optional>

namespace braketeer::aws {

/// What a failure's sentence has to name.
struct CurlCircumstances
{
    QUrl url;
    QString proxy; ///< its host; empty: none
    std::chrono::milliseconds connectTimeout{0};
    std::chrono::milliseconds readTimeout{0};
    QString file;
};

/// How an exchange failed, in the words of the other requests; null when it has an answer.
std::optional<BulkFailure> describe(const CurlExchange &exchange, const CurlCircumstances &around);

} // namespace braketeer::aws
