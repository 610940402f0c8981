#include "gui/storage/storagebrowser.h"

#include "gui/kit/icons.h"
#include "gui/storage/browserkeys.h"
#include "gui/storage/placememory.h"
#include "gui/storage/selectionkeeper.h"
#include "gui/storage/storagewords.h"
#include "ui_storagebrowser.h"

#include <QAccessible>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

/// A row that is to be selected is looked for among so many; further down it is not worth the search.
constexpr qsizetype mostSearched = 20'000;

} // namespace

StorageBrowser::StorageBrowser(PlaceMemory &memory, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::StorageBrowser>()), m_memory(memory)
{
    m_ui->setupUi(this);
    m_ui->backButton->setIcon(themeIcon(u"go-previous"_s));
    m_ui->forwardButton->setIcon(themeIcon(u"go-next"_s));
    m_ui->upButton->setIcon(themeIcon(u"go-up"_s));
    m_ui->reloadButton->setIcon(themeIcon(u"view-refresh"_s));
    m_ui->bookmarkButton->setIcon(themeIcon(u"bookmark-new"_s));
    m_ui->placesButton->setIcon(themeIcon(u"bookmarks"_s));
    m_ui->menuButton->hide();
    m_ui->troubleBar->setBackgroundRole(QPalette::Base);
    setFocusProxy(m_ui->pathEdit);
    m_ui->placesButton->setMenu(new QMenu(this));
    m_ui->placesButton->menu()->setObjectName(u"placesMenu"_s);
    m_ui->placesButton->menu()->setToolTipsVisible(true);
    prepareTable(*m_ui->bucketsTable, m_navigator.buckets());
    prepareTable(*m_ui->objectsTable, m_navigator.listing());
    m_keeper = new SelectionKeeper(m_navigator.listing(), *m_ui->objectsTable, this);
    m_ui->emptyLabel->setFocusPolicy(Qt::StrongFocus); // stands for the rows, the keyboard works there too
    for (QWidget *watched : {static_cast<QWidget *>(m_ui->pathEdit), static_cast<QWidget *>(m_ui->filterEdit),
                             static_cast<QWidget *>(m_ui->emptyLabel)})
        watched->installEventFilter(this);
    connectControls();
    showPlace();
    showState();
    fillPlaces();
}

StorageBrowser::~StorageBrowser() = default;

void StorageBrowser::prepareTable(QTableView &table, QAbstractItemModel &model)
{
    const int character = fontMetrics().averageCharWidth();
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setAlternatingRowColors(true);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setTextElideMode(Qt::ElideMiddle);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setCornerButtonEnabled(false);
    table.setDragEnabled(true);
    table.setDragDropMode(QAbstractItemView::DragOnly);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
    table.setModel(&model);
    QHeaderView *const header = table.horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSortIndicator(0, Qt::AscendingOrder);
    table.setSortingEnabled(true);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < model.columnCount(); ++column)
        header->resizeSection(column, character * (column == 1 ? 14 : 20));
    table.installEventFilter(this);
    connect(&table, &QAbstractItemView::activated, this, &StorageBrowser::activate);
    connect(&table, &QWidget::customContextMenuRequested, this,
            [this, &table](const QPoint &at) { Q_EMIT menuWanted(table.viewport()->mapToGlobal(at)); });
    connect(table.selectionModel(), &QItemSelectionModel::selectionChanged, this, &StorageBrowser::showCount);
    connect(table.selectionModel(), &QItemSelectionModel::selectionChanged, this, &StorageBrowser::selectionChanged);
    connect(table.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &StorageBrowser::selectionChanged);
}

