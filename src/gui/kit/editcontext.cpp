#include "gui/kit/editcontext.h"

namespace braketeer::gui {

void EditContext::setRegion(const QString &region)
{
    if (region == m_region)
        return;
    m_region = region;
    Q_EMIT regionChanged(region);
}

} // namespace braketeer::gui
