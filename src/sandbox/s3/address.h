#pragma once

#include "sandbox/s3/refusal.h"

namespace braketeer::sandbox::s3 {

/// What a request is about: nothing, a bucket, or an object.
struct Address
{
    QByteArray bucket;
    QByteArray key; ///< its bytes, UTF-8; empty: the bucket itself
    bool virtualHost = false;
};

/// Path style (`/bucket/key`) and virtual-host style (`bucket.localhost`). Fails with InvalidURI (a broken escape,
/// bytes that are no UTF-8), KeyTooLongError.
Outcome<Address> readAddress(const RawRequest &request);

/// The bucket that the Host header names; empty for the machine itself.
QByteArray bucketOfHost(const RawRequest &request);

/// "bucket/key", percent-encoded, as a copy source has it. Fails with InvalidArgument.
Outcome<Address> readCopySource(const QByteArray &text);

/// Whether a bucket may be called so. Source: Amazon S3 User Guide, "Bucket naming rules".
bool isBucketName(const QByteArray &name);

/// Without what has no valid escape.
std::optional<QByteArray> decoded(const QByteArray &text);

/// The parameters of a query, decoded: `+` is a blank.
class Query
{
public:
    explicit Query(const QByteArray &text);

    bool has(QByteArrayView name) const;
    /// The first of that name; empty where there is none.
    QByteArray value(QByteArrayView name) const;

private:
    HeaderList m_parameters;
};

} // namespace braketeer::sandbox::s3
