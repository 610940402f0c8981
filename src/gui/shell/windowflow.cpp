#include "gui/access/addkeysdialog.h"
#include "gui/access/placechooser.h"
#include "gui/command/commandpane.h"
#include "gui/history/historyfeed.h"
#include "gui/history/historypane.h"
#include "gui/job/sectionpage.h"
#include "gui/shell/documentfiles.h"
#include "gui/shell/draftkeeper.h"
#include "gui/shell/findingspane.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/messagebar.h"
#include "gui/shell/panes.h"
#include "gui/shell/resendquestion.h"
#include "gui/shell/reviewpage.h"
#include "gui/shell/samplejob.h"
#include "gui/shell/sectionlist.h"
#include "gui/shell/sectionstack.h"
#include "gui/shell/statusline.h"
#include "gui/shell/submitter.h"
#include "gui/storage/storagedesk.h"
#include "store/paths.h"
#include "store/settings/settings.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

// MainWindow, third part: what follows from a person's or the service's doing.
namespace braketeer::gui {

void MainWindow::enterSession()
{
    const auto session = m_keeper.session();
    const flows::Place &place = session->place();
    m_status->showPlace(place);
    m_editContext.setRegion(place.region);
    m_document.setRegion(place.region);
    m_commandPane->setPlace(place.profile, place.region, place.endpointUrl);
    m_historyPane->setNotice({});
    m_historyFeed->setSession(session);
    m_storage->setSession(session);
    if (!place.demo) {
        m_backstage.settings->set(store::setting::profile, place.profile);
        m_backstage.settings->set(store::setting::region, m_keeper.options().region);
    }
    useDraft(place.demo);
    resolve();
}

void MainWindow::useDraft(bool demo)
{
    const QString draftFile = store::draftFile(m_backstage.dataFolder, demo);
    if (draftFile == m_draftFile)
        return;
    m_draftFile = draftFile;
    // Another place's draft comes when there is one; else what is in the window is taken along.
    const bool empty = m_document.spec() == job::JobSpec();
    if (!m_drafts->open(draftFile) && demo && empty)
        m_document.reset(sampleJob());
    if (!m_fileToOpen.isEmpty())
        m_files->open(std::exchange(m_fileToOpen, QString()));
}

void MainWindow::check()
{
    m_stack->showAllFindings();
    m_panes->raise(Panes::Pane::Findings);
    if (m_document.findings().isEmpty())
        m_status->say(tr("Checked: nothing to mend."));
    else
        m_findingsPane->tableView()->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::createJob()
{
    if (m_review && m_stack->currentWidget() == m_review) {
        m_review->confirm();
        return;
    }
    m_stack->showAllFindings();
    showRow(m_list->reviewRow());
    focusForm();
}

void MainWindow::jumpTo(const job::Finding &finding)
{
    showRow(m_stack->jumpTo(finding.path));
}

void MainWindow::showRow(int row)
{
    if (row < 0)
        return;
    if (row == m_list->reviewRow()) {
        m_stack->setCurrentWidget(&review());
    } else {
        m_stack->showSection(row);
        m_formRow = row;
    }
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentRow(row);
}

void MainWindow::focusForm()
{
    if (m_review && m_stack->currentWidget() == m_review)
        m_review->focusNext();
    else
        m_stack->page(m_formRow).focusFirst();
}

ReviewPage &MainWindow::review()
{
    if (!m_review) {
        m_review = new ReviewPage(m_document, m_keeper, m_stack);
        m_review->setBusy(m_submitter->isBusy());
        m_stack->addWidget(m_review);
        connect(m_review, &ReviewPage::createWanted, this, [this] { submit(true); });
        connect(m_review, &ReviewPage::jumpWanted, this, &MainWindow::jumpTo);
        connect(m_review, &ReviewPage::backWanted, this, [this] {
            showRow(m_formRow);
            focusForm();
        });
    }
    return *m_review;
}

void MainWindow::submit(bool record)
{
    m_messages->dismiss();
    m_submitter->submit(m_keeper.session(), m_document.spec(), record);
}

void MainWindow::jobCreated(const flows::Receipt &receipt)
{
    const auto copyArn = [this, arn = receipt.jobArn] {
        QGuiApplication::clipboard()->setText(arn);
        m_status->say(tr("Copied: %1").arg(arn));
    };
    m_panes->raise(Panes::Pane::History);
    m_historyPane->select(receipt.submissionId);
    if (m_stack->currentWidget() == m_review)
        m_historyPane->tableView()->setFocus(Qt::OtherFocusReason); // who types on is left alone
    if (receipt.notStored)
        m_messages->show(MessageBar::Tone::Warning,
                         tr("The job was created, but its ARN could not be stored: %1 Keep the ARN: %2")
                             .arg(receipt.notStored->message, receipt.jobArn),
                         tr("Copy &ARN"), copyArn);
    else
        m_messages->show(MessageBar::Tone::Success, tr("The job was created: %1").arg(receipt.jobArn), tr("Copy &ARN"),
                         copyArn);
}

void MainWindow::submissionFailed(const core::Error &error)
{
    if (error.kind == core::Error::Kind::Store)
        m_messages->show(MessageBar::Tone::Problem, tr("Nothing was sent. %1").arg(error.text()),
                         tr("Create without a &record"), [this] { submit(false); });
    else
        m_messages->showError(error);
    if (error.outcomeUnknown)
        resolve();
}

void MainWindow::resolve()
{
    m_submitter->resolve(m_keeper.session(), m_keeper.opener(), std::make_shared<ResendQuestion>(*this));
}

void MainWindow::whoAmI()
{
    m_identityWanted = true;
    if (m_keeper.identity())
        tellIdentity();
    else
        m_keeper.identify();
}

void MainWindow::tellIdentity()
{
    if (!m_identityWanted)
        return;
    if (const auto &error = m_keeper.identityError()) {
        m_identityWanted = false;
        m_messages->showError(*error);
    } else if (const auto &identity = m_keeper.identity()) {
        m_identityWanted = false;
        m_messages->show(MessageBar::Tone::Information,
                         tr("Account %1, %2, by %3, in %4.")
                             .arg(identity->account, identity->arn, identity->source, identity->region));
    }
}

void MainWindow::addKeys()
{
    auto *dialog = new AddKeysDialog(m_backstage.vault, m_backstage.settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const QString name = dialog->name();
        m_chooser->reloadProfiles();
        m_messages->show(MessageBar::Tone::Success, tr("The keys “%1” are in the keychain.").arg(name),
                         tr("&Use them now"), [this, name] { m_keeper.openProfile(name); });
    });
    dialog->open();
}

void MainWindow::about()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Braketeer"),
                                tr("Braketeer %1").arg(QCoreApplication::applicationVersion()), QMessageBox::Close,
                                this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Launches Amazon Braket hybrid jobs from the desktop.\n\n"
                               "Free software under the GNU General Public License, version 3 or later. "
                               "It comes without any warranty."));
    box->open();
}

