#include "gui/storage/listingcells.h"

#include "gui/storage/listingmodel.h"
#include "gui/storage/storagewords.h"

#include <QCoreApplication>

namespace braketeer::gui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ListingModel)
};

} // namespace

QString columnTitle(int column)
{
    switch (column) {
    case ListingModel::Name:
        return Text::tr("Name");
    case ListingModel::Size:
        return Text::tr("Size");
    case ListingModel::Modified:
        return Text::tr("Modified");
    default:
        return Text::tr("Storage class");
    }
}

QString cellText(const ObjectArena &arena, quint32 row, int column)
{
    switch (column) {
    case ListingModel::Name: {
        const QString shown = shownName(QString::fromUtf8(arena.name(row)));
        return shown.isEmpty() ? Text::tr("(marks this folder)") : shown;
    }
    case ListingModel::Size:
        return arena.isFolder(row) ? QString() : sizeText(arena.size(row));
    case ListingModel::Modified:
        return dateText(arena.modified(row));
    default:
        return arena.storageClass(row);
    }
}

} // namespace braketeer::gui
