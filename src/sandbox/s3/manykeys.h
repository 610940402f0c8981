#pragma once

#include "sandbox/s3/object.h"

namespace braketeer::sandbox::s3 {

/// Made-up objects below one prefix, that take no memory: "measurements/0000000.json" and on, small JSON documents.
/// What a list has of them is a copied pattern with other digits, so that a test of a client's speed measures the
/// client.
class ManyKeys final
{
public:
    /// At most ten million.
    ManyKeys(QByteArray prefix, qint64 count);

    qint64 count() const { return m_count; }

    const QByteArray &prefix() const { return m_prefix; }

    QByteArray key(qint64 index) const;
    std::optional<qint64> indexOf(const QByteArray &key) const;
    /// Of the first key that is not before `key`, or, where `after`, behind it; count() where there is none.
    qint64 firstFrom(const QByteArray &key, bool after) const;

    /// Without pieces.
    Object object(qint64 index) const;
    QByteArray body(qint64 index) const;

    /// The `<Contents>` elements of a list.
    void appendContents(QByteArray &xml, qint64 first, qint64 count, bool withOwner) const;

private:
    const QByteArray m_prefix;
    const qint64 m_count;
};

} // namespace braketeer::sandbox::s3
