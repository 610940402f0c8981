#pragma once

#include "flows/lastjob.h"
#include "job/findings.h"

#include <QCoroTask>

#include <QWidget>

#include <memory>

class QFormLayout;
class QLabel;
class QTreeWidgetItem;

namespace Ui {
class ReviewPage;
} // namespace Ui

namespace braketeer::gui {

struct FlatMember;
class JobDocument;
class SessionKeeper;

/// The last look before a job is created: who and where, everything that will be sent, what was found; then one button.
///
/// Errors block and lead to their fields; warnings have to be confirmed. Account and identity are asked for when the
/// page is shown; until they are known they read "…", and the button does not wait for them. Where a job of the same
/// name was created before, what differs from it is marked, and its value stands beside.
class ReviewPage final : public QWidget
{
    Q_OBJECT
public:
    ReviewPage(JobDocument &document, SessionKeeper &keeper, QWidget *parent = nullptr);
    ~ReviewPage() override;

    /// Puts the focus where one keystroke goes on: the button, or what must be done before.
    void focusNext();
    /// No second job while one is on its way.
    void setBusy(bool busy);
    /// Creates the job if nothing stands in the way, else puts the focus on what does.
    void confirm();

Q_SIGNALS:
    void createWanted();
    void backWanted();
    void jumpWanted(const braketeer::job::Finding &finding);

private:
    void showEvent(QShowEvent *event) override;
    void refresh();
    void showPlace();
    void showFindings();
    void showMembers();
    QTreeWidgetItem *memberRow(const FlatMember &member) const;
    QList<QTreeWidgetItem *> missingRows(const QList<FlatMember> &members) const;
    QCoro::Task<> compare(std::shared_ptr<flows::Session> session, QString jobName);
    void updateButton();

    JobDocument &m_document;
    SessionKeeper &m_keeper;
    const std::unique_ptr<Ui::ReviewPage> m_ui;
    job::Findings m_shownFindings;
    std::optional<flows::LastJob> m_last; ///< of the name that the document has
    QList<FlatMember> m_lastMembers;
    bool m_busy = false;
    bool m_blocked = false;
    int m_warnings = 0;
};

} // namespace braketeer::gui
