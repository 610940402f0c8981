#include "gui/shell/submitter.h"

#include <QPointer>

namespace braketeer::gui {

void Submitter::submit(std::shared_ptr<flows::Session> session, job::JobSpec spec, bool record)
{
    if (!m_busy)
        send(std::move(session), std::move(spec), record);
}

QCoro::Task<> Submitter::send(std::shared_ptr<flows::Session> session, job::JobSpec spec, bool record)
{
    const QPointer<Submitter> self(this);
    m_busy = true;
    Q_EMIT busyChanged(true);
    flows::SubmitOptions options;
    options.record = record;
    const auto receipt = co_await flows::submit(std::move(session), std::move(spec), std::move(options));
    if (!self)
        co_return;
    m_busy = false;
    Q_EMIT busyChanged(false);
    if (receipt)
        Q_EMIT created(*receipt);
    else
        Q_EMIT failed(receipt.error());
}

void Submitter::resolve(std::shared_ptr<flows::Session> session, flows::SessionOpener open,
                        std::shared_ptr<flows::Interaction> interaction)
{
    if (!m_resolving)
        settle(std::move(session), std::move(open), std::move(interaction));
}

QCoro::Task<> Submitter::settle(std::shared_ptr<flows::Session> session, flows::SessionOpener open,
                                std::shared_ptr<flows::Interaction> interaction)
{
    const QPointer<Submitter> self(this);
    m_resolving = true;
    const auto settled = co_await flows::resolveEverywhere(std::move(session), std::move(open), std::move(interaction));
    if (!self)
        co_return;
    m_resolving = false;
    if (!settled) {
        Q_EMIT failed(settled.error());
        co_return;
    }
    qsizetype unsettled = 0;
    for (const flows::Settled &one : *settled)
        unsettled += one.isOpen() ? 1 : 0;
    if (settled->isEmpty())
        Q_EMIT resolved({});
    else if (unsettled == 0)
        Q_EMIT resolved(tr("%n submission(s) settled.", nullptr, int(settled->size())));
    else
        Q_EMIT resolved(tr("%n submission(s) cannot be settled yet. They stay in the history as UNKNOWN.", nullptr,
                           int(unsettled)));
}

} // namespace braketeer::gui
