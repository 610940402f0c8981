#pragma once

#include "job/jobspec.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SaveTemplateDialog;
} // namespace Ui

namespace braketeer::gui {

/// Keeps a job as a template in the person's folder, under a name and a description. Places are put into the file with
/// an editor; the dialog says where it is. Open it with open(); accepted() means that the file was written.
class SaveTemplateDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `folder` is store::templatesFolder().
    SaveTemplateDialog(job::JobSpec spec, QString folder, QWidget *parent = nullptr);
    ~SaveTemplateDialog() override;

    /// The file that was written; empty before.
    QString path() const { return m_path; }

    void accept() override;

private:
    const job::JobSpec m_spec;
    const QString m_folder;
    const std::unique_ptr<Ui::SaveTemplateDialog> m_ui;
    QString m_path;
};

} // namespace braketeer::gui
