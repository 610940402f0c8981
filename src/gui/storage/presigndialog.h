#pragma once

#include "gui/storage/storageaccess.h"

#include <QDialog>

#include <memory>

namespace Ui {
class PresignDialog;
} // namespace Ui

namespace braketeer::gui {

/// Makes a URL that works without keys until a time that is chosen here.
class PresignDialog final : public QDialog
{
    Q_OBJECT
public:
    PresignDialog(std::shared_ptr<const StorageAccess> access, core::S3Uri place, QWidget *parent);
    ~PresignDialog() override;

private:
    QCoro::Task<> sign();

    const std::unique_ptr<Ui::PresignDialog> m_ui;
    const std::shared_ptr<const StorageAccess> m_access;
    const core::S3Uri m_place;
    int m_question = 0; ///< an answer to an earlier one is dropped
};

} // namespace braketeer::gui
