#pragma once

#include "flows/interaction.h"
#include "flows/resolveeverywhere.h"
#include "flows/session.h"
#include "flows/submit.h"

#include <QCoroTask>
#include <QObject>

#include <memory>

namespace braketeer::gui {

/// Sends one job at a time and says what became of it. Typing goes on meanwhile: it works on a snapshot.
class Submitter final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    bool isBusy() const { return m_busy; }

    /// `record` false: nothing is written to the history. Does nothing while busy.
    void submit(std::shared_ptr<flows::Session> session, job::JobSpec spec, bool record = true);
    /// Settles submissions whose answer was lost. A resend that needs a person's word waits for one.
    /// Those of other places are settled through sessions that `open` opens.
    void resolve(std::shared_ptr<flows::Session> session, flows::SessionOpener open,
                 std::shared_ptr<flows::Interaction> interaction);

Q_SIGNALS:
    void busyChanged(bool busy);
    void created(const braketeer::flows::Receipt &receipt);
    void failed(const braketeer::core::Error &error);
    /// One sentence about what became of the open submissions; empty when there were none.
    void resolved(const QString &sentence);

private:
    QCoro::Task<> send(std::shared_ptr<flows::Session> session, job::JobSpec spec, bool record);
    QCoro::Task<> settle(std::shared_ptr<flows::Session> session, flows::SessionOpener open,
                         std::shared_ptr<flows::Interaction> interaction);

    bool m_busy = false;
    bool m_resolving = false;
};

} // namespace braketeer::gui
