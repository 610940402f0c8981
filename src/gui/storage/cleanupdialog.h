#pragma once

#include "core/canceltoken.h"
#include "flows/transfer/abandoned.h"

#include <QDialog>

#include <memory>

namespace Ui {
class CleanUpDialog;
} // namespace Ui

namespace braketeer::gui {

/// Lists a bucket's unfinished uploads and takes those away that a person selects.
class CleanUpDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit CleanUpDialog(std::shared_ptr<flows::Session> session, QWidget *parent = nullptr);
    ~CleanUpDialog() override;

    void setBucket(const QString &bucket);

private:
    QCoro::Task<> find();
    QCoro::Task<> abortSelected();
    void updateButton();

    const std::unique_ptr<Ui::CleanUpDialog> m_ui;
    const std::shared_ptr<flows::Session> m_session;
    QList<flows::AbandonedUpload> m_uploads;
    QPushButton *m_abort;
    core::CancelToken m_cancel;
};

} // namespace braketeer::gui
