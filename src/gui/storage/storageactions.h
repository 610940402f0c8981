#pragma once

#include "gui/storage/listingmodel.h"
#include "gui/storage/storageaccess.h"

#include <QObject>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace braketeer::gui {

class StorageBrowser;

/// What can be done to the rows of a browser. Each member acts on what is selected when it is called.
class StorageActions final : public QObject
{
    Q_OBJECT
public:
    explicit StorageActions(StorageBrowser &browser);

    void copyUri();
    void copyUrl();
    void copyArn();
    void presign();
    void preview();
    void previewObject(const ListedObject &object);
    void showProperties();
    void makeFolder();
    void remove();
    void download();
    void uploadFiles();
    void uploadFolder();
    /// Asks, then sends what was dropped to the folder shown.
    void uploadDropped(const QStringList &paths);

    bool canUpload() const;

Q_SIGNALS:
    void uploadWanted(const QString &path, const braketeer::core::S3Uri &place);
    void downloadWanted(const braketeer::core::S3Uri &place, const QString &path, bool replace);
    void said(const QString &sentence);
    void failed(const braketeer::core::Error &error);

private:
    std::shared_ptr<const StorageAccess> access() const;
    void copy(const std::function<QString(const core::S3Uri &)> &text);
    void upload(const QStringList &paths, const core::S3Uri &folder);
    void chooseAndUpload(bool wholeFolder);
    QCoro::Task<> make(core::S3Uri place);
    void downloadInto(const QString &folder, const QList<ListedObject> &objects);
    QWidget *window() const;

    StorageBrowser &m_browser;
};

} // namespace braketeer::gui
