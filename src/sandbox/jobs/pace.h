#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QList>

namespace braketeer::sandbox {

/// How sandbox time runs against real time, with every change of speed remembered.
///
/// A job's life is counted in sandbox seconds; what a client sees are real times. Both ways are pure functions of the
/// list of changes, so nothing has to tick and a restart changes nothing. Sandbox time never goes back.
class Pace
{
public:
    /// Sandbox time 0 is `start`.
    Pace(const QDateTime &start, double speed);

    void setSpeed(double speed, const QDateTime &now);

    double speed() const { return m_changes.constLast().speed; }

    double sandboxSecondsAt(const QDateTime &real) const;

    /// The inverse. Where the clock stands still (or nearly) before `sandboxSeconds` is reached: an invalid
    /// QDateTime.
    QDateTime realTimeAt(double sandboxSeconds) const;

    QJsonArray toJson() const;
    /// Fails with Store where the list is empty or not in order.
    static core::Result<Pace> fromJson(const QJsonArray &json);

    /// True for what may be a speed: finite, not negative, at most a million.
    static bool isSpeed(double speed);

private:
    struct Change
    {
        qint64 realMs = 0;
        double sandboxSeconds = 0;
        double speed = 1;
    };

    QList<Change> m_changes; // never empty
};

} // namespace braketeer::sandbox
