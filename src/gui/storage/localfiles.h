#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QDirIterator;
QT_END_NAMESPACE

namespace braketeer::gui {

/// Walks through files and folders a slice at a time, and tells of every file with its name relative to where it was
/// chosen ("folder/sub/file"). Symbolic links to folders are not followed.
class LocalFiles final : public QObject
{
    Q_OBJECT
public:
    explicit LocalFiles(const QStringList &paths, QObject *parent = nullptr);
    ~LocalFiles() override;

    void start();

Q_SIGNALS:
    void found(const QString &path, const QString &name);
    void done();

private:
    void walk();

    QStringList m_paths;
    QString m_above; ///< folder that holds the one that is walked through
    std::unique_ptr<QDirIterator> m_folder;
    QTimer m_timer;
};

/// A name under which a file can be kept here: no separators, no control characters, not "." or "..".
QString fileNameFor(const QString &name);

/// The file that `name` ("sub/file", a key) becomes below `folder`; nothing where it would lead elsewhere or cannot be
/// a path: an empty segment, "." or "..", a control character, a backslash.
std::optional<QString> fileBelow(const QString &folder, const QString &name);

} // namespace braketeer::gui
