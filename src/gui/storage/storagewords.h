#pragma once

#include "core/error.h"
#include "core/s3uri.h"
#include "flows/storage/terms.h"

#include <QDateTime>
#include <QString>

/// How the storage views say things: pure functions from facts to words.
namespace braketeer::gui {

/// "12.4 KB": 1,024 to a step, as the AWS console counts.
QString sizeText(qint64 bytes);
/// Date and time in the short form of the language, local time; "" where it is not known.
QString dateText(const QDateTime &time);
/// "3 Nov" or, of another year, "3 Nov 2024".
QString dayText(const QDateTime &time, const QDateTime &now);
/// A name in a row: control characters made visible, so that every row shows something.
QString shownName(const QString &name);

/// The name of a place, for lists: the last part of its key, or the bucket.
QString lastPart(const core::S3Uri &place);
/// The folder that holds this object or folder; of a bucket's top the bucket itself.
core::S3Uri folderOf(const core::S3Uri &place);
/// One up: folderOf(), and from a bucket's top the list of buckets (an empty place).
core::S3Uri upFrom(const core::S3Uri &place);

/// Whether a service said "not allowed" to an identity that it knows.
bool isRefused(const core::Error &error);
/// Whether a service does not take the keys themselves: unknown, expired, signed at another time.
bool areKeysRefused(const core::Error &error);
/// Why buckets cannot be listed, which permission that takes, and what works without it.
QString bucketsTrouble(const core::Error &error);
/// The same for what is in a bucket that was asked on these terms.
QString listingTrouble(const core::Error &error, const core::S3Uri &place,
                       flows::BucketTerms terms = flows::BucketTerms::Signed);

/// "Signed", "Requester pays", "Not signed".
QString termsText(flows::BucketTerms terms);
/// Whose account pays: "the account of the profile “research”", by StorageAccess::owner.
QString payerText(const QString &owner);

} // namespace braketeer::gui
