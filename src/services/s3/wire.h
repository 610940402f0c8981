#pragma once

#include "aws/http/request.h"
#include "core/s3uri.h"

#include <QMap>
#include <QString>

/// What all operations of S3 share on the wire: REST with XML bodies. Not for use outside this folder.
namespace braketeer::services::s3 {

/// A request about a bucket itself.
aws::Request bucketRequest(const char *method, const QString &bucket);

/// A request about an object. The key stands in the path, percent-encoded once; slashes stay slashes.
aws::Request objectRequest(const char *method, const core::S3Uri &place);

/// Adds a header or query member unless the value is empty.
void addHeader(aws::Request &request, const char *name, const QString &value);
void addQuery(aws::Request &request, const char *name, const QString &value);

/// The header x-amz-copy-source.
void addCopySource(aws::Request &request, const core::S3Uri &from);

/// `x-amz-meta-` headers. Names are written in lower case, values as UTF-8.
void addMetadata(aws::Request &request, const QMap<QString, QString> &metadata);

/// A listed name of an answer whose EncodingType is "url": `+` is a blank, %XX a byte of UTF-8.
QString urlDecoded(const QString &text, bool encoded);

inline constexpr char xmlNamespace[] = "http://s3.amazonaws.com/doc/2006-03-01/";

} // namespace braketeer::services::s3
