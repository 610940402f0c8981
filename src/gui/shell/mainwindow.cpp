#include "gui/shell/mainwindow.h"

#include "gui/access/placechooser.h"
#include "gui/command/commandpane.h"
#include "gui/history/historyfeed.h"
#include "gui/history/historymodel.h"
#include "gui/history/historypane.h"
#include "gui/job/sections.h"
#include "gui/shell/actions.h"
#include "gui/shell/documentfiles.h"
#include "gui/shell/draftkeeper.h"
#include "gui/shell/findingspane.h"
#include "gui/shell/messagebar.h"
#include "gui/shell/panemargins.h"
#include "gui/shell/panes.h"
#include "gui/shell/sectionlist.h"
#include "gui/shell/sectionstack.h"
#include "gui/shell/statusline.h"
#include "gui/shell/submitter.h"
#include "gui/storage/storagedesk.h"
#include "gui/storage/uploaddrop.h"
#include "store/settings/settings.h"

#include <QFileInfo>
#include <QMenu>
#include <QScreen>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

/// Raise when docks or toolbars come or go: an older layout is then left alone.
constexpr int layoutVersion = 2;

} // namespace

MainWindow::MainWindow(Backstage backstage, flows::SessionOptions choice, QString fileName)
    : m_backstage(std::move(backstage))
    , m_choice(std::move(choice))
    , m_fileToOpen(std::move(fileName))
    , m_keeper(m_backstage.openSession, m_backstage.profiles)
    , m_actions(new Actions(this))
    , m_files(new DocumentFiles(m_document, *m_backstage.settings, *this))
    , m_drafts(new DraftKeeper(m_document, this))
    , m_submitter(new Submitter(this))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    m_actions->buildMenuBar(*this);
    makeCentre();
    makeToolbar();
    m_status = new StatusLine(*statusBar());
    connectDocument();
    updateTitle();
    restoreLayout();
}

MainWindow::~MainWindow()
{
    // The field that is being edited says its last word while everything is still there.
    if (QWidget *const edited = focusWidget())
        edited->clearFocus();
    m_drafts->flush();
    // What shows the document goes before the document, which is a member: a field that loses the focus writes to it.
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    // The same for what an upload that ends now would fill in.
    delete m_upload;
    delete m_storage;
}

void MainWindow::makeCentre()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_messages = new MessageBar(centre);
    column->addWidget(m_messages);
    auto *row = new QHBoxLayout;
    row->setContentsMargins({});
    row->setSpacing(0);
    column->addLayout(row, 1);
    m_list = new SectionList(m_document, centre);
    m_stack = new SectionStack(m_document, m_editContext, centre);
    row->addWidget(m_list);
    row->addWidget(m_stack, 1);
    setCentralWidget(centre);
    connect(m_list, &QListWidget::currentRowChanged, this, &MainWindow::showRow);
}

void MainWindow::makeToolbar()
{
    QToolBar *const bar = addToolBar(tr("Main toolbar"));
    bar->setObjectName(u"mainToolbar"_s);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    bar->setIconSize(QSize(side, side));
    m_actions->addToolbarButtons(*bar);
    makeNewMenu(*bar);
    auto *stretch = new QWidget(bar);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(stretch);
    m_chooser = new PlaceChooser(m_keeper, bar);
    bar->addWidget(m_chooser);
}

void MainWindow::restoreLayout()
{
    const int character = fontMetrics().averageCharWidth();
    const int line = fontMetrics().height();
    setMinimumSize(QSize(character * 128, line * 36).boundedTo(screen()->availableSize()));
    const QByteArray geometry = m_backstage.settings->bytes(store::setting::geometry);
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(QSize(character * 190, line * 50).boundedTo(screen()->availableSize() * 9 / 10));
    keepPlaceForPanes();
    showRow(qBound(0, m_backstage.settings->integer(store::setting::shownSection), m_list->reviewRow() - 1));
}

/// The panes come after the first frame. Their places stay empty until then, so that the form does not move.
void MainWindow::keepPlaceForPanes()
{
    const auto last = marginsOf(m_backstage.settings->bytes(store::setting::paneMargins), size());
    centralWidget()->layout()->setContentsMargins(last.value_or(Panes::firstMargins(*this)));
}

