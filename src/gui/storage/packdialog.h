#pragma once

#include "core/s3uri.h"
#include "flows/pack/packfolder.h"

#include <QDialog>
#include <QTemporaryDir>

#include <memory>

namespace Ui {
class PackDialog;
} // namespace Ui

namespace braketeer::gui {

class EntryPointList;

/// Shows what of a folder (or a Python file) would go into the script archive, packs it into a temporary file and says
/// where it is and where it should go. Uploads nothing itself.
class PackDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `target` is suggested, and can be changed.
    PackDialog(const QString &place, const core::S3Uri &target, QWidget *parent = nullptr);
    ~PackDialog() override;

    void setTarget(const core::S3Uri &target);

Q_SIGNALS:
    /// The archive stands at `path`, in `folder`, which goes with the last who holds it.
    void packed(const QString &path, const std::shared_ptr<QTemporaryDir> &folder, const braketeer::core::S3Uri &target,
                const QString &entryPoint);

private:
    QCoro::Task<> plan();
    QCoro::Task<> pack();
    void showPlan(const flows::PackPreview &preview);
    void updateButton();
    void showTrouble(const core::Error &error);

    const std::unique_ptr<Ui::PackDialog> m_ui;
    const QString m_place;
    EntryPointList *m_entryPoints;
    QPushButton *m_pack;
    archive::PackPlan m_plan;
    core::CancelToken m_cancel;
    bool m_ready = false;
};

} // namespace braketeer::gui
