#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace braketeer::store {

/// A part that has arrived.
struct TransferPart
{
    int number = 0;      ///< from 1
    QByteArray checksum; ///< SHA-256, 32 bytes; empty for downloads
    QString eTag;        ///< as the service gave it, with its quotation marks; empty for downloads

    bool operator==(const TransferPart &) const = default;
};

/// One transfer on its way.
struct TransferRow
{
    qint64 id = 0;
    bool upload = true;
    QString path;
    QString bucket;
    QString key;
    QString versionId; ///< downloads of a certain version; else empty
    QString region;    ///< the bucket's; empty until known
    QString endpoint;  ///< empty for AWS's own, "demo" for the built-in service
    QString profile;
    qint64 size = 0;
    qint64 modified = 0; ///< of the source file, nanoseconds since 1970; 0 for downloads
    QString eTag;        ///< of the object that is downloaded
    QString uploadId;    ///< empty until the service gave one
    qint64 partSize = 0;
    bool overwrite = false;
    bool requesterPays = false;
    QString contentType;
    QString storageClass;
    QString errorMessage; ///< why it stopped; empty: paused, running, or crashed
    QDateTime createdAt;  ///< UTC
    QDateTime updatedAt;  ///< UTC
    bool alive = false;   ///< a living process works on it; only read
    QList<TransferPart> parts;

    bool operator==(const TransferRow &) const = default;
};

} // namespace braketeer::store
