#pragma once

#include "core/canceltoken.h"
#include "flows/session.h"
#include "job/path.h"

#include <QCoroTask>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace braketeer::gui {

class JobDocument;
class StorageDesk;

/// Keeps the document's findings about S3 true: looks at its places with the desk's session some moments after one of
/// them was edited, after an upload, and at once when another session came, and tells the document what was seen.
///
/// A look that was overtaken by an edit is cancelled. What cannot be asked is never said. Lives in the window's thread.
class FactsKeeper final : public QObject
{
    Q_OBJECT
public:
    FactsKeeper(JobDocument &document, StorageDesk &desk, QObject *parent = nullptr);
    ~FactsKeeper() override;

    /// Looks again without waiting, also where nothing was edited: things change in S3 too.
    void lookNow();

private:
    void follow(const job::Path &changed);
    void lookSoon();
    QCoro::Task<> look(std::shared_ptr<flows::Session> session, core::CancelToken cancel);

    JobDocument &m_document;
    StorageDesk &m_desk;
    QTimer m_soon;
    QStringList m_places; ///< that were looked at, or will be when the timer ends
    core::CancelToken m_cancel;
};

} // namespace braketeer::gui
