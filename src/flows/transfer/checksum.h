#pragma once

#include "aws/bulk/transport.h"
#include "core/result.h"
#include "flows/transfer/plan.h"
#include "flows/transfer/transfer.h"

#include <QMap>

#include <memory>

namespace braketeer::flows {

/// What the service says about the bytes of an object, in a form that can be compared.
struct ExpectedChecksum
{
    aws::BulkDigest kind = aws::BulkDigest::None;
    QByteArray value;       ///< raw
    bool composite = false; ///< of the parts' own checksums, one after the other
    int parts = 0;          ///< of a composite one

    explicit operator bool() const { return kind != aws::BulkDigest::None; }

    /// What to compute over each part while it arrives; None where that is of no use.
    aws::BulkDigest perPart() const;
    Proof proof() const;
};

/// The one to compare with: a CRC before a SHA, because the parts of a CRC can be summed while they arrive.
/// `checksums`: "CRC32C" → base64, with "-N" behind it for a composite one, as HeadObject has them. Those of a kind
/// that is not known are passed over. Source: Amazon S3 User Guide, "Checking object integrity".
ExpectedChecksum expectedChecksum(const QMap<QString, QString> &checksums);

/// Compares a file that is complete. `parts`: the checksums of the parts that were computed on the way; those that are
/// missing are computed from the file. Reads, and takes time: not on a thread that shows windows.
/// True when they are equal. Fails as aws::digestOf().
core::Result<bool> isAsExpected(const ExpectedChecksum &expected, std::shared_ptr<const aws::BulkFile> file,
                                const PartPlan &plan, const QMap<int, QByteArray> &parts);

} // namespace braketeer::flows
