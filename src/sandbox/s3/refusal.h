#pragma once

#include "sandbox/http/message.h"

#include <QString>

#include <tl/expected.hpp>

namespace braketeer::sandbox::s3 {

/// A refusal as S3 words it, before it becomes XML.
struct Refusal
{
    int status = 400;
    QByteArray code;    ///< "NoSuchKey"
    QString message;    ///< English, never translated
    HeaderList members; ///< further elements of the XML: {"Key", "a/b"}
    HeaderList headers; ///< of the answer
};

using Reply = tl::expected<Answer, Refusal>;

template<class T>
using Outcome = tl::expected<T, Refusal>;

/// Codes, statuses and messages. Source: Amazon S3 API Reference, "Error responses".
Refusal accessDenied();
Refusal noSuchBucket(const QByteArray &bucket);
Refusal noSuchKey(const QByteArray &key);
Refusal noSuchUpload(const QByteArray &uploadId);
Refusal invalidArgument(const QString &message, const QByteArray &name, const QByteArray &value);
Refusal invalidRequest(const QString &message);
Refusal malformedXml();
Refusal preconditionFailed(const QByteArray &condition);
Refusal notImplemented(const QString &what);
Refusal internalError();
/// The body ended before its length, or its framing is broken.
Refusal incompleteBody();
Refusal slowDown();

inline tl::unexpected<Refusal> refuse(Refusal refusal)
{
    return tl::unexpected(std::move(refusal));
}

Answer answerOf(const Refusal &refusal, const RawRequest &request, const QByteArray &requestId);

} // namespace braketeer::sandbox::s3
