#pragma once

#include "flows/storage/textlisting.h"

#include <QByteArray>

namespace braketeer::services::s3 {
struct ListedObjects;
} // namespace braketeer::services::s3

namespace braketeer::flows {

/// Writes the lines of `aws s3 ls`: "2026-08-07 10:11:12       1234 key", and "PRE folder/" for what is rolled up.
/// Source: aws-cli, customizations/s3/subcommands.py, ListCommand. Not for use outside this folder.
class TextLines final
{
public:
    TextLines(bool wholeKeys, bool humanReadable) : m_wholeKeys(wholeKeys), m_humanReadable(humanReadable) { }

    /// Appends the lines of a page: folders first, then objects, each in the server's order.
    void append(QByteArray &text, const services::s3::ListedObjects &page);

    const TextListingTotals &totals() const { return m_totals; }

private:
    char *putTime(char *to, qint64 milliseconds);
    char *putSize(char *to, qint64 bytes) const;
    QByteArrayView nameOf(QByteArrayView key, bool folder) const;

    bool m_wholeKeys;
    bool m_humanReadable;
    TextListingTotals m_totals;
    qint64 m_quarter = -1; ///< of an hour since 1970, whose offset is known; zones differ by no less
    qint64 m_offset = 0;   ///< seconds that the local clock is ahead of UTC then
    qint64 m_day = -1;     ///< since 1970, whose date is known
    char m_date[11] = {};  ///< "2026-08-07 "
};

} // namespace braketeer::flows
