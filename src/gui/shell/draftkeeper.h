#pragma once

#include <QObject>
#include <QTimer>

#include <memory>

namespace braketeer::core {
struct Error;
} // namespace braketeer::core

namespace braketeer::store {
class Drafts;
struct Draft;
} // namespace braketeer::store

namespace braketeer::gui {

class JobDocument;

/// Keeps what is in the window on disk at every change, and brings it back. The demo has a draft of its own.
class DraftKeeper final : public QObject
{
    Q_OBJECT
public:
    explicit DraftKeeper(JobDocument &document, QObject *parent = nullptr);
    ~DraftKeeper() override;

    /// Works with this file from now on, and puts its draft into the document. False: there was none, and the document
    /// is as it was; it is written to the file at its next change.
    bool open(const QString &path);
    /// Writes what is still waiting.
    void flush();

Q_SIGNALS:
    void failed(const braketeer::core::Error &error);

private:
    void touch();
    void keep();

    JobDocument &m_document;
    std::unique_ptr<store::Drafts> m_drafts;
    QTimer m_soon; ///< many key strokes, one writing
    bool m_restoring = false;
};

} // namespace braketeer::gui