void StorageBrowser::connectControls()
{
    connect(m_ui->backButton, &QAbstractButton::clicked, &m_navigator, &StorageNavigator::back);
    connect(m_ui->forwardButton, &QAbstractButton::clicked, &m_navigator, &StorageNavigator::forward);
    connect(m_ui->upButton, &QAbstractButton::clicked, &m_navigator, &StorageNavigator::up);
    connect(m_ui->reloadButton, &QAbstractButton::clicked, &m_navigator, &StorageNavigator::reload);
    connect(m_ui->retryButton, &QAbstractButton::clicked, &m_navigator, &StorageNavigator::retry);
    connect(m_ui->stopButton, &QAbstractButton::clicked, &m_navigator, &StorageNavigator::stop);
    connect(m_ui->loadAllButton, &QAbstractButton::clicked, this, [this] { m_navigator.listing().loadAll(); });
    connect(m_ui->bookmarkButton, &QAbstractButton::clicked, this,
            [this](bool checked) { m_memory.setBookmarked(m_navigator.folder(), checked); });
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_keeper->remember();
        m_navigator.isInBuckets() ? m_navigator.buckets().setFilter(text) : m_navigator.listing().setFilter(text);
        showState();
    });
    connect(&m_navigator, &StorageNavigator::moved, this, &StorageBrowser::showPlace);
    connect(&m_navigator, &StorageNavigator::stateChanged, this, &StorageBrowser::showState);
    connect(&m_navigator, &StorageNavigator::selectionWanted, this, &StorageBrowser::selectKey);
    connect(&m_navigator, &StorageNavigator::visited, &m_memory, &PlaceMemory::visited);
    connect(&m_navigator.listing(), &ListingModel::settled, this, [this] {
        selectWanted();
        if (m_toEnd && m_navigator.listing().isComplete())
            loadToEnd();
    });
    connect(&m_navigator.buckets(), &QAbstractItemModel::modelReset, this, &StorageBrowser::selectWanted);
    connect(&m_memory, &PlaceMemory::changed, this, &StorageBrowser::updateBookmark);
    connect(&m_memory, &PlaceMemory::changed, this, &StorageBrowser::fillPlaces);
}

void StorageBrowser::setAccess(const std::shared_ptr<const StorageAccess> &access)
{
    if (access)
        m_memory.setOwner(access->owner);
    m_navigator.setAccess(access);
}

void StorageBrowser::start()
{
    if (m_navigator.access() && !m_navigator.isStarted())
        m_navigator.go({});
}

void StorageBrowser::setMultiSelect(bool multi)
{
    const auto mode = multi ? QAbstractItemView::ExtendedSelection : QAbstractItemView::SingleSelection;
    m_ui->objectsTable->setSelectionMode(mode);
    m_ui->bucketsTable->setSelectionMode(QAbstractItemView::SingleSelection);
}

QTableView *StorageBrowser::table() const
{
    return m_navigator.isInBuckets() ? m_ui->bucketsTable : m_ui->objectsTable;
}

QTableView *StorageBrowser::objectsTable() const
{
    return m_ui->objectsTable;
}

QTableView *StorageBrowser::bucketsTable() const
{
    return m_ui->bucketsTable;
}

bool StorageBrowser::hasRows() const
{
    return table()->model()->rowCount() > 0;
}

QList<ListedObject> StorageBrowser::selected(int most) const
{
    QList<ListedObject> objects;
    auto &navigator = const_cast<StorageNavigator &>(m_navigator);
    const QItemSelection selection = table()->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom() && objects.size() < most; ++row) {
            if (navigator.isInBuckets())
                objects.append({{navigator.buckets().bucket(row).name, {}}, true, 0, {}, {}});
            else
                objects.append(navigator.listing().object(row));
        }
    }
    return objects;
}

int StorageBrowser::selectedCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : table()->selectionModel()->selection())
        count += range.height();
    return count;
}

std::optional<ListedObject> StorageBrowser::current() const
{
    const QList<ListedObject> rows = selected(1);
    return rows.isEmpty() ? std::nullopt : std::optional(rows.constFirst());
}

void StorageBrowser::activate(const QModelIndex &index)
{
    if (m_navigator.isInBuckets()) {
        m_navigator.go({m_navigator.buckets().bucket(index.row()).name, {}});
        return;
    }
    const ListedObject object = m_navigator.listing().object(index.row());
    if (object.folder)
        m_navigator.go(object.place);
    else
        Q_EMIT objectActivated(object);
}

void StorageBrowser::selectKey(const QString &key)
{
    m_wanted = key;
    selectWanted();
}

