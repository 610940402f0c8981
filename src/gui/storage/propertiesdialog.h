#pragma once

#include "core/canceltoken.h"
#include "gui/storage/listingmodel.h"
#include "gui/storage/storageaccess.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QLabel;
QT_END_NAMESPACE

namespace braketeer::gui {

/// Everything that S3 says about one object; of a folder or a bucket what is known, and its region.
class PropertiesDialog final : public QDialog
{
    Q_OBJECT
public:
    PropertiesDialog(std::shared_ptr<const StorageAccess> access, const ListedObject &object, QWidget *parent);
    ~PropertiesDialog() override;

private:
    void add(const QString &title, const QString &text, const char *name);
    QCoro::Task<> ask(core::S3Uri place);
    QCoro::Task<> askRegion(QString bucket);
    void showFacts(const flows::ObjectFacts &facts);

    const std::shared_ptr<const StorageAccess> m_access;
    QFormLayout *m_form;
    QLabel *m_note;
    core::CancelToken m_cancel;
};

} // namespace braketeer::gui
