#include "gui/storage/storagebrowser.h"

#include "gui/kit/icons.h"
#include "gui/storage/browserkeys.h"
#include "gui/storage/placememory.h"
#include "gui/storage/placesmenu.h"
#include "gui/storage/rowseeker.h"
#include "gui/storage/rowsview.h"
#include "gui/storage/selectionkeeper.h"
#include "gui/storage/termschooser.h"
#include "ui_storagebrowser.h"

#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

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
    m_ui->placesButton->setMenu(new PlacesMenu(m_navigator, memory, this));
    prepareTable(*m_ui->bucketsTable, m_navigator.buckets());
    prepareTable(*m_ui->objectsTable, m_navigator.listing());
    m_keeper = new SelectionKeeper(m_navigator.listing(), *m_ui->objectsTable, this);
    m_seeker = new RowSeeker(m_navigator, *m_ui->bucketsTable, *m_ui->objectsTable, this);
    m_terms = new TermsChooser(m_navigator, memory, *m_ui->termsButton);
    m_ui->emptyLabel->setFocusPolicy(Qt::StrongFocus); // stands for the rows, the keyboard works there too
    for (QWidget *watched : {static_cast<QWidget *>(m_ui->pathEdit), static_cast<QWidget *>(m_ui->filterEdit),
                             static_cast<QWidget *>(m_ui->emptyLabel)})
        watched->installEventFilter(this);
    connectControls();
    showPlace();
}

StorageBrowser::~StorageBrowser() = default;

void StorageBrowser::prepareTable(QTableView &table, QAbstractItemModel &model)
{
    showRows(table, model);
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
    connect(&m_memory, &PlaceMemory::changed, this, &StorageBrowser::updateBookmark);
    using flows::BucketTerms;
    const auto offer = [this](QAbstractButton *button, BucketTerms terms) {
        connect(button, &QAbstractButton::clicked, this, [this, terms] {
            focusRows(); // the button goes, and what comes of it is seen there
            m_terms->choose(terms);
        });
    };
    offer(m_ui->requesterPaysButton, BucketTerms::RequesterPays);
    offer(m_ui->unsignedButton, BucketTerms::Unsigned);
    offer(m_ui->signedButton, BucketTerms::Signed);
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
    const QItemSelection selection = table()->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom() && objects.size() < most; ++row) {
            if (m_navigator.isInBuckets())
                objects.append({{m_navigator.buckets().bucket(row).name, {}}, true, 0, {}, {}});
            else
                objects.append(m_navigator.listing().object(row));
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
    m_seeker->seek(key);
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
    // A table that gets the focus makes a row the current one, and leaves it to us to select it.
    if (hasRows() && !table()->selectionModel()->hasSelection())
        m_seeker->goTo(std::max(0, table()->currentIndex().row()));
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
        m_seeker->goTo(0);
        break;
    case BrowserKey::LastRow:
        m_seeker->goTo(table()->model()->rowCount() - 1);
        break;
    case BrowserKey::LoadAll:
        m_seeker->seekLast();
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

} // namespace braketeer::gui
