#pragma once

#include "core/s3uri.h"

#include <QList>
#include <QMenu>

namespace braketeer::gui {

class PlaceMemory;
class StorageNavigator;

/// Bookmarks and recent places, to go to.
class PlacesMenu final : public QMenu
{
    Q_OBJECT
public:
    /// Both outlive the menu.
    PlacesMenu(StorageNavigator &navigator, const PlaceMemory &memory, QWidget *parent);

private:
    void fill();
    void add(const QString &title, const QList<core::S3Uri> &places);

    StorageNavigator &m_navigator;
    const PlaceMemory &m_memory;
};

} // namespace braketeer::gui
