#pragma once

#include <QtGlobal>

namespace braketeer::flows {

/// A file as parts, numbered from 1. All but the last are `partSize` bytes long.
struct PartPlan
{
    qint64 size = 0;
    qint64 partSize = 1;

    int count() const { return int((size + partSize - 1) / partSize); }

    qint64 offset(int number) const { return (number - 1) * partSize; }

    qint64 length(int number) const { return qMin(partSize, size - offset(number)); }
};

/// Parts of at least `smallest` bytes, and no more than 10,000 of them: larger parts in whole MiB where that needs it.
/// Source: Amazon S3 User Guide, "Multipart upload limits".
PartPlan planParts(qint64 size, qint64 smallest);

} // namespace braketeer::flows
