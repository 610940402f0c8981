#pragma once

#include "sandbox/s3/manykeys.h"
#include "sandbox/s3/store.h"

namespace braketeer::sandbox::s3 {

/// A page of what a bucket holds: its objects and the made-up ones in one order.
class Listing final
{
public:
    /// Where a page begins: at the first key that is not before `key`, or, where `after`, behind it.
    struct Place
    {
        QByteArray key;
        bool after = false;
    };

    struct Query
    {
        QByteArray prefix;
        QByteArray delimiter;
        Place begin;
        int limit = 1000; ///< of objects and common prefixes
    };

    struct Page
    {
        QByteArray contents; ///< XML: the `<Contents>` elements
        QList<QByteArray> commonPrefixes;
        int count = 0;
        QByteArray last;           ///< key or common prefix of the page
        std::optional<Place> next; ///< where the next one begins; empty: there is none
    };

    Listing(Store &store, QByteArray bucket, ManyKeys many, bool encoded, bool withOwner);

    Page page(const Query &query) const;

    static QByteArray tokenOf(const Place &place);
    /// Empty where it is none.
    static std::optional<Place> placeOf(const QByteArray &token);
    /// Behind a key, or behind all that a common prefix stands for.
    static Place placeBehind(const QByteArray &marker, const Query &query);

private:
    struct Entry
    {
        ObjectPtr object; ///< null: a made-up one
        qint64 index = 0; ///< of a made-up one
        QByteArray key;
    };

    std::optional<Entry> entryAt(const Place &place) const;
    qint64 runOf(const Entry &entry, const Query &query, int limit) const;
    void appendObject(QByteArray &xml, const Object &object) const;

    Store &m_store;
    const QByteArray m_bucket;
    const ManyKeys m_many;
    const bool m_encoded;
    const bool m_withOwner;
};

} // namespace braketeer::sandbox::s3