void MainWindow::updateTitle()
{
    QString name = QFileInfo(m_document.fileName()).fileName();
    const bool named = !name.isEmpty();
    if (!named)
        name = m_document.text(job::Path::parse(u"jobName"));
    if (name.isEmpty())
        name = tr("New job");
    setWindowTitle(u"%1[*] — Braketeer"_s.arg(name));
    setWindowModified(named && m_document.isModified());
}

void MainWindow::updateFindings()
{
    // What only informs is listed, but there is nothing to do about it.
    const auto asks = [](const job::Finding &finding) {
        return finding.severity == job::Severity::Error || finding.severity == job::Severity::Warning;
    };
    m_panes->setCount(Panes::Pane::Findings, int(std::ranges::count_if(m_document.findings(), asks)));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_drafts->flush();
    keepLayout();
    if (!isWindowModified()) {
        event->accept();
        return;
    }
    event->ignore();
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Save changes?"),
        tr("%1 has changes that are not saved.").arg(QFileInfo(m_document.fileName()).fileName()),
        QMessageBox::Save | QMessageBox::Cancel, this);
    box->setObjectName(u"saveChangesBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("The draft is kept either way and comes back at the next start."));
    const QPushButton *const without = box->addButton(tr("Close &without saving"), QMessageBox::DestructiveRole);
    const auto leave = [this] {
        setWindowModified(false); // the draft has it
        close();
    };
    connect(without, &QAbstractButton::clicked, this, leave);
    connect(box->button(QMessageBox::Save), &QAbstractButton::clicked, this, [this, leave] { m_files->save(leave); });
    box->open();
}

} // namespace braketeer::gui
