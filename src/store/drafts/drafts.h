#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace braketeer::store {

/// What the window holds: the document, and the file it was opened from or saved to.
struct Draft
{
    QByteArray document;   ///< UTF-8, a JSON document; may hold anything that a person left half done
    QString fileName;      ///< empty: never saved to a file
    bool modified = false; ///< differs from that file
};

/// Keeps the working draft on disk, so that it comes back after a restart or a crash.
///
/// Written as JSON by atomic replacement (QSaveFile, 0600), a moment after the last change and at once by flush() and
/// by the destructor. Real and demo drafts are different files: give each its own path (store/paths.h).
/// A draft that cannot be read is kept aside under another name, and load() gives nothing.
class Drafts final : public QObject
{
    Q_OBJECT
public:
    explicit Drafts(QString path, QObject *parent = nullptr);
    ~Drafts() override;

    /// The draft of the last time; nothing when there is none.
    std::optional<Draft> load();
    /// Remembers `draft`; it reaches the disk within `delay()`.
    void save(Draft draft);
    /// Writes what is still waiting. Fails with Store.
    core::Result<> flush();
    /// Forgets the draft, on disk too.
    void clear();

    static constexpr int delayInMs = 400;

Q_SIGNALS:
    /// Writing in the background failed; said once until a write succeeds again.
    void failed(const braketeer::core::Error &error);

private:
    const QString m_path;
    QTimer m_timer;
    std::optional<Draft> m_waiting;
    bool m_failing = false;
};

} // namespace braketeer::store
