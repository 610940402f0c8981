#include "gui/access/placechooser.h"
#include "gui/command/commandpane.h"
#include "gui/history/historyfeed.h"
#include "gui/history/historymodel.h"
#include "gui/history/historypane.h"
#include "gui/shell/actions.h"
#include "gui/shell/commandpalette.h"
#include "gui/shell/documentfiles.h"
#include "gui/shell/draftkeeper.h"
#include "gui/shell/findingspane.h"
#include "gui/shell/historyactions.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/messagebar.h"
#include "gui/shell/panes.h"
#include "gui/shell/reviewpage.h"
#include "gui/shell/sectionlist.h"
#include "gui/shell/sectionstack.h"
#include "gui/shell/statusline.h"
#include "gui/shell/submitter.h"
#include "store/settings/settings.h"

#include <QAction>
#include <QFileInfo>

using namespace Qt::StringLiterals;

// MainWindow, second part: who listens to whom. What follows from it stands in windowflow.cpp.
namespace braketeer::gui {

void MainWindow::connectActions()
{
    const auto on = [this](const char *id, std::function<void()> call) { m_actions->on(id, this, std::move(call)); };
    on("action.file.new", [this] { newDocument(); });
    on("action.file.template", [this] { newFromTemplate(); });
    on("action.file.sample", [this] { loadSample(); });
    on("action.file.import", [this] { importFrom([](ImportDialog &) {}); });
    on("action.file.open", [this] { m_files->askAndOpen(); });
    on("action.file.save", [this] { m_files->save(); });
    on("action.file.savetemplate", [this] { saveAsTemplate(); });
    on("action.file.saveas", [this] { m_files->askAndSave(); });
    on("action.file.quit", [this] { close(); });
    on("action.edit.undo", [this] { m_document.undoStack()->undo(); });
    on("action.edit.redo", [this] { m_document.undoStack()->redo(); });
    on("action.edit.find", [this] {
        m_panes->raise(Panes::Pane::History);
        m_historyPane->focusSearch();
    });
    on("action.edit.palette", [this] {
        if (!m_palette)
            m_palette = new CommandPalette(this);
        m_palette->open(m_actions->reachable());
    });
    on("action.job.check", [this] { check(); });
    on("action.job.create", [this] { createJob(); });
    on("action.job.nextfinding", [this] { m_findingsPane->step(1); });
    on("action.job.previousfinding", [this] { m_findingsPane->step(-1); });
    on("action.job.copycommand", [this] { m_commandPane->copy(); });
    on("action.job.terminal", [this] { m_commandPane->openTerminal(); });
    on("action.job.savecommand", [this] { m_commandPane->save(); });
    on("action.view.nextpane", [this] { m_panes->cycleFocus(1, {m_list, m_stack->currentWidget()}); });
    on("action.view.previouspane", [this] { m_panes->cycleFocus(-1, {m_list, m_stack->currentWidget()}); });
    on("action.view.refresh", [this] { m_historyFeed->refresh(); });
    on("action.account.whoami", [this] { whoAmI(); });
    on("action.account.profile", [this] { m_chooser->chooseProfile(); });
    on("action.account.demo", [this] { m_keeper.openDemo(); });
    on("action.account.addkeys", [this] { addKeys(); });
    on("action.help.about", [this] { about(); });
}

void MainWindow::connectDocument()
{
    QUndoStack *const stack = m_document.undoStack();
    QAction *const undo = m_actions->action("action.edit.undo");
    QAction *const redo = m_actions->action("action.edit.redo");
    undo->setEnabled(false);
    redo->setEnabled(false);
    connect(stack, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
    connect(stack, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    connect(&m_document, &JobDocument::modifiedChanged, this, &MainWindow::updateTitle);
    connect(&m_document, &JobDocument::fileNameChanged, this, &MainWindow::updateTitle);
    connect(&m_document, &JobDocument::replaced, this, &MainWindow::updateTitle);
    connect(&m_document, &JobDocument::changed, this, &MainWindow::updateTitle);
    connect(m_files, &DocumentFiles::failed, this,
            [this](const QString &sentence) { m_messages->show(MessageBar::Tone::Problem, sentence); });
    connect(m_files, &DocumentFiles::opened, this, [this](const QString &file) {
        m_messages->dismiss();
        m_status->say(tr("Opened %1").arg(QFileInfo(file).fileName()));
        if (m_stack->currentWidget() == m_review)
            showRow(m_formRow);
    });
    connect(m_files, &DocumentFiles::saved, this,
            [this](const QString &file) { m_status->say(tr("Saved %1").arg(QFileInfo(file).fileName())); });
    connect(m_drafts, &DraftKeeper::failed, this, [this](const core::Error &error) { m_messages->showError(error); });
}

void MainWindow::connectSession()
{
    connect(&m_keeper, &SessionKeeper::changed, this, &MainWindow::enterSession);
    connect(&m_keeper, &SessionKeeper::identityChanged, this, &MainWindow::tellIdentity);
    connect(&m_keeper, &SessionKeeper::failed, this, [this](const core::Error &error) {
        m_messages->showError(error);
        if (!m_keeper.session())
            useDraft(false); // without a session too, what was written last time comes back
    });
    connect(m_historyFeed, &HistoryFeed::historyTroubled, this, [this](const core::Error &error) {
        m_historyPane->setNotice(error.text());
        m_messages->showError(error);
    });
    connect(m_historyFeed, &HistoryFeed::refreshFailed, this,
            [this](const core::Error &error) { m_messages->showError(error); });
    connect(m_historyFeed, &HistoryFeed::refreshed, this, [this] { m_status->say(tr("The history is up to date.")); });
    const auto showJobs = [this] {
        m_status->showJobs(m_historyModel->unfinishedCount(), m_historyModel->unknownCount());
    };
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_historyModel, signal, this, showJobs);
    connect(m_historyModel, &QAbstractItemModel::dataChanged, this, showJobs);
    connect(m_historyModel, &QAbstractItemModel::modelReset, this, showJobs);
}

void MainWindow::connectPanes()
{
    connect(&m_document, &JobDocument::findingsChanged, this, &MainWindow::updateFindings);
    connect(m_findingsPane, &FindingsPane::jumpWanted, this, &MainWindow::jumpTo);
    connect(m_commandPane, &CommandPane::targetChanged, this,
            [this](const QString &id) { m_backstage.settings->set(store::setting::commandTarget, id); });
    connect(m_commandPane, &CommandPane::formChanged, this,
            [this](exchange::Form form) { m_backstage.settings->set(store::setting::commandForm, int(form)); });
    connect(m_commandPane, &CommandPane::saved, this,
            [this](const QString &what) { m_status->say(tr("Saved %1").arg(what)); });
    connect(m_commandPane, &CommandPane::copied, this,
            [this](const QString &what) { m_status->say(tr("Copied: %1").arg(what)); });
    connect(m_commandPane, &CommandPane::failed, this,
            [this](const QString &sentence) { m_messages->show(MessageBar::Tone::Problem, sentence); });

    auto *actions = new HistoryActions(m_document, m_keeper, *this);
    actions->follow(*m_historyPane);
    connect(actions, &HistoryActions::failed, this, [this](const core::Error &error) { m_messages->showError(error); });
    connect(actions, &HistoryActions::said, m_status, &StatusLine::say);
    connect(actions, &HistoryActions::cloned, this, [this] {
        m_messages->dismiss();
        showRow(0);
        focusForm();
    });
    connect(m_historyPane, &HistoryPane::searchChanged, m_historyFeed, &HistoryFeed::search);
    connect(m_historyPane, &HistoryPane::refreshWanted, m_historyFeed, &HistoryFeed::refresh);
    connect(m_historyPane, &HistoryPane::resolveWanted, this, &MainWindow::resolve);
    connect(m_historyPane, &HistoryPane::arnCopied, this,
            [this](const QString &arn) { m_status->say(tr("Copied: %1").arg(arn)); });
}

void MainWindow::connectSubmitter()
{
    connect(m_submitter, &Submitter::busyChanged, this, [this](bool busy) {
        m_status->showProgress(busy ? tr("Creating the job…") : QString());
        if (m_review)
            m_review->setBusy(busy);
    });
    connect(m_submitter, &Submitter::created, this, &MainWindow::jobCreated);
    connect(m_submitter, &Submitter::failed, this, &MainWindow::submissionFailed);
    connect(m_submitter, &Submitter::resolved, this, [this](const QString &sentence) {
        if (!sentence.isEmpty())
            m_messages->show(MessageBar::Tone::Information, sentence);
    });
}

} // namespace braketeer::gui
