#include "flows/transfer/meter.h"

#include <cmath>

namespace braketeer::flows {
namespace {

constexpr double windowSeconds = 3;
constexpr double longestSeconds = 365.0 * 24 * 3600;

} // namespace

void Meter::start(std::chrono::milliseconds now, qint64 bytes)
{
    m_at = now;
    m_bytes = bytes;
    m_rate = m_weight = 0;
}

// An exponential average, corrected for its beginning: the first value counts fully instead of as a rise from nothing.
void Meter::update(std::chrono::milliseconds now, qint64 bytes)
{
    const double seconds = std::chrono::duration<double>(now - m_at).count();
    if (seconds <= 0)
        return;
    const double share = 1 - std::exp(-seconds / windowSeconds);
    const double sum = m_rate * m_weight * (1 - share) + double(bytes - m_bytes) / seconds * share;
    m_weight = m_weight * (1 - share) + share;
    m_rate = std::max(0.0, sum / m_weight); // a part that is sent again takes its bytes back
    m_at = now;
    m_bytes = bytes;
}

std::optional<std::chrono::seconds> Meter::timeLeft(qint64 bytes) const
{
    const double seconds = m_rate > 0 ? std::ceil(double(bytes) / m_rate) : longestSeconds;
    if (seconds >= longestSeconds)
        return std::nullopt;
    return std::chrono::seconds(qint64(seconds));
}

} // namespace braketeer::flows
