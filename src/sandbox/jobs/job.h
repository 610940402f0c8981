#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace braketeer::sandbox {

using Tags = QMap<QString, QString>;

/// A job as the sandbox keeps it: what was asked, and when. Everything else follows from that (jobs/life.h).
struct Job
{
    QString arn;
    QString region;
    QString clientToken;
    QByteArray body;      ///< of the CreateJob request, as it came in
    QJsonObject request;  ///< the same, parsed
    qint64 createdMs = 0; ///< milliseconds since 1970 by the service's clock
    qint64 skewMs = 0;    ///< of that clock: the job's times are shown with it
    double createdAt = 0; ///< sandbox seconds
    std::optional<double> cancelledAt;
    Tags tags;

    QString name() const { return request[QStringLiteral("jobName")].toString(); }

    QString device() const { return request[QStringLiteral("deviceConfig")][QStringLiteral("device")].toString(); }

    /// For the state file. A job whose body does not parse, or that has no ARN, does not come back.
    QJsonObject toJson() const;
    static std::optional<Job> fromJson(const QJsonObject &json);
};

} // namespace braketeer::sandbox
