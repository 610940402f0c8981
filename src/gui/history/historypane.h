#pragma once

#include "store/history/submission.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QMenu;

namespace Ui {
class HistoryPane;
} // namespace Ui

namespace braketeer::gui {

class HistoryModel;

/// The table of created jobs with its search line, its context menu and a sentence where there is nothing to show.
///
/// Asks by signals and does nothing itself: what a person wants done reaches the window, which knows how.
class HistoryPane final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPane(HistoryModel &model, QWidget *parent = nullptr);
    ~HistoryPane() override;

    /// Selects a submission and scrolls to it; when it is not there yet, as soon as it is.
    void select(qint64 id);
    /// The selected submission; nothing when none is.
    std::optional<store::Submission> selected() const;
    void focusSearch();
    /// What the keyboard goes to.
    QWidget *tableView() const;
    /// Widths and order of the columns, for the next start; anything else than what saveColumns() gave is passed over.
    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &columns);
    /// Puts the ARN of the selected job on the clipboard.
    void copyArn();
    /// Replaces the sentence of the empty state: why there is no history, and what to do. Empty: the usual one.
    void setNotice(const QString &notice);

Q_SIGNALS:
    /// Words to search for; empty: everything.
    void searchChanged(const QString &words);
    void cloneWanted(const braketeer::store::Submission &submission);
    void cancelWanted(const braketeer::store::Submission &submission);
    void resolveWanted(const braketeer::store::Submission &submission);
    void forgetWanted(const braketeer::store::Submission &submission);
    void refreshWanted();
    void arnCopied(const QString &arn);

private:
    QAction *addEntry(const char *name, const QString &text, const QString &iconName, const QKeySequence &keys);
    void makeMenu();
    void updateEntries();
    void updateEmptyState();
    void sizeColumns();
    void showMenu(const QPoint &at);
    void selectWaiting();

    const std::unique_ptr<Ui::HistoryPane> m_ui;
    HistoryModel &m_model;
    QMenu *m_menu = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_clone = nullptr;
    QAction *m_resolve = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_forget = nullptr;
    QString m_notice;
    qint64 m_wanted = 0; ///< id to select as soon as its row is there; 0: none
};

} // namespace braketeer::gui
