#pragma once

#include "sandbox/http/message.h"
#include "sandbox/s3/digests.h"

#include <QMap>

#include <optional>

namespace braketeer::sandbox::s3 {

/// A checksum that a client sent or asked for.
struct Checksum
{
    Algorithm algorithm = Algorithm::Crc32;
    QByteArray value; ///< base64; of a composite one "…-3"
    bool composite = false;
};

/// A part of an object that was uploaded in parts; the one piece of any other.
struct Piece
{
    QByteArray blob;
    qint64 size = 0;
    std::optional<Checksum> checksum; ///< of a part
};

/// An object without its bytes, which are in files.
struct Object
{
    QByteArray key;
    QList<Piece> pieces;
    qint64 size = 0;
    QByteArray eTag; ///< without quotation marks
    qint64 modifiedMs = 0;
    HeaderList headers; ///< as they go back: content-type, x-amz-meta-…, in lower case
    QByteArray storageClass = "STANDARD";
    std::optional<Checksum> checksum;
    bool inParts = false;
    QByteArray tags; ///< "a=b&c=d"
};

/// Whose a bucket is, and what may be done with it.
struct Bucket
{
    QByteArray name;
    QByteArray region;
    qint64 createdMs = 0;
    bool foreign = false;       ///< of another account: not in ListBuckets
    bool isPublic = false;      ///< everybody may list and read
    bool requesterPays = false; ///< so may whoever signs and agrees to pay
    bool mayList = true;        ///< where it is not foreign
    bool mayRead = true;        ///< where it is not foreign
    QByteArray manyPrefix;      ///< below it are made-up objects; empty: none
};

/// A part of an upload.
struct Part
{
    Piece piece;
    QByteArray eTag;
    qint64 modifiedMs = 0;
};

/// An upload in parts that is neither complete nor aborted. Its object has all but the pieces.
struct Upload
{
    QByteArray id;
    QByteArray bucket;
    Object object;
    qint64 initiatedMs = 0;
    std::optional<Algorithm> algorithm;
    bool composite = true; ///< the form of the checksum of the whole
    QMap<int, Part> parts;
};

} // namespace braketeer::sandbox::s3
