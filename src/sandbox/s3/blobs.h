#pragma once

#include "sandbox/http/message.h"

#include <QString>

#include <memory>
#include <mutex>
#include <optional>

class QTemporaryDir;

namespace braketeer::sandbox::s3 {

/// A file that is being written, deleted unless it is kept.
class NewBlob final
{
public:
    NewBlob(QString path, QByteArray name);
    ~NewBlob();
    NewBlob(const NewBlob &) = delete;
    NewBlob &operator=(const NewBlob &) = delete;

    bool isOpen() const { return m_descriptor >= 0; }

    /// False where the disk is full.
    bool write(const char *data, qint64 size);

    qint64 size() const { return m_size; }

    QByteArray name() const { return m_name; }

    void keep() { m_kept = true; }

private:
    const QString m_path;
    const QByteArray m_name;
    const int m_descriptor;
    qint64 m_size = 0;
    bool m_kept = false;
};

/// The bytes of objects, in files of one folder that are named at random: nothing of a key, which others choose, is
/// ever part of a path. May be used from any thread.
class Blobs final
{
public:
    /// Empty: a temporary folder, made with the first blob and deleted with this object.
    explicit Blobs(QString folder);
    ~Blobs();

    std::unique_ptr<NewBlob> create();
    /// Null where there is none.
    std::shared_ptr<const OpenFile> open(const QByteArray &name);
    /// The same bytes by another name, without copying; empty where that fails.
    QByteArray link(const QByteArray &name);
    void remove(const QByteArray &name);

private:
    QString pathOf(const QByteArray &name);

    std::mutex m_mutex;
    QString m_folder;
    std::unique_ptr<QTemporaryDir> m_temporary;
    bool m_made = false;
};

} // namespace braketeer::sandbox::s3
