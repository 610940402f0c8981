#pragma once

#include "core/canceltoken.h"
#include "gui/storage/listingmodel.h"
#include "gui/storage/storageaccess.h"

#include <QDialog>
#include <QImage>

QT_BEGIN_NAMESPACE
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace braketeer::gui {

/// The beginning of an object: text, JSON, the head of a table, an image, or bytes.
///
/// Reads the first 64 KiB; of an image all, up to 4 MiB, and shows none of more than 16 million pixels.
class PreviewDialog final : public QDialog
{
    Q_OBJECT
public:
    PreviewDialog(std::shared_ptr<const StorageAccess> access, const ListedObject &object, QWidget *parent);
    ~PreviewDialog() override;

private:
    QCoro::Task<> read();
    void show(const QByteArray &bytes);
    void showText(const QString &text, bool wrap);
    void showTable(const QByteArray &bytes);
    void decode(const QByteArray &bytes);
    void showImage(const QImage &image, QSize size, const QString &trouble);
    void put(QWidget *content);

    const std::shared_ptr<const StorageAccess> m_access;
    const ListedObject m_object;
    QVBoxLayout *m_layout;
    QLabel *m_note;
    core::CancelToken m_cancel;
};

} // namespace braketeer::gui
