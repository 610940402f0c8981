#pragma once

#include "sandbox/s3/object.h"
#include "sandbox/s3/refusal.h"

#include <optional>

namespace braketeer::sandbox::s3 {

/// If-Match, If-None-Match, If-Modified-Since and If-Unmodified-Since, or those of a copy source by another prefix
/// ("x-amz-copy-source-"). Fails with PreconditionFailed, or status 304. Source: RFC 9110, section 13.2.2.
std::optional<Refusal> checkConditions(const RawRequest &request, const Object &object, const QByteArray &prefix = {});

/// If-Match and If-None-Match before an object is written; `current` is null where there is none.
std::optional<Refusal> checkWriteConditions(const RawRequest &request, const Object *current);

/// What part of a body a request wants.
struct Range
{
    qint64 offset = 0;
    qint64 length = 0;
    bool whole = true;
};

/// The Range header: one range of bytes; what is malformed or has several counts as none. Fails with InvalidRange.
/// Source: RFC 9110, section 14; Amazon S3 API Reference, "GetObject".
Outcome<Range> rangeWanted(const RawRequest &request, const Object &object);

/// "bytes=0-99" of a copy source, both ends given. Fails with InvalidArgument or InvalidRange.
Outcome<Range> readCopyRange(const QByteArray &text, const Object &object);

} // namespace braketeer::sandbox::s3
