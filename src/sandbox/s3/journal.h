#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <functional>

namespace braketeer::sandbox::s3 {

/// A file of lines that several processes append to: each takes over what the others wrote. A line that a killed
/// process left unfinished is one that nobody understands, and harms no other. Not thread-safe.
class Journal final
{
public:
    /// Empty: none; then nothing is kept.
    explicit Journal(QString path);

    /// What was not read yet, a line a call. `restart` is called first where the file was replaced by a shorter one.
    void readNew(const std::function<void()> &restart, const std::function<void(const QByteArray &)> &take);

    /// Keeps others from writing while `work` runs.
    void locked(const std::function<void()> &work);

    /// Inside locked(), after readNew(). The line will not be read again.
    void append(const QByteArray &line);

    /// Inside locked(): the whole file anew, in one step.
    void replace(const QByteArray &lines);

    bool isNamed() const { return !m_path.isEmpty(); }

private:
    bool openFile();
    bool wasReplaced() const;

    const QString m_path;
    QFile m_file;
    qint64 m_read = 0;
};

} // namespace braketeer::sandbox::s3
