#include "gui/storage/placetrail.h"

namespace braketeer::gui {
namespace {

constexpr qsizetype mostPlaces = 200;

} // namespace

void PlaceTrail::go(const core::S3Uri &place)
{
    if (!isEmpty() && m_places.at(m_at) == place)
        return;
    m_places.resize(isEmpty() ? 0 : m_at + 1);
    m_places.append(place);
    if (m_places.size() > mostPlaces)
        m_places.removeFirst();
    m_at = m_places.size() - 1;
}

void PlaceTrail::correct(const core::S3Uri &place)
{
    if (!isEmpty())
        m_places[m_at] = place;
}

} // namespace braketeer::gui
