#pragma once

#include "core/clock.h"
#include "core/secretvault.h"
#include "flows/session.h"
#include "flows/submit.h"
#include "gui/access/sessionkeeper.h"
#include "gui/job/jobdocument.h"
#include "gui/kit/editcontext.h"
#include "gui/shell/appearancemenu.h"

#include <QMainWindow>

#include <functional>
#include <memory>

class QMenu;
class QToolBar;

namespace braketeer::exchange {
struct Imported;
} // namespace braketeer::exchange

namespace braketeer::store {
class Settings;
} // namespace braketeer::store

namespace braketeer::gui {

class Actions;
class CommandPalette;
class CommandPane;
class DocumentFiles;
class DraftKeeper;
class FindingsPane;
class HistoryFeed;
class HistoryModel;
class HistoryPane;
class ImportDialog;
class MessageBar;
class Panes;
class PlaceChooser;
class ReviewPage;
class SectionList;
class SectionStack;
class StatusLine;
class StorageDesk;
class StorageFields;
class Submitter;
class UploadDrop;

/// What the program gives a window. Everything is called in the window's thread.
struct Backstage
{
    SessionKeeper::Opener openSession;
    SessionKeeper::ProfileLister profiles;
    std::function<core::Result<std::shared_ptr<core::SecretVault>>()> vault;
    std::shared_ptr<store::Settings> settings;
    QString dataFolder; ///< drafts are kept here
    QList<LanguageChoice> languages = {};
    core::Clock clock = core::systemClock();
};

/// The one window: sections at the left, the form in the middle, command, history and findings around it.
///
/// The constructor makes only what the first painted frame shows; all else follows after it: icons, the other sections,
/// the panes' contents, the session with its history.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// `choice`: account and region to begin with. `fileName`: a document to open; empty: the draft of the last time.
    MainWindow(Backstage backstage, flows::SessionOptions choice, QString fileName = {});
    ~MainWindow() override;

    JobDocument &document() { return m_document; }

    SessionKeeper &sessionKeeper() { return m_keeper; }

Q_SIGNALS:
    /// The first frame is on the screen.
    void painted();
    /// Everything that follows the first frame is there.
    void ready();

private:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

    // mainwindow.cpp: what the window is made of
    void makeCentre();
    void makeToolbar();
    void restoreLayout();
    void keepPlaceForPanes();
    void keepLayout();
    void continueBuilding();
    void makePanes();
    void makeMenuAdditions();
    void fillRecentMenu();

    // windowbeginning.cpp: the ways in which a job begins
    void makeNewMenu(QToolBar &bar);
    void newDocument();
    void loadSample();
    void newFromTemplate();
    void saveAsTemplate();
    void importFrom(const std::function<void(ImportDialog &)> &begin);
    void enterImported(const exchange::Imported &imported);

    // windowwiring.cpp: who listens to whom
    void connectActions();
    void connectDocument();
    void connectSession();
    void connectPanes();
    void connectSubmitter();
    void connectStorage();

    // windowflow.cpp: what follows from it
    void enterSession();
    void useDraft(bool demo);
    void check();
    void createJob();
    void jumpTo(const job::Finding &finding);
    void showRow(int row);
    void focusForm();
    ReviewPage &review();
    void jobCreated(const flows::Receipt &receipt);
    void submissionFailed(const core::Error &error);
    void submit(bool record);
    void resolve();
    void whoAmI();
    void tellIdentity();
    void addKeys();
    void about();
    void updateTitle();
    void updateFindings();

    Backstage m_backstage;
    flows::SessionOptions m_choice;
    QString m_fileToOpen;
    JobDocument m_document;
    SessionKeeper m_keeper;
    EditContext m_editContext;
    Actions *m_actions = nullptr;
    Panes *m_panes = nullptr;
    MessageBar *m_messages = nullptr;
    SectionList *m_list = nullptr;
    SectionStack *m_stack = nullptr;
    StatusLine *m_status = nullptr;
    PlaceChooser *m_chooser = nullptr;
    DocumentFiles *m_files = nullptr;
    DraftKeeper *m_drafts = nullptr;
    Submitter *m_submitter = nullptr;
    HistoryModel *m_historyModel = nullptr;
    HistoryFeed *m_historyFeed = nullptr;
    HistoryPane *m_historyPane = nullptr;
    FindingsPane *m_findingsPane = nullptr;
    CommandPane *m_commandPane = nullptr;
    StorageDesk *m_storage = nullptr;
    UploadDrop *m_upload = nullptr;
    CommandPalette *m_palette = nullptr;
    ReviewPage *m_review = nullptr;
    QMenu *m_recentMenu = nullptr;
    QString m_draftFile;
    QMargins m_bareMargins; ///< from the window's edges to the centre when there are no panes
    int m_formRow = 0;      ///< section that "Back to the form" goes back to
    bool m_painted = false;
    bool m_identityWanted = false; ///< a person asked for it, not only the review page
};

} // namespace braketeer::gui
