#pragma once

#include "services/s3/access.h"

#include <QList>

namespace braketeer::services::s3 {

/// The most keys of one request.
inline constexpr qsizetype mostDeletions = 1000;

/// An object that was not deleted, and why.
struct DeletionRefused
{
    QString key;
    QString code;
    QString message;
};

/// `POST ?delete` with the keys, each of which must fit into XML (see fitsIntoXml()). Only refusals are told.
aws::Request deleteObjectsRequest(const QString &bucket, const QStringList &keys);
/// The refusals; none: all are gone.
core::Result<QList<DeletionRefused>> readDeleteObjects(const aws::Response &response);

/// Up to a thousand objects at once. What is not there counts as deleted. Safe to repeat.
[[nodiscard]] core::Task<QList<DeletionRefused>> deleteObjects(Access access, QString bucket, QStringList keys,
                                                               core::CancelToken cancel = {});

} // namespace braketeer::services::s3
