#pragma once

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace braketeer::flows {

/// How fast bytes go by, smoothed over some seconds so that a person can read it.
class Meter final
{
public:
    /// A new beginning: after a pause nothing of before counts.
    void start(std::chrono::milliseconds now, qint64 bytes);
    void update(std::chrono::milliseconds now, qint64 bytes);

    double bytesPerSecond() const { return m_rate; }

    /// Null while nothing moves.
    std::optional<std::chrono::seconds> timeLeft(qint64 bytes) const;

private:
    std::chrono::milliseconds m_at{0};
    qint64 m_bytes = 0;
    double m_rate = 0;
    double m_weight = 0; ///< how much of the smoothing window has been seen: 0 to 1
};

} // namespace braketeer::flows
