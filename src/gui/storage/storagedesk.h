#pragma once

#include "core/error.h"
#include "gui/storage/placememory.h"
#include "gui/storage/storageaccess.h"
#include "gui/storage/transfersmodel.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace braketeer::flows {
class TransferQueue;
} // namespace braketeer::flows

namespace braketeer::gui {

class StoragePane;
class TransfersPane;

/// What all S3 views of one window share: the session, the places remembered, the queue of transfers. Makes the panes
/// and listens to them; the queue is made with the first transfer.
class StorageDesk final : public QObject
{
    Q_OBJECT
public:
    explicit StorageDesk(std::shared_ptr<store::Settings> settings, QObject *parent = nullptr);
    ~StorageDesk() override;

    /// Another session. Transfers of the one before are stopped and kept; they come back with it.
    void setSession(std::shared_ptr<flows::Session> session);

    const std::shared_ptr<flows::Session> &session() const { return m_session; }

    /// What views ask S3 with; null without a session.
    const std::shared_ptr<const StorageAccess> &access() const { return m_access; }

    PlaceMemory &memory() { return m_memory; }

    TransfersModel &transfers() { return m_transfers; }

    StoragePane *makePane(QWidget *parent);
    TransfersPane *makeTransfersPane(QWidget *parent);
    /// Puts the cursor into the pane's line for the place, where there is a pane.
    void focusPath();

    /// Sends a file; its id in the queue, 0 without a session.
    qint64 upload(const QString &path, const core::S3Uri &place);
    /// `replace`: a file that is there may go; else the transfer fails where there is one.
    qint64 download(const core::S3Uri &place, const QString &path, bool replace);

Q_SIGNALS:
    void accessChanged();
    void said(const QString &sentence);
    void failed(const braketeer::core::Error &error);
    /// Something is on its way after a time of nothing: the pane is worth showing.
    void transferAdded();
    /// Done, failed or cancelled.
    void transferEnded(const braketeer::flows::TransferStatus &status);
    /// Bytes move, or the last of them have: see TransfersModel::unfinishedCount().
    void transfersChanged();

private:
    flows::TransferQueue *queue();
    void follow(flows::TransferQueue &queue);
    QCoro::Task<> restore();
    void showEnd(const flows::TransferStatus &status);
    void openCleanUp(QWidget *parent);

    PlaceMemory m_memory;
    TransfersModel m_transfers;
    std::shared_ptr<flows::Session> m_session;
    std::shared_ptr<const StorageAccess> m_access;
    std::unique_ptr<flows::TransferQueue> m_queue;
    QPointer<StoragePane> m_pane;
};

} // namespace braketeer::gui
