#pragma once

#include "core/s3uri.h"

#include <QList>
#include <QString>

/// What `s3 cp` copies. Not for use outside this folder.
namespace braketeer::cli {

/// One file or object on its way to one place.
struct CopyItem
{
    enum class Way { Upload, Download, Inside };

    Way way = Way::Upload;
    QString path;     ///< the local side, empty inside S3
    core::S3Uri from; ///< of Download and Inside
    core::S3Uri to;   ///< of Upload and Inside
    qint64 size = -1; ///< of Inside, in bytes, where a listing told it

    CopyItem() = default;

    /// "upload: ./a to s3://b/a", as the AWS CLI says it.
    QByteArray line() const;
    /// "./a to s3://b/a"
    QString text() const;
};

/// A path as the AWS CLI shows it: relative to the working folder, with "./" in front.
QString shownPath(const QString &path);

} // namespace braketeer::cli
