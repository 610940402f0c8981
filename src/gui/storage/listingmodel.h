#pragma once

#include "gui/storage/listingpages.h"
#include "gui/storage/namefilter.h"
#include "gui/storage/objectarena.h"

#include <QAbstractTableModel>
#include <QIcon>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace braketeer::gui {

class SlicedSort;

/// One row, unpacked.
struct ListedObject
{
    core::S3Uri place;
    bool folder = false;
    qint64 size = 0; ///< bytes
    QDateTime modified;
    QString storageClass;

    bool operator==(const ListedObject &) const = default;
};

/// What lies at one place in S3, page by page.
///
/// The first page is asked for at once, the others as somebody scrolls there or by loadAll(). Rows are packed (see
/// ObjectArena). Filter and order are worked out in slices between other events, and concern what is loaded.
/// Every row has a number that it keeps whatever the order: its place in the service's own order.
class ListingModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Size, Modified, StorageClass, ColumnCount };

    using Lister = ListingPages::Lister;
    /// Why a row cannot be chosen; empty where it can. Such rows are grey and say it in their tool tip.
    using Objection = std::function<QString(const ListedObject &)>;

    explicit ListingModel(QObject *parent = nullptr);
    ~ListingModel() override;

    /// Leaves what was shown and lists `place`: all whose keys begin with its key, what is below a further '/' rolled
    /// up. Names are shown from the last '/' of it.
    void open(Lister lister, const core::S3Uri &place);
    /// Shows one object that is known without a listing, in the place that was opened.
    void showOnly(const ListedObject &object);
    /// Cancels what is under way and lets go of every row.
    void leave();

    void loadAll() { m_pages.loadAll(); }

    /// Ends loadAll() and the page that is on its way; scrolling on continues.
    void stop() { m_pages.stop(); }

    /// Asks again for the page that failed.
    void retry() { m_pages.next(); }

    void setFilter(const QString &text);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    void setObjection(Objection objection);

    const core::S3Uri &place() const { return m_place; }

    bool isLoading() const { return m_pages.isLoading(); }

    bool isLoadingAll() const { return m_pages.isLoadingAll(); }

    /// Nothing more is at the server.
    bool isComplete() const { return m_pages.isComplete(); }

    /// Filter and order are what was last asked for.
    bool isSettled() const;

    const std::optional<core::Error> &error() const { return m_pages.error(); }

    qsizetype loadedCount() const { return m_arena->count(); }

    qsizetype memory() const { return m_arena->bytes() + qsizetype(m_shown.capacity() * sizeof(quint32)); }

    ListedObject object(int row) const { return objectOf(number(row)); }

    ListedObject objectOf(quint32 number) const;
    /// Row of an object or folder; -1: not loaded, or filtered out.
    int rowOf(const QString &key) const;
    QString objection(int row) const;

    /// Number of the row that is shown at `row`.
    quint32 number(int row) const { return isPlain() ? quint32(row) : m_shown[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

Q_SIGNALS:
    /// Loading began or ended, or rows came: see isLoading(), error(), loadedCount().
    void progressed();
    /// The bucket's region came with a page.
    void regionKnown(const QString &bucket, const QString &region);
    /// Filter and order are done, see isSettled().
    void settled();

private:
    void begin(const core::S3Uri &place);
    void takePage(const flows::ListPage &page);
    void takeEntries();
    void announcePlain();
    void work();
    void scanSome();
    void showFresh(qsizetype count);
    void startSort();
    void commitSort();
    void rearrange(std::vector<quint32> order);

    bool isServedOrder() const { return m_sortColumn == Name && m_sortOrder == Qt::AscendingOrder; }

    /// Rows are shown as they came, so that no list of them is needed.
    bool isPlain() const { return m_filter.isEmpty() && isServedOrder(); }

    ListingPages m_pages;
    core::S3Uri m_place;
    QString m_base; ///< what all keys have before their name
    std::shared_ptr<ObjectArena> m_arena;
    QList<flows::ObjectEntry> m_incoming; ///< of the last page, not yet in the arena

    NameFilter m_filter;
    int m_sortColumn = Name;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<quint32> m_shown; ///< numbers of the rows in the order shown, unless isPlain()
    std::vector<quint32> m_fresh; ///< passed the filter, wait for their place in the order
    qsizetype m_scanned = 0;      ///< rows that have met the filter
    qsizetype m_plainCount = 0;   ///< rows announced while isPlain()
    bool m_inOrder = true;        ///< m_shown is in the order that was asked for
    std::unique_ptr<SlicedSort> m_sort;
    qsizetype m_freshInSort = 0; ///< how many of m_fresh it has
    QTimer m_work;

    Objection m_objection;
    QIcon m_folderIcon;
    QIcon m_objectIcon;
};

} // namespace braketeer::gui
