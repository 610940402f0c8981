#pragma once

#include "core/s3uri.h"
#include "core/task.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QTemporaryDir;

namespace braketeer::flows {
struct TransferStatus;
} // namespace braketeer::flows

namespace braketeer::gui {

class JobDocument;
class StorageDesk;

/// A local file or folder becomes the job's script: asks where to upload (the default place for code is suggested),
/// packs a folder or Python file first, and fills in the form in one undo step when the upload has arrived.
class UploadDrop final : public QObject
{
    Q_OBJECT
public:
    UploadDrop(JobDocument &document, StorageDesk &desk, QWidget &window);
    ~UploadDrop() override;

    /// `path`: a folder or .py file, which is packed; any other file goes as it is.
    void ask(const QString &path);
    void askForFile();
    void askForFolder();

    /// What is dropped on the window is for here, and not a job document to open.
    static bool takes(const QString &path);

private:
    /// What is to be filled in when the upload has arrived.
    struct Waiting
    {
        core::S3Uri place;
        QString entryPoint;
        bool archive = false; ///< gzip
        std::shared_ptr<QTemporaryDir> folder;
    };

    void choose(bool folder);
    void askPack(const QString &path);
    void askFile(const QString &path);
    QCoro::Task<> suggest(QString fileName, std::function<void(core::S3Uri)> take);
    void send(const QString &path, const Waiting &waiting);
    void arrived(const flows::TransferStatus &status);

    JobDocument &m_document;
    StorageDesk &m_desk;
    QWidget &m_window;
    QHash<qint64, Waiting> m_waiting; ///< by the transfer's id
};

} // namespace braketeer::gui
