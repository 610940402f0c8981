#pragma once

#include "core/s3uri.h"

#include <QList>

namespace braketeer::gui {

/// The places somebody went through, for back and forward. A place without a bucket is the list of buckets.
class PlaceTrail final
{
public:
    bool isEmpty() const { return m_places.isEmpty(); }

    const core::S3Uri &place() const { return m_places.at(m_at); }

    /// Goes on to `place`; what was forward is forgotten. Staying is no step.
    void go(const core::S3Uri &place);
    /// Puts another place where one is, for an address that turned out to be written differently.
    void correct(const core::S3Uri &place);

    bool canGoBack() const { return m_at > 0; }

    bool canGoForward() const { return m_at + 1 < m_places.size(); }

    /// Only where canGoBack().
    const core::S3Uri &back() { return m_places.at(--m_at); }

    /// Only where canGoForward().
    const core::S3Uri &forward() { return m_places.at(++m_at); }

private:
    QList<core::S3Uri> m_places;
    qsizetype m_at = 0;
};

} // namespace braketeer::gui
