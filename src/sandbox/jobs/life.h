#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace braketeer::sandbox {

/// Something that happened to a job. `at` is in sandbox seconds after its creation.
struct LifeEvent
{
    QString type; ///< as GetJob's events[].eventType: "STARTING_INSTANCE"
    double at = 0;
    QString message;
};

/// Where a job stands.
struct Life
{
    QString status;
    QString failureReason;   ///< of a FAILED job
    QList<LifeEvent> events; ///< that have happened, oldest first
    std::optional<double> startedAt;
    std::optional<double> endedAt;

    bool isOver() const { return endedAt.has_value(); }
};

/// The state of a job whose CreateJob document is `request`, `age` sandbox seconds after its creation.
/// `cancelledAt` is the age at which its cancellation was accepted.
///
/// The stages and their order are those of the service (GetJob, events[].eventType); how long each lasts is the
/// sandbox's own choice, and so is that a job FAILS when it exceeds its maximum run time: no AWS page says it.
Life lifeOf(const QJsonObject &request, double age, std::optional<double> cancelledAt);

} // namespace braketeer::sandbox
