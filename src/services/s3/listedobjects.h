#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace braketeer::services::s3 {

/// An object or a common prefix of a listing. Views into the page that it belongs to.
struct ListedObject
{
    QByteArrayView key;  ///< UTF-8 as the server has it, decoded; never empty
    QByteArrayView eTag; ///< without its quotation marks
    QByteArrayView storageClass;
    qint64 size = 0;      ///< bytes
    qint64 modified = -1; ///< milliseconds since 1970; -1 where it is not told
    bool prefix = false;  ///< then all but the key is empty
};

/// One page of ListObjectsV2: one block of bytes and a table of where in it everything stands. A thousand keys cost no
/// thousand allocations.
///
/// Copies share the bytes. Nothing may write to them.
struct ListedObjects
{
    QByteArray text;                   ///< what the server sent, or what was taken from it
    QByteArray decoded;                ///< names that had to be decoded
    std::vector<ListedObject> entries; ///< in the server's order
    QByteArray nextToken;              ///< empty on the last page
    bool truncated = false;

    ListedObjects() = default;
};

/// The most entries of a page that are read; a server gives a thousand.
inline constexpr std::size_t mostEntries = 100'000;

/// Milliseconds since 1970 of "2026-08-07T10:11:12Z" or with ".123" before the Z; -1 for anything else.
qint64 listedTime(QByteArrayView text);

/// Decodes the names of a page whose EncodingType is "url": `+` is a blank, %XX a byte.
void decodeNames(ListedObjects &page);

} // namespace braketeer::services::s3
