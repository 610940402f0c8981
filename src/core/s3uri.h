#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace braketeer::core {

/// A place in Amazon S3: `s3://bucket/key`. The key is raw text, never percent-decoded: `s3://` URIs know no escapes.
struct S3Uri
{
    QString bucket;
    QString key; ///< without the slash after the bucket; empty for the bucket itself; may end with '/'

    /// Null unless `text` is `s3://` with a bucket name that is not empty.
    static std::optional<S3Uri> parse(QStringView text);
    QString toString() const;
    bool operator==(const S3Uri &) const = default;
};

} // namespace braketeer::core
