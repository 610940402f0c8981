#include "gui/shell/historyactions.h"

#include "exchange/document.h"
#include "flows/canceljob.h"
#include "gui/access/sessionkeeper.h"
#include "gui/history/historypane.h"
#include "gui/job/jobdocument.h"
#include "store/history/history.h"

#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

HistoryActions::HistoryActions(JobDocument &document, SessionKeeper &keeper, QWidget &window)
    : QObject(&window), m_document(document), m_keeper(keeper), m_window(window)
{
}

void HistoryActions::follow(const HistoryPane &pane)
{
    connect(&pane, &HistoryPane::cloneWanted, this,
            [this](const store::Submission &submission) { clone(m_keeper.session(), submission.id); });
    connect(&pane, &HistoryPane::cancelWanted, this, [this](const store::Submission &submission) {
        confirm(tr("Cancel the job %1?").arg(submission.jobName),
                tr("Braket stops it as soon as it can. A cancelled job cannot be continued."), tr("Cancel the &job"),
                [this, arn = submission.jobArn] { cancel(m_keeper.session(), arn); });
    });
    connect(&pane, &HistoryPane::forgetWanted, this, [this](const store::Submission &submission) {
        confirm(tr("Forget %1?").arg(submission.jobName),
                tr("Its row, its request and its ARN are removed from this computer. The job itself goes on."),
                tr("&Forget"), [this, id = submission.id] { forget(m_keeper.session(), id); });
    });
}

void HistoryActions::confirm(const QString &question, const QString &more, const QString &yes,
                             std::function<void()> call)
{
    auto *box = new QMessageBox(QMessageBox::Question, question, question, QMessageBox::Cancel, &m_window);
    box->setObjectName(u"confirmBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(more);
    const QPushButton *const doIt = box->addButton(yes, QMessageBox::AcceptRole);
    box->button(QMessageBox::Cancel)->setText(tr("&Keep"));
    connect(doIt, &QAbstractButton::clicked, this, [call = std::move(call)] { call(); });
    box->open();
}

QCoro::Task<> HistoryActions::clone(std::shared_ptr<flows::Session> session, qint64 id)
{
    const QPointer<HistoryActions> self(this);
    const auto history = co_await session->history();
    if (!self || !history)
        co_return;
    const auto submission = co_await (*history)->get(id);
    if (!self)
        co_return;
    if (!submission) {
        Q_EMIT failed(submission.error());
        co_return;
    }
    auto spec = exchange::readDocument(submission->request, exchange::Format::Json);
    if (!spec) {
        Q_EMIT failed(spec.error());
        co_return;
    }
    spec->remove(job::Path::parse(u"clientToken")); // another job, not the same submission again
    m_document.replace(std::move(*spec), tr("Open the request of %1").arg(submission->jobName));
    m_document.setFileName({});
    Q_EMIT cloned();
}

QCoro::Task<> HistoryActions::cancel(std::shared_ptr<flows::Session> session, QString jobArn)
{
    const QPointer<HistoryActions> self(this);
    const auto receipt = co_await flows::cancelJob(std::move(session), std::move(jobArn));
    if (!self)
        co_return;
    if (receipt)
        Q_EMIT said(tr("Braket was asked to stop the job: %1.").arg(receipt->status));
    else
        Q_EMIT failed(receipt.error());
}

QCoro::Task<> HistoryActions::forget(std::shared_ptr<flows::Session> session, qint64 id)
{
    const QPointer<HistoryActions> self(this);
    const auto history = co_await session->history();
    if (!self || !history)
        co_return;
    const auto forgotten = co_await (*history)->forget(id);
    if (self && !forgotten)
        Q_EMIT failed(forgotten.error());
}

} // namespace braketeer::gui
