#include "aws/http/retry.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

constexpr std::chrono::milliseconds longestBackoff = std::chrono::seconds(20);

template<size_t Count>
bool isOneOf(QStringView code, const std::array<QLatin1StringView, Count> &codes)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

} // namespace

bool isThrottling(QStringView code)
{
    static constexpr std::array codes{"Throttling"_L1,
                                      "ThrottlingException"_L1,
                                      "ThrottledException"_L1,
                                      "RequestThrottled"_L1,
                                      "RequestThrottledException"_L1,
                                      "TooManyRequestsException"_L1,
                                      "RequestLimitExceeded"_L1,
                                      "BandwidthLimitExceeded"_L1,
                                      "SlowDown"_L1,
                                      "PriorRequestNotComplete"_L1,
                                      "TransactionInProgressException"_L1,
                                      "ProvisionedThroughputExceededException"_L1};
    return isOneOf(code, codes);
}

bool mayBeClockSkew(QStringView code)
{
    static constexpr std::array codes{
        "RequestTimeTooSkewed"_L1,  "RequestExpired"_L1, "RequestInTheFuture"_L1, "InvalidSignatureException"_L1,
        "SignatureDoesNotMatch"_L1, "AuthFailure"_L1,    "SignatureExpired"_L1};
    return isOneOf(code, codes);
}

bool meansExpiredKeys(QStringView code)
{
    static constexpr std::array codes{"ExpiredToken"_L1, "ExpiredTokenException"_L1, "TokenRefreshRequired"_L1};
    return isOneOf(code, codes);
}

bool isTransient(const core::Error &error)
{
    if (error.kind != core::Error::Kind::Service)
        return false;
    switch (error.httpStatus) {
    case 402:
    case 403:
    case 409:
    case 410:
    case 424:
        return false;
    case 408:
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
        return true;
    default:
        return isThrottling(error.serviceCode) || error.serviceCode == "RequestTimeout"_L1
               || error.serviceCode == "RequestTimeoutException"_L1;
    }
}

std::chrono::milliseconds backoff(int failures, double random, std::optional<std::chrono::milliseconds> retryAfter)
{
    const double seconds = std::min(std::exp2(failures - 1), std::chrono::duration<double>(longestBackoff).count());
    const auto own = std::chrono::milliseconds(std::llround(1000 * seconds * std::clamp(random, 0.0, 1.0)));
    return std::max(own, retryAfter.value_or(std::chrono::milliseconds(0)));
}

} // namespace braketeer::aws
