#pragma once

#include "flows/transfer/transfer.h"

#include <QWidget>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
QT_END_NAMESPACE

namespace Ui {
class TransfersPane;
} // namespace Ui

namespace braketeer::gui {

class TransfersModel;

/// Files on their way: how far they are, and what can be done about them. Asks by signals and does nothing itself.
class TransfersPane final : public QWidget
{
    Q_OBJECT
public:
    explicit TransfersPane(TransfersModel &model, QWidget *parent = nullptr);
    ~TransfersPane() override;

    /// What the keyboard goes to.
    QWidget *tableView() const;

Q_SIGNALS:
    void pauseWanted(qint64 id);
    void resumeWanted(qint64 id);
    void cancelWanted(qint64 id);
    void retryWanted(qint64 id);
    void removeWanted(qint64 id);
    /// Unfinished uploads in the buckets that were used are to be looked for.
    void cleanUpWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    using Fits = bool (*)(flows::TransferState);

    /// An action that concerns the selected rows whose state `fits`.
    QAction *addAction(const char *name, const QString &text, const char *icon, Fits fits,
                       void (TransfersPane::*wanted)(qint64));
    void makeActions();
    void makeTable();
    void sizeColumns();
    void update();
    void clearFinished();
    void showFolder();
    QList<flows::TransferStatus> selected() const;

    const std::unique_ptr<Ui::TransfersPane> m_ui;
    TransfersModel &m_model;
    QMenu *m_menu;
    QList<std::pair<QAction *, Fits>> m_stateActions;
    QAction *m_clear = nullptr;
    QAction *m_folder = nullptr;
};

} // namespace braketeer::gui
