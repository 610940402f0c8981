#include "gui/storage/placesmenu.h"

#include "gui/storage/placememory.h"
#include "gui/storage/storagenavigator.h"

using namespace Qt::StringLiterals;

namespace braketeer::gui {

PlacesMenu::PlacesMenu(StorageNavigator &navigator, const PlaceMemory &memory, QWidget *parent)
    : QMenu(parent), m_navigator(navigator), m_memory(memory)
{
    setObjectName(u"placesMenu"_s);
    setToolTipsVisible(true);
    connect(&memory, &PlaceMemory::changed, this, &PlacesMenu::fill);
    fill();
}

void PlacesMenu::fill()
{
    clear();
    if (const QList<core::S3Uri> bookmarks = m_memory.bookmarks(); !bookmarks.isEmpty())
        add(tr("Bookmarks"), bookmarks);
    if (const QList<core::S3Uri> recents = m_memory.recents(); !recents.isEmpty())
        add(tr("Recent places"), recents);
    if (isEmpty())
        addAction(tr("No places yet"))->setEnabled(false);
}

void PlacesMenu::add(const QString &title, const QList<core::S3Uri> &places)
{
    addSection(title);
    for (const core::S3Uri &place : places) {
        QString text = place.toString();
        connect(addAction(text.replace(u'&', u"&&"_s)), &QAction::triggered, this,
                [this, place] { m_navigator.go(place); });
    }
}

} // namespace braketeer::gui
