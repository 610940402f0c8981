#include "gui/shell/actions.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/messagebar.h"
#include "gui/shell/panes.h"
#include "gui/shell/sectionstack.h"
#include "gui/shell/statusline.h"
#include "gui/storage/factskeeper.h"
#include "gui/storage/storagedesk.h"
#include "gui/storage/storagefields.h"
#include "gui/storage/storagepane.h"
#include "gui/storage/transferspane.h"
#include "gui/storage/uploaddrop.h"

#include <QAction>
#include <QTimer>

// MainWindow, fifth part: Amazon S3. Its panes are made when they are first seen.
namespace braketeer::gui {

void MainWindow::connectStorage()
{
    m_storage = new StorageDesk(m_backstage.settings, this);
    m_upload = new UploadDrop(m_document, *m_storage, *this);
    connect(m_storage, &StorageDesk::said, m_status, &StatusLine::say);
    connect(m_storage, &StorageDesk::failed, this, [this](const core::Error &error) { m_messages->showError(error); });
    connect(m_storage, &StorageDesk::transfersChanged, this, [this] {
        m_status->showTransfers(m_storage->transfers().unfinishedCount(flows::Direction::Upload),
                                m_storage->transfers().unfinishedCount(flows::Direction::Download));
    });
    connect(m_storage, &StorageDesk::transferAdded, this, [this] { m_panes->raise(Panes::Pane::Transfers); });
    connect(this, &MainWindow::ready, m_storage, [this] {
        auto *fields = new StorageFields(m_document, *m_storage, *m_stack);
        connect(fields, &StorageFields::uploadFileWanted, m_upload, &UploadDrop::askForFile);
        connect(fields, &StorageFields::packFolderWanted, m_upload, &UploadDrop::askForFolder);
        auto *const facts = new FactsKeeper(m_document, *m_storage, m_storage);
        for (const char *moment : {"action.job.check", "action.job.create"})
            connect(m_actions->action(moment), &QAction::triggered, facts, &FactsKeeper::lookNow);
    });
    using enum Panes::Pane;
    m_panes->setContentLater(Storage, [this] {
        StoragePane *const pane = m_storage->makePane(this);
        m_panes->setContent(Storage, pane, pane->rows());
    });
    m_panes->setContentLater(Transfers, [this] {
        TransfersPane *const pane = m_storage->makeTransfersPane(this);
        m_panes->setContent(Transfers, pane, pane->tableView());
    });
    m_actions->on("action.view.s3path", this, [this] {
        m_panes->raise(Panes::Pane::Storage);
        m_storage->focusPath();
    });
}

} // namespace braketeer::gui
