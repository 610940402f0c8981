#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace braketeer::services::braket {

/// When a spending limit holds. On the wire in whole seconds since 1970, unlike all other times of this API.
struct TimePeriod
{
    QDateTime startAt;
    QDateTime endAt;

    QJsonObject toJson() const;
    bool operator==(const TimePeriod &) const = default;
};

/// Amounts are USD as decimal text ("100.50"), never a binary fraction.
struct SpendingLimitSummary
{
    QString spendingLimitArn;
    QString deviceArn;
    QString spendingLimit;
    QString queuedSpend;
    QString totalSpend;
    std::optional<TimePeriod> timePeriod;
    QDateTime createdAt; ///< UTC; invalid where absent
    QDateTime updatedAt;
};

} // namespace braketeer::services::braket
