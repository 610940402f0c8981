#include "gui/storage/listingmodel.h"

#include "gui/kit/icons.h"
#include "gui/storage/slicedsort.h"
#include "gui/storage/storagemime.h"
#include "gui/storage/storagewords.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPalette>
#include <QPointer>

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr qsizetype entriesPerSlice = 2000;
constexpr qsizetype scansPerSlice = 8192;

const char *const titles[ListingModel::ColumnCount] = {
    QT_TRANSLATE_NOOP("ListingModel", "Name"), QT_TRANSLATE_NOOP("ListingModel", "Size"),
    QT_TRANSLATE_NOOP("ListingModel", "Modified"), QT_TRANSLATE_NOOP("ListingModel", "Storage class")};

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
}

ListingModel::~ListingModel()
{
    m_cancel.cancel();
}

void ListingModel::begin(const core::S3Uri &place)
{
    m_cancel.cancel();
    ++m_visit;
    m_work.stop();
    beginResetModel();
    m_place = place;
    m_base = baseOf(place.key);
    m_arena = std::make_shared<ObjectArena>();
    m_incoming.clear();
    m_token.clear();
    m_error.reset();
    m_loading = m_loadingAll = false;
    m_complete = true;
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
    m_lister = std::move(lister);
    m_complete = false;
    load();
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

void ListingModel::loadAll()
{
    m_loadingAll = !m_complete;
    if (m_loadingAll && !m_loading)
        load();
}

void ListingModel::stop()
{
    m_loadingAll = false;
    if (!m_loading)
        return;
    m_cancel.cancel();
    ++m_visit;
    m_loading = false;
    Q_EMIT progressed();
}

void ListingModel::retry()
{
    if (!m_loading && !m_complete)
        load();
}

QCoro::Task<> ListingModel::load()
{
    const QPointer<ListingModel> self(this);
    const quint64 visit = m_visit;
    m_loading = true;
    m_error.reset();
    m_cancel = core::CancelToken();
    flows::ListQuery query;
    query.place = m_place;
    query.continuationToken = m_token;
    Q_EMIT progressed();
    auto page = co_await m_lister(query, m_cancel);
    if (!self || visit != m_visit)
        co_return;
    m_loading = false;
    if (!page) {
        m_loadingAll = false;
        m_error = page.error();
        Q_EMIT progressed();
        co_return;
    }
    m_token = page->nextToken;
    m_complete = m_token.isEmpty();
    m_incoming.append(page->entries);
    takeEntries();
    m_work.start();
    if (!page->region.isEmpty())
        Q_EMIT regionKnown(m_place.bucket, page->region);
    if (m_complete)
        m_loadingAll = false;
    Q_EMIT progressed();
    // By the event loop: an answer that is there at once must not make this call itself again and again.
    if (m_loadingAll)
        QMetaObject::invokeMethod(this, &ListingModel::loadNext, Qt::QueuedConnection);
}

void ListingModel::loadNext()
{
    if (m_loadingAll && !m_loading && !m_error)
        load();
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

bool ListingModel::isSettled() const
{
    if (!m_incoming.isEmpty())
        return false;
    return isPlain() || (!m_sort && m_inOrder && m_fresh.empty() && m_scanned == m_arena->count());
}

void ListingModel::work()
{
    if (!m_incoming.isEmpty()) {
        takeEntries();
        Q_EMIT progressed();
    } else if (m_sort) {
        if (m_sort->step())
            commitSort();
    } else if (!isPlain() && m_scanned < m_arena->count()) {
        scanSome();
    } else if (!isSettled()) {
        startSort();
    } else {
        m_work.stop();
        Q_EMIT settled();
    }
}

void ListingModel::scanSome()
{
    const qsizetype end = qMin(m_scanned + scansPerSlice, m_arena->count());
    for (; m_scanned < end; ++m_scanned) {
        if (m_filter.matches(m_arena->name(m_scanned)))
            m_fresh.push_back(quint32(m_scanned));
    }
    // In the service's order what comes later stands later.
    if (isServedOrder() && m_inOrder)
        showFresh(qsizetype(m_fresh.size()));
}

void ListingModel::showFresh(qsizetype count)
{
    if (count == 0)
        return;
    beginInsertRows({}, int(m_shown.size()), int(m_shown.size()) + int(count) - 1);
    m_shown.insert(m_shown.end(), m_fresh.cbegin(), m_fresh.cbegin() + count);
    m_fresh.erase(m_fresh.cbegin(), m_fresh.cbegin() + count);
    endInsertRows();
}

void ListingModel::startSort()
{
    m_freshInSort = qsizetype(m_fresh.size());
    if (m_inOrder) {
        m_sort = std::make_unique<SlicedSort>(m_shown, m_fresh, less());
        return;
    }
    std::vector<quint32> all = m_shown;
    all.insert(all.end(), m_fresh.cbegin(), m_fresh.cend());
    m_sort = std::make_unique<SlicedSort>(std::vector<quint32>(), all, less());
}

void ListingModel::commitSort()
{
    std::vector<quint32> order = std::exchange(m_sort, nullptr)->take();
    showFresh(m_freshInSort);
    m_inOrder = true;
    rearrange(std::move(order));
}

void ListingModel::rearrange(std::vector<quint32> order)
{
    if (order == m_shown)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<quint32> rowOf;
    if (!before.isEmpty()) {
        rowOf.resize(size_t(m_arena->count()));
        for (size_t row = 0; row < order.size(); ++row)
            rowOf[order[row]] = quint32(row);
    }
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &old : before)
        after.append(index(int(rowOf[m_shown[size_t(old.row())]]), old.column()));
    m_shown = std::move(order);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

std::function<bool(quint32, quint32)> ListingModel::less() const
{
    const auto compare = [this](auto key) -> std::function<bool(quint32, quint32)> {
        return [arena = m_arena, key, descending = m_sortOrder == Qt::DescendingOrder](quint32 left, quint32 right) {
            if (arena->isFolder(left) != arena->isFolder(right))
                return arena->isFolder(left); // folders have neither size nor date and stand first, either way
            const auto leftKey = key(*arena, left);
            const auto rightKey = key(*arena, right);
            if (leftKey != rightKey)
                return descending ? rightKey < leftKey : leftKey < rightKey;
            return left < right;
        };
    };
    switch (m_sortColumn) {
    case Size:
        return compare([](const ObjectArena &arena, quint32 row) { return arena.size(row); });
    case Modified:
        return compare([](const ObjectArena &arena, quint32 row) { return arena.modifiedSeconds(row); });
    case StorageClass:
        return compare([](const ObjectArena &arena, quint32 row) { return QStringView(arena.storageClass(row)); });
    default:
        break;
    }
    if (m_sortOrder == Qt::DescendingOrder)
        return std::greater<quint32>();
    return std::less<quint32>();
}

void ListingModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = NameFilter(text);
    m_sort.reset();
    m_shown = {};
    m_fresh = {};
    m_scanned = 0;
    m_inOrder = true;
    m_plainCount = isPlain() ? m_arena->count() : 0;
    endResetModel();
    if (!isPlain())
        scanSome(); // most listings are short, and then all is done
    m_work.start();
}

void ListingModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount || (column == m_sortColumn && order == m_sortOrder))
        return;
    if (isPlain()) {
        m_shown.resize(size_t(m_plainCount));
        std::iota(m_shown.begin(), m_shown.end(), 0U);
        m_scanned = m_plainCount;
    }
    m_sortColumn = column;
    m_sortOrder = order;
    m_sort.reset();
    m_inOrder = false;
    if (isPlain()) {
        // Without a filter the rows shown are the first that came, so the order is known already.
        std::vector<quint32> served(m_shown.size());
        std::iota(served.begin(), served.end(), 0U);
        rearrange(std::move(served));
        m_plainCount = qsizetype(m_shown.size());
        m_shown = {};
        m_fresh = {};
        m_inOrder = true;
        announcePlain();
    }
    m_work.start();
}

void ListingModel::setObjection(Objection objection)
{
    m_objection = std::move(objection);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString ListingModel::name(quint32 number) const
{
    return QString::fromUtf8(m_arena->name(number));
}

ListedObject ListingModel::objectOf(quint32 number) const
{
    return {{m_place.bucket, m_base + name(number)},
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

QVariant ListingModel::text(int column, quint32 number) const
{
    switch (column) {
    case Name: {
        const QString shown = shownName(name(number));
        return shown.isEmpty() ? tr("(marks this folder)") : shown;
    }
    case Size:
        return m_arena->isFolder(number) ? QString() : sizeText(m_arena->size(number));
    case Modified:
        return dateText(m_arena->modified(number));
    default:
        return m_arena->storageClass(number);
    }
}

QVariant ListingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const quint32 at = number(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.column(), at);
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
    if (role == Qt::DisplayRole)
        return QCoreApplication::translate("ListingModel", titles[section]);
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
    return !parent.isValid() && !m_complete && !m_loading && !m_error && m_filter.isEmpty() && m_incoming.isEmpty();
}

void ListingModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        load();
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
