#pragma once

#include "core/result.h"
#include "flows/session.h"
#include "store/history/submission.h"

#include <QCoroTask>
#include <QObject>

#include <functional>
#include <memory>

class QWidget;

namespace braketeer::gui {

class HistoryPane;
class JobDocument;
class SessionKeeper;

/// Does what a person asks for in the history: open a request again, cancel a job, forget a row.
class HistoryActions final : public QObject
{
    Q_OBJECT
public:
    HistoryActions(JobDocument &document, SessionKeeper &keeper, QWidget &window);

    void follow(const HistoryPane &pane);

Q_SIGNALS:
    void failed(const braketeer::core::Error &error);
    void said(const QString &sentence);
    /// A request stands in the form now.
    void cloned();

private:
    QCoro::Task<> clone(std::shared_ptr<flows::Session> session, qint64 id);
    QCoro::Task<> cancel(std::shared_ptr<flows::Session> session, QString jobArn);
    QCoro::Task<> forget(std::shared_ptr<flows::Session> session, qint64 id);
    /// Asks before something that cannot be taken back; `call` is done after a yes.
    void confirm(const QString &question, const QString &more, const QString &yes, std::function<void()> call);

    JobDocument &m_document;
    SessionKeeper &m_keeper;
    QWidget &m_window;
};

} // namespace braketeer::gui
