#pragma once

#include "sandbox/s3/address.h"
#include "sandbox/s3/manykeys.h"
#include "sandbox/s3/proof.h"
#include "sandbox/s3/store.h"

namespace braketeer::sandbox {
class BodyStream;
} // namespace braketeer::sandbox

namespace braketeer::sandbox::s3 {

/// A proven request, with all that an operation may look at.
struct Call
{
    const RawRequest &request;
    BodyStream &body;
    Address address;
    Query query;
    Identity identity;
    Store &store;
    qint64 manyKeys; ///< below the prefix of a bucket that has one
    QDateTime now;   ///< the service's clock
};

/// What a request wants to do with a bucket or its objects.
enum class Wish { List, Read, Write };

/// The bucket that a request is about. Fails with NoSuchBucket, where it lies in another region than that of the
/// signature as PermanentRedirect (path style) or AuthorizationHeaderMalformed (virtual host), both of which name it,
/// and with AccessDenied.
Outcome<Bucket> openBucket(const Call &call, Wish wish);
Outcome<Bucket> openBucket(const Call &call, const QByteArray &name, Wish wish);

/// An object of a bucket, made up or real. Null where there is none.
ObjectPtr findObject(const Call &call, const Bucket &bucket, const QByteArray &key);

ManyKeys manyKeysOf(const Call &call, const Bucket &bucket);

Answer xmlAnswer(const QByteArray &xml, int status = 200);

/// The small body of a request: XML. Fails with MalformedXML where it is longer than 2 MiB, IncompleteBody,
/// XAmzContentSHA256Mismatch, BadDigest.
Outcome<QByteArray> readDocument(const Call &call);

/// In quotation marks.
inline QByteArray quoted(const QByteArray &eTag)
{
    return '"' + eTag + '"';
}

} // namespace braketeer::sandbox::s3
