#include "gui/storage/storagedesk.h"

#include "flows/transfer/queue.h"
#include "gui/storage/cleanupdialog.h"
#include "gui/storage/storagebrowser.h"
#include "gui/storage/storagepane.h"
#include "gui/storage/storagewords.h"
#include "gui/storage/transferspane.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

StorageDesk::StorageDesk(std::shared_ptr<store::Settings> settings, QObject *parent)
    : QObject(parent), m_memory(std::move(settings))
{
}

StorageDesk::~StorageDesk() = default;

void StorageDesk::setSession(std::shared_ptr<flows::Session> session)
{
    m_queue.reset();
    m_transfers.clear();
    m_session = std::move(session);
    m_access = m_session ? accessOf(m_session) : nullptr;
    if (m_access) {
        m_memory.setOwner(m_access->owner);
        const QHash<QString, flows::BucketTerms> remembered = m_memory.terms();
        for (auto bucket = remembered.cbegin(); bucket != remembered.cend(); ++bucket)
            m_access->setTerms(bucket.key(), bucket.value());
    }
    if (m_pane)
        m_pane->setAccess(m_access);
    Q_EMIT accessChanged();
    Q_EMIT transfersChanged();
}

StoragePane *StorageDesk::makePane(QWidget *parent)
{
    m_pane = new StoragePane(m_memory, parent);
    m_pane->setAccess(m_access);
    connect(m_pane, &StoragePane::uploadWanted, this, &StorageDesk::upload);
    connect(m_pane, &StoragePane::downloadWanted, this, &StorageDesk::download);
    connect(m_pane, &StoragePane::said, this, &StorageDesk::said);
    connect(m_pane, &StoragePane::failed, this, &StorageDesk::failed);
    return m_pane;
}

void StorageDesk::focusPath()
{
    if (m_pane)
        m_pane->focusPath();
}

TransfersPane *StorageDesk::makeTransfersPane(QWidget *parent)
{
    auto *pane = new TransfersPane(m_transfers, parent);
    const auto tell = [this, pane](void (TransfersPane::*signal)(qint64), void (flows::TransferQueue::*call)(qint64)) {
        connect(pane, signal, this, [this, call](qint64 id) {
            if (m_queue)
                (m_queue.get()->*call)(id);
        });
    };
    tell(&TransfersPane::pauseWanted, &flows::TransferQueue::pause);
    tell(&TransfersPane::resumeWanted, &flows::TransferQueue::resume);
    tell(&TransfersPane::cancelWanted, &flows::TransferQueue::cancel);
    tell(&TransfersPane::retryWanted, &flows::TransferQueue::retry);
    tell(&TransfersPane::removeWanted, &flows::TransferQueue::remove);
    connect(pane, &TransfersPane::cleanUpWanted, this, [this, pane] { openCleanUp(pane->window()); });
    restore(); // what an earlier run left unfinished is shown with the pane
    return pane;
}

void StorageDesk::openCleanUp(QWidget *parent)
{
    if (!m_session)
        return;
    auto *dialog = new CleanUpDialog(m_session, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const bool inBucket = m_pane && !m_pane->browser().navigator().isInBuckets();
    const QList<core::S3Uri> recents = m_memory.recents();
    if (inBucket)
        dialog->setBucket(m_pane->browser().navigator().place().bucket);
    else if (!recents.isEmpty())
        dialog->setBucket(recents.constFirst().bucket);
    dialog->open();
}

flows::TransferQueue *StorageDesk::queue()
{
    if (!m_queue && m_session) {
        m_queue = std::make_unique<flows::TransferQueue>(m_session);
        follow(*m_queue);
    }
    return m_queue.get();
}

void StorageDesk::follow(flows::TransferQueue &queue)
{
    const auto take = [this, &queue](qint64 id) {
        if (const auto status = queue.transfer(id))
            m_transfers.take(*status);
        Q_EMIT transfersChanged();
    };
    connect(&queue, &flows::TransferQueue::added, this, take);
    connect(&queue, &flows::TransferQueue::added, this, [this] {
        const int unfinished = m_transfers.unfinishedCount(flows::Direction::Upload)
                               + m_transfers.unfinishedCount(flows::Direction::Download);
        if (unfinished == 1) // the first of a thousand is enough to show the pane
            Q_EMIT transferAdded();
    });
    connect(&queue, &flows::TransferQueue::changed, this, take);
    connect(&queue, &flows::TransferQueue::removed, this, [this](qint64 id) {
        m_transfers.remove(id);
        Q_EMIT transfersChanged();
    });
    connect(&queue, &flows::TransferQueue::finished, this, [this, &queue](qint64 id) {
        if (const auto status = queue.transfer(id))
            showEnd(*status);
    });
}

QCoro::Task<> StorageDesk::restore()
{
    if (flows::TransferQueue *const transfers = queue())
        co_await transfers->restore();
}

qint64 StorageDesk::upload(const QString &path, const core::S3Uri &place)
{
    flows::TransferQueue *const transfers = queue();
    return transfers ? transfers->upload(path, place) : 0;
}

qint64 StorageDesk::download(const core::S3Uri &place, const QString &path, bool replace)
{
    flows::TransferOptions options;
    options.overwrite = replace;
    flows::TransferQueue *const transfers = queue();
    return transfers ? transfers->download(place, path, options) : 0;
}

void StorageDesk::showEnd(const flows::TransferStatus &status)
{
    Q_EMIT transferEnded(status);
    const QString name = QFileInfo(status.path).fileName();
    if (status.state == flows::TransferState::Failed && status.error)
        Q_EMIT failed(*status.error);
    else if (status.state == flows::TransferState::Done)
        Q_EMIT said(status.direction == flows::Direction::Upload ? tr("Uploaded %1").arg(name)
                                                                 : tr("Downloaded %1").arg(name));
    // An upload into the folder shown is seen there.
    if (m_pane && status.state == flows::TransferState::Done && status.direction == flows::Direction::Upload
        && m_pane->browser().navigator().folder() == folderOf(status.place)
        && m_transfers.unfinishedCount(flows::Direction::Upload) == 0) {
        m_pane->browser().navigator().reload();
        m_pane->browser().selectKey(status.place.key);
    }
}

} // namespace braketeer::gui
