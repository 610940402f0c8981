#pragma once

#include "core/canceltoken.h"
#include "gui/storage/listingmodel.h"
#include "gui/storage/storageaccess.h"

#include <QObject>

namespace braketeer::gui {

/// Folders and objects of S3 that are to become files of a folder here. All are found first; where files would be
/// replaced, a person is asked once, with their number.
class FolderDownload final : public QObject
{
    Q_OBJECT
public:
    /// The question stands before `window`.
    FolderDownload(std::shared_ptr<const StorageAccess> access, const QString &folder, QWidget &window,
                   QObject *parent = nullptr);
    ~FolderDownload() override;

    void start(const QList<ListedObject> &objects);

Q_SIGNALS:
    /// This object is to be fetched into this file; `replace`: one that is there may go.
    void wanted(const braketeer::core::S3Uri &place, const QString &path, bool replace);
    void said(const QString &sentence);
    void failed(const braketeer::core::Error &error);
    /// After all signals, also where nothing is to be fetched.
    void ended();

private:
    struct File
    {
        core::S3Uri place;
        QString path;
        bool isThere = false;
    };

    enum class Existing { Replace, Skip };

    QCoro::Task<> find(QList<ListedObject> objects);
    void add(const core::S3Uri &place, qsizetype topLength);
    void ask(int existing);
    void send(Existing existing);
    void sayUnusable();

    const std::shared_ptr<const StorageAccess> m_access;
    const QString m_folder;
    QWidget &m_window;
    QList<File> m_files;
    int m_unusable = 0; ///< keys that cannot be names of files
    core::CancelToken m_cancel;
};

} // namespace braketeer::gui