void MainWindow::keepLayout()
{
    if (!m_panes)
        return; // closed before it was seen: nothing was changed
    const QMargins paneMargins = marginsAround(*centralWidget()) - m_bareMargins;
    m_backstage.settings->set(store::setting::paneMargins, bytesOf(paneMargins));
    m_backstage.settings->set(store::setting::geometry, saveGeometry());
    m_backstage.settings->set(store::setting::layout, saveState(layoutVersion));
    m_backstage.settings->set(store::setting::shownSection, m_formRow);
    if (m_historyPane)
        m_backstage.settings->set(store::setting::historyColumns, m_historyPane->saveColumns());
    m_backstage.settings->sync();
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    // Everything that the first frame does not show waits until that frame is on its way.
    if (!std::exchange(m_painted, true))
        QTimer::singleShot(0, this, &MainWindow::continueBuilding);
}

void MainWindow::continueBuilding()
{
    Q_EMIT painted();
    m_actions->fillMenus(*this);
    connectActions();
    m_actions->loadIcons();
    m_list->loadIcons();
    m_chooser->loadChoices();
    makePanes();
    makeMenuAdditions();
    connectSession();
    connectPanes();
    connectSubmitter();
    connectStorage();
    m_keeper.start(m_choice);
    updateFindings();
    // The other sections one by one, so that no key stroke waits for more than one of them.
    auto *next = new QTimer(this);
    connect(next, &QTimer::timeout, this, [this, next] {
        if (m_stack->makeOne())
            return;
        next->deleteLater();
        Q_EMIT ready();
    });
    next->start(0);
}

void MainWindow::makePanes()
{
    m_bareMargins = marginsAround(*centralWidget());
    centralWidget()->layout()->setContentsMargins({});
    m_panes = new Panes(*this);
    restoreState(m_backstage.settings->bytes(store::setting::layout), layoutVersion);
    m_historyModel = new HistoryModel(m_backstage.clock, this);
    m_historyFeed = new HistoryFeed(*m_historyModel, this);
    m_historyPane = new HistoryPane(*m_historyModel, this);
    m_historyPane->restoreColumns(m_backstage.settings->bytes(store::setting::historyColumns));
    m_findingsPane = new FindingsPane(m_document, this);
    m_commandPane = new CommandPane(m_document, this);
    m_commandPane->setForm(exchange::Form(m_backstage.settings->integer(store::setting::commandForm)));
    m_commandPane->setTarget(m_backstage.settings->text(store::setting::commandTarget));
    using enum Panes::Pane;
    m_panes->setContent(History, m_historyPane, m_historyPane->tableView());
    m_panes->setContent(Findings, m_findingsPane, m_findingsPane->tableView());
    m_panes->setContent(Command, m_commandPane, m_commandPane->textView());
}

void MainWindow::makeMenuAdditions()
{
    QMenu *const view = m_actions->menu(Menu::View);
    view->addSeparator();
    int number = 0;
    const auto addRow = [this, view, &number](const QString &title) {
        const int row = number++;
        QAction *const entry = view->addAction(title);
        entry->setObjectName(u"action.section.%1"_s.arg(row));
        entry->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + row)));
        addAction(entry);
        connect(entry, &QAction::triggered, this, [this, row] {
            showRow(row);
            focusForm();
        });
    };
    for (const SectionSpec &spec : sections())
        addRow(sectionTitle(spec));
    addRow(tr("Review"));
    view->addSeparator();
    view->addActions(m_panes->toggles());
    view->addSeparator();
    AppearanceMenu::addTo(*view, *m_backstage.settings, m_backstage.languages);

    m_recentMenu = new QMenu(tr("Open &recent"), this);
    m_recentMenu->setObjectName(u"menu.recent"_s);
    QMenu *const file = m_actions->menu(Menu::File);
    file->insertMenu(m_actions->action("action.file.save"), m_recentMenu);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    fillRecentMenu();
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    const QStringList files = m_files->recentFiles();
    for (const QString &file : files) {
        QAction *const entry = m_recentMenu->addAction(QFileInfo(file).fileName());
        entry->setToolTip(file);
        connect(entry, &QAction::triggered, this, [this, file] { m_files->open(file); });
    }
    m_recentMenu->setEnabled(!files.isEmpty());
}

} // namespace braketeer::gui
