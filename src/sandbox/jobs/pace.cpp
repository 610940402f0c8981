#include "sandbox/jobs/pace.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

// Beyond a thousand years a job counts as standing still: the result must fit into a date.
constexpr double farthestMs = 1000.0 * 365 * 24 * 3600 * 1000;

} // namespace

Pace::Pace(const QDateTime &start, double speed) : m_changes{{start.toMSecsSinceEpoch(), 0, speed}} { }

void Pace::setSpeed(double speed, const QDateTime &now)
{
    m_changes.append({now.toMSecsSinceEpoch(), sandboxSecondsAt(now), speed});
}

double Pace::sandboxSecondsAt(const QDateTime &real) const
{
    const qint64 realMs = real.toMSecsSinceEpoch();
    const auto later = std::find_if(m_changes.cbegin() + 1, m_changes.cend(),
                                    [realMs](const Change &change) { return change.realMs > realMs; });
    const Change &change = *(later - 1);
    const double seconds = double(realMs - change.realMs) / 1000;
    // A clock that was set back must not take sandbox time with it.
    return change.sandboxSeconds + std::max(0.0, seconds) * change.speed;
}

QDateTime Pace::realTimeAt(double sandboxSeconds) const
{
    const auto later = std::find_if(m_changes.cbegin() + 1, m_changes.cend(), [sandboxSeconds](const Change &change) {
        return change.sandboxSeconds >= sandboxSeconds;
    });
    const Change &change = *(later - 1);
    const double ahead = std::max(0.0, sandboxSeconds - change.sandboxSeconds);
    const double ms = ahead > 0 ? std::round(ahead / change.speed * 1000) : 0;
    if (ms > farthestMs)
        return {};
    return QDateTime::fromMSecsSinceEpoch(change.realMs + qint64(ms), Qt::UTC);
}

QJsonArray Pace::toJson() const
{
    QJsonArray list;
    for (const Change &change : m_changes)
        list.append(QJsonObject{{u"realMs"_s, double(change.realMs)},
                                {u"sandboxSeconds"_s, change.sandboxSeconds},
                                {u"speed"_s, change.speed}});
    return list;
}

core::Result<Pace> Pace::fromJson(const QJsonArray &json)
{
    Pace pace({}, 1);
    pace.m_changes.clear();
    for (const auto &value : json) {
        const Change change{qint64(value[u"realMs"].toDouble()), value[u"sandboxSeconds"].toDouble(),
                            value[u"speed"].toDouble(-1)};
        const bool inOrder = pace.m_changes.isEmpty()
                             || (change.realMs >= pace.m_changes.constLast().realMs
                                 && change.sandboxSeconds >= pace.m_changes.constLast().sandboxSeconds);
        if (!isSpeed(change.speed) || !inOrder)
            break;
        pace.m_changes.append(change);
    }
    if (pace.m_changes.isEmpty() || pace.m_changes.size() != json.size())
        return core::fail(core::Error::Kind::Store,
                          QCoreApplication::translate("Sandbox", "The history of the sandbox's speed is damaged."));
    return pace;
}

bool Pace::isSpeed(double speed)
{
    return std::isfinite(speed) && speed >= 0 && speed <= 1e6;
}

} // namespace braketeer::sandbox
