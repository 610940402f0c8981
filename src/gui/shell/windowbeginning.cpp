#include "gui/importing/importdialog.h"
#include "gui/shell/actions.h"
#include "gui/shell/documentfiles.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/messagebar.h"
#include "gui/shell/samplejob.h"
#include "gui/shell/sectionstack.h"
#include "gui/shell/statusline.h"
#include "gui/storage/uploaddrop.h"
#include "gui/templates/savetemplatedialog.h"
#include "gui/templates/templatedialog.h"
#include "store/paths.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

// MainWindow, fourth part: the ways in which a job begins.
namespace braketeer::gui {

/// The New button opens what else a job can begin with.
void MainWindow::makeNewMenu(QToolBar &bar)
{
    auto *const button = qobject_cast<QToolButton *>(bar.widgetForAction(m_actions->action("action.file.new")));
    auto *menu = new QMenu(button);
    menu->setObjectName(u"menu.new"_s);
    for (const char *id : {"action.file.template", "action.file.sample", "action.file.import"})
        menu->addAction(m_actions->action(id));
    button->setMenu(menu);
    button->setPopupMode(QToolButton::MenuButtonPopup);
}

void MainWindow::newDocument()
{
    m_document.replace(job::JobSpec(), tr("New job"));
    m_document.setFileName({});
    showRow(0);
    focusForm();
}

void MainWindow::loadSample()
{
    m_document.replace(sampleJob(), tr("New from the sample job"));
    m_document.setFileName({});
    showRow(0);
    focusForm();
}

void MainWindow::newFromTemplate()
{
    auto *dialog = new TemplateDialog(m_document, store::templatesFolder(m_backstage.dataFolder), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto session = m_keeper.session())
        dialog->setKnown({{u"region"_s, session->place().region}});
    connect(dialog, &QDialog::accepted, this, [this] {
        m_document.setFileName({});
        showRow(0);
        focusForm();
    });
    dialog->open();
}

void MainWindow::saveAsTemplate()
{
    auto *dialog = new SaveTemplateDialog(m_document.spec(), store::templatesFolder(m_backstage.dataFolder), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_status->say(tr("Saved %1").arg(QFileInfo(dialog->path()).fileName())); });
    dialog->open();
}

/// `begin` puts the text, or the file, into the dialog.
void MainWindow::importFrom(const std::function<void(ImportDialog &)> &begin)
{
    auto *dialog = new ImportDialog(m_document, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, &MainWindow::enterImported);
    begin(*dialog);
    dialog->open();
}

void MainWindow::enterImported(const exchange::Imported &imported)
{
    m_document.setFileName({});
    m_stack->showAllFindings();
    showRow(0);
    focusForm();
    const auto session = m_keeper.session();
    if (imported.region.isEmpty() || !session || session->place().region == imported.region)
        return;
    m_messages->show(
        MessageBar::Tone::Information,
        tr("The imported text is for %1, and this window works in %2.").arg(imported.region, session->place().region),
        tr("&Switch to %1").arg(imported.region), [this, region = imported.region] { m_keeper.openRegion(region); });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    const bool oneFile = urls.size() == 1 && urls.first().isLocalFile();
    if (oneFile || (urls.isEmpty() && event->mimeData()->hasText()))
        event->acceptProposedAction();
}

/// A script, an archive or a folder is uploaded, a document is opened; whatever else there is may be a command.
void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    const QMimeData &dropped = *event->mimeData();
    if (dropped.urls().isEmpty()) {
        importFrom([text = dropped.text()](ImportDialog &dialog) { dialog.setText(text); });
        return;
    }
    const QString path = dropped.urls().first().toLocalFile();
    if (m_upload && UploadDrop::takes(path))
        m_upload->ask(path);
    else if (DocumentFiles::takes(path))
        m_files->open(path);
    else
        importFrom([path](ImportDialog &dialog) { dialog.openFile(path); });
}

} // namespace braketeer::gui
