#include "gui/storage/listingmodel.h"

#include "gui/kit/icons.h"
#include "gui/storage/listingcells.h"
#include "gui/storage/slicedsort.h"
#include "gui/storage/storagemime.h"

#include <QGuiApplication>
#include <QMimeData>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr qsizetype entriesPerSlice = 2000;

/// What all keys that begin with `prefix` have before the part that is their name.
QString baseOf(const QString &prefix)
{
    return prefix.first(prefix.lastIndexOf(u'/') + 1);
}

} // namespace

ListingModel::ListingModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_arena(std::make_shared<ObjectArena>())
    , m_folderIcon(themeIcon(u"folder"_s))
    , m_objectIcon(themeIcon(u"text-x-generic"_s))
{
    connect(&m_work, &QTimer::timeout, this, &ListingModel::work);
    connect(&m_pages, &ListingPages::arrived, this, &ListingModel::takePage);
    connect(&m_pages, &ListingPages::changed, this, &ListingModel::progressed);
}

ListingModel::~ListingModel() = default;

void ListingModel::begin(const core::S3Uri &place)
{
    m_pages.leave();
    m_work.stop();
    beginResetModel();
    m_place = place;
    m_base = baseOf(place.key);
    m_arena = std::make_shared<ObjectArena>();
    m_incoming.clear();
    m_shown = {};
    m_fresh = {};
    m_scanned = m_plainCount = 0;
    m_inOrder = true;
    m_sort.reset();
    endResetModel();
}

void ListingModel::open(Lister lister, const core::S3Uri &place)
{
    begin(place);
    m_pages.open(std::move(lister), place);
}

void ListingModel::showOnly(const ListedObject &object)
{
    begin(m_place);
    flows::ObjectEntry entry;
    entry.key = object.place.key;
    entry.folder = object.folder;
    entry.size = object.size;
    entry.modified = object.modified;
    entry.storageClass = object.storageClass;
    m_incoming = {entry};
    takeEntries();
    m_work.start();
    Q_EMIT progressed();
}

void ListingModel::leave()
{
    begin({});
    Q_EMIT progressed();
}

void ListingModel::takePage(const flows::ListPage &page)
{
    m_incoming.append(page.entries);
    takeEntries();
    m_work.start();
    if (!page.region.isEmpty())
        Q_EMIT regionKnown(m_place.bucket, page.region);
}

void ListingModel::takeEntries()
{
    const qsizetype count = qMin(entriesPerSlice, m_incoming.size());
    for (qsizetype at = 0; at < count; ++at) {
        const flows::ObjectEntry &entry = m_incoming.at(at);
        // A key that does not begin as was asked for has no place here.
        if (entry.key.startsWith(m_base))
            m_arena->append(QStringView(entry.key).sliced(m_base.size()).toUtf8(), entry.folder, entry.size,
                            entry.modified, entry.storageClass);
    }
    if (count == m_incoming.size())
        m_incoming = {};
    else
        m_incoming.remove(0, count);
    if (isPlain())
        announcePlain();
}

void ListingModel::announcePlain()
{
    if (m_plainCount == m_arena->count())
        return;
    beginInsertRows({}, int(m_plainCount), int(m_arena->count()) - 1);
    m_plainCount = m_arena->count();
    endInsertRows();
}

void ListingModel::setObjection(Objection objection)
{
    m_objection = std::move(objection);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

ListedObject ListingModel::objectOf(quint32 number) const
{
    return {{m_place.bucket, m_base + QString::fromUtf8(m_arena->name(number))},
            m_arena->isFolder(number),
            m_arena->size(number),
            m_arena->modified(number),
            m_arena->storageClass(number)};
}

int ListingModel::rowOf(const QString &key) const
{
    if (!key.startsWith(m_base))
        return -1;
    const QByteArray wanted = QStringView(key).sliced(m_base.size()).toUtf8();
    const int rows = rowCount();
    for (int row = 0; row < rows; ++row) {
        if (m_arena->name(number(row)) == wanted)
            return row;
    }
    return -1;
}

QString ListingModel::objection(int row) const
{
    return m_objection ? m_objection(object(row)) : QString();
}

int ListingModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    // While the order changes from or to the plain one, rearrange() still speaks of m_shown.
    return isPlain() && m_shown.empty() ? int(m_plainCount) : int(m_shown.size());
}

int ListingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ListingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const quint32 at = number(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(*m_arena, at, index.column());
    case Qt::DecorationRole:
        if (index.column() == Name)
            return m_arena->isFolder(at) ? m_folderIcon : m_objectIcon;
        return {};
    case Qt::TextAlignmentRole:
        return index.column() == Size ? QVariant(int(Qt::AlignTrailing | Qt::AlignVCenter)) : QVariant();
    case Qt::ForegroundRole:
        if (!objection(index.row()).isEmpty())
            return QGuiApplication::palette().brush(QPalette::Disabled, QPalette::Text);
        return {};
    case Qt::ToolTipRole: {
        const QString why = objection(index.row());
        const QString uri = object(index.row()).place.toString();
        return why.isEmpty() ? uri : u"%1\n%2"_s.arg(uri, why);
    }
    case Qt::AccessibleDescriptionRole:
        return objection(index.row());
    default:
        return {};
    }
}

QVariant ListingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole) // at the far end with its numbers: see showRows()
        return section == Size ? columnTitle(section) + QChar(char16_t(0x2003)) : columnTitle(section);
    if (role == Qt::TextAlignmentRole && section == Size)
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags ListingModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.isValid() ? base | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : base;
}

bool ListingModel::canFetchMore(const QModelIndex &parent) const
{
    // A filter is for what is there: rows that do not match must not draw in all the others.
    return !parent.isValid() && !m_pages.isComplete() && !m_pages.isLoading() && !m_pages.error() && m_filter.isEmpty()
           && m_incoming.isEmpty();
}

void ListingModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        m_pages.next();
}

QStringList ListingModel::mimeTypes() const
{
    return storageMimeTypes();
}

QMimeData *ListingModel::mimeData(const QModelIndexList &indexes) const
{
    QList<core::S3Uri> places;
    for (const QModelIndex &index : indexes) {
        if (index.column() == Name)
            places.append(object(index.row()).place);
    }
    return places.isEmpty() ? nullptr : storageMime(places).release();
}

} // namespace braketeer::gui
