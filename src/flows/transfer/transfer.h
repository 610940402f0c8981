#pragma once

#include "core/error.h"
#include "core/s3uri.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace braketeer::flows {

enum class Direction { Upload, Download };

/// Where a transfer stands. The last three are its end; Paused and Failed can go on, and keep what has arrived.
enum class TransferState {
    Queued, ///< waits for its turn
    Running,
    Paused,    ///< by a person, or found after a crash
    Verifying, ///< everything has arrived; checksums are compared
    Done,
    Failed,
    Cancelled,
};

inline bool isAtEnd(TransferState state)
{
    return state == TransferState::Done || state == TransferState::Failed || state == TransferState::Cancelled;
}

/// How it is known that every byte arrived as it left.
enum class Proof {
    None,   ///< not yet at its end
    Length, ///< the server has no checksum: length, and the same object version throughout
    Sha256, ///< this and the others: the same checksum, computed on both sides
    Sha1,
    Crc32,
    Crc32c,
    Crc64Nvme,
};

/// One file on its way, as it stands now.
struct TransferStatus
{
    qint64 id = 0; ///< of the queue; 0 outside of one
    Direction direction = Direction::Upload;
    QString path; ///< local file: the source, or the final name
    core::S3Uri place;
    TransferState state = TransferState::Queued;
    qint64 bytesDone = 0;
    qint64 bytesTotal = -1;    ///< -1: not known yet
    double bytesPerSecond = 0; ///< smoothed; 0 while nothing moves
    std::optional<std::chrono::seconds> timeLeft;
    std::optional<core::Error> error; ///< for Failed
    QDateTime startedAt;              ///< UTC; invalid while it is queued
    QDateTime endedAt;                ///< UTC; invalid before its end
    Proof proof = Proof::None;
};

/// What a person or a command decides about one transfer.
struct TransferOptions
{
    TransferOptions() = default;

    /// Replace what is there: the file of a download, the object of an upload. When false, the transfer fails with
    /// Usage and nothing is changed.
    bool overwrite = false;
    bool requesterPays = false;
    QString region;       ///< the bucket's, when it is known; empty: found out
    QString contentType;  ///< uploads; empty: by the name of the file
    QString storageClass; ///< uploads; empty: the bucket's own
    QString versionId;    ///< downloads; empty: the latest
};

} // namespace braketeer::flows

Q_DECLARE_METATYPE(braketeer::flows::TransferStatus)
