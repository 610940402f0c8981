#pragma once

#include "core/canceltoken.h"
#include "gui/storage/listingmodel.h"
#include "gui/storage/storageaccess.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace braketeer::gui {

/// Counts what would be deleted (folders by listing them), asks with the number and the total size, then deletes and
/// shows how far it is. Cancel stops at any point; what is gone by then stays gone.
class DeleteDialog final : public QDialog
{
    Q_OBJECT
public:
    DeleteDialog(std::shared_ptr<const StorageAccess> access, QList<ListedObject> objects, QWidget *parent);
    ~DeleteDialog() override;

Q_SIGNALS:
    /// At the end, also at one that came early, unless nothing was deleted.
    void deleted(int count);

private:
    QCoro::Task<> count();
    QCoro::Task<> carryOut();
    void showCount(bool complete);
    void showTrouble(const core::Error &error);

    const std::shared_ptr<const StorageAccess> m_access;
    const QList<ListedObject> m_objects;
    QList<core::S3Uri> m_found;
    qint64 m_bytes = 0;
    core::CancelToken m_cancel;
    QLabel *m_question;
    QLabel *m_details;
    QPushButton *m_yes;
    int m_done = 0;
};

} // namespace braketeer::gui
