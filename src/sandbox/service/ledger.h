#pragma once

#include "sandbox/sandbox.h"

#include <QHash>
#include <QList>

namespace braketeer::sandbox {

/// The latest requests, and how many there were of each operation. Not thread-safe.
class Ledger
{
public:
    void add(RecordedRequest request);
    int count(const QString &operation) const; ///< empty: of all

    const QHash<QString, int> &counts() const { return m_counts; }

    const QList<RecordedRequest> &latest() const { return m_latest; }

private:
    QList<RecordedRequest> m_latest;
    qsizetype m_bytes = 0; // of the bodies in m_latest
    QHash<QString, int> m_counts;
    int m_total = 0;
};

} // namespace braketeer::sandbox