void StorageBrowser::selectWanted()
{
    if (m_wanted.isEmpty())
        return;
    ListingModel &listing = m_navigator.listing();
    const bool buckets = m_navigator.isInBuckets();
    const int row = buckets ? m_navigator.buckets().rowOf(m_wanted) : listing.rowOf(m_wanted);
    if (row >= 0) {
        m_wanted.clear();
        goToRow(row);
    } else if (!buckets && (listing.isComplete() || listing.loadedCount() > mostSearched)) {
        m_wanted.clear();
    }
}

void StorageBrowser::setMenu(QMenu *menu)
{
    m_ui->menuButton->setMenu(menu);
    m_ui->menuButton->show();
}

void StorageBrowser::focusPath()
{
    m_ui->pathEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->pathEdit->selectAll();
}

void StorageBrowser::focusRows()
{
    m_ui->stack->currentWidget()->setFocus(Qt::ShortcutFocusReason);
    if (hasRows() && !table()->currentIndex().isValid())
        table()->setCurrentIndex(table()->model()->index(0, 0));
}

bool StorageBrowser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    auto *const key = static_cast<QKeyEvent *>(event);
    const bool inTable = watched != m_ui->pathEdit && watched != m_ui->filterEdit;
    const BrowserKey meaning = browserKey(*key, inTable);
    if (meaning == BrowserKey::None)
        return QWidget::eventFilter(watched, event);
    const bool leaving = meaning == BrowserKey::Leave;
    // Esc has something to do only where there is something to leave; else it is the dialog's.
    if (leaving && inTable && !m_navigator.isLoading())
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // it is ours here, whatever it means in the window
        return true;
    }
    return act(int(meaning), watched);
}

bool StorageBrowser::act(int key, QObject *watched)
{
    switch (BrowserKey(key)) {
    case BrowserKey::Back:
        m_navigator.back();
        break;
    case BrowserKey::Forward:
        m_navigator.forward();
        break;
    case BrowserKey::Up:
        m_navigator.up();
        break;
    case BrowserKey::Reload:
        m_navigator.reload();
        break;
    case BrowserKey::EditPath:
        focusPath();
        break;
    case BrowserKey::FirstRow:
        goToRow(0);
        break;
    case BrowserKey::LastRow:
        goToRow(table()->model()->rowCount() - 1);
        break;
    case BrowserKey::LoadAll:
        loadToEnd();
        break;
    case BrowserKey::ToTable:
        focusRows();
        break;
    case BrowserKey::Leave:
        leaveLine(watched);
        break;
    case BrowserKey::Open:
        openLine(watched);
        break;
    case BrowserKey::None:
        return false;
    }
    return true;
}

void StorageBrowser::leaveLine(QObject *line)
{
    if (line == m_ui->pathEdit)
        m_ui->pathEdit->setText(m_navigator.address());
    else if (line == m_ui->filterEdit)
        m_ui->filterEdit->clear();
    else
        m_navigator.stop();
    focusRows();
}

void StorageBrowser::openLine(QObject *line)
{
    if (line == m_ui->pathEdit) {
        if (m_navigator.goTyped(m_ui->pathEdit->text()))
            focusRows();
        return;
    }
    if (m_navigator.isInBuckets() || m_ui->filterEdit->text().isEmpty()) {
        focusRows();
        return;
    }
    m_navigator.search(m_ui->filterEdit->text());
    focusRows();
}

void StorageBrowser::goToRow(int row)
{
    if (row < 0 || !hasRows())
        return;
    const QModelIndex index = table()->model()->index(row, 0);
    // Not by the view's own selectRow(), which looks whether Ctrl is held down.
    table()->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    table()->scrollTo(index);
}

void StorageBrowser::loadToEnd()
{
    ListingModel &listing = m_navigator.listing();
    m_toEnd = !m_navigator.isInBuckets() && !listing.isComplete();
    if (m_toEnd)
        listing.loadAll();
    else
        goToRow(table()->model()->rowCount() - 1);
}

} // namespace braketeer::gui
