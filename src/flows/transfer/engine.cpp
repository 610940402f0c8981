#include "flows/transfer/engine.h"

#include "aws/bulk/loader.h"
#include "aws/http/client.h"
#include "flows/transfer/enginecore.h"
#include "flows/transfer/log.h"
#include "store/history/history.h"

namespace braketeer::flows {

TransferEngine::TransferEngine(std::shared_ptr<Session> session_, TransferLimits limits_, aws::RetryPacing pacing_,
                               services::s3::Access access)
    : session(std::move(session_))
    , limits(limits_)
    , pacing(std::move(pacing_))
    , lanes(limits.parallelParts)
    , m_access(std::move(access))
{
}

services::s3::Access TransferEngine::access(bool requesterPays) const
{
    services::s3::Access access = m_access;
    access.requesterPays = access.requesterPays || requesterPays;
    return access;
}

core::Result<std::shared_ptr<aws::BulkTransport>> TransferEngine::transport()
{
    if (!m_transport) {
        auto loaded = aws::loadBulkTransport(m_access.client->config());
        if (!loaded)
            return loaded;
        m_transport = std::move(*loaded);
    }
    return m_transport;
}

QCoro::Task<std::shared_ptr<store::Transfers>> TransferEngine::record(std::shared_ptr<TransferEngine> engine)
{
    if (!engine->m_record)
        engine->m_record = co_await openRecord(engine); // twice at once does no harm: one of them is kept
    co_return Record(*engine->m_record);
}

QCoro::Task<TransferEngine::Record> TransferEngine::openRecord(std::shared_ptr<TransferEngine> engine)
{
    const auto history = co_await engine->session->history();
    if (!history || (*history)->mode() != store::History::Mode::ReadWrite) {
        qCInfo(transferLog) << "There is no history to write transfers down in.";
        co_return Record();
    }
    const auto opened = co_await store::Transfers::open((*history)->path());
    if (!opened) {
        qCInfo(transferLog).noquote() << "Transfers cannot be written down:" << opened.error().message;
        co_return Record();
    }
    co_return Record(*opened);
}

std::shared_ptr<TransferEngine> makeTransferEngine(std::shared_ptr<Session> session, TransferLimits limits)
{
    const services::s3::Access access = session->s3();
    return makeTransferEngine(std::move(session), limits, aws::defaultPacing(), access);
}

std::shared_ptr<TransferEngine> makeTransferEngine(std::shared_ptr<Session> session, TransferLimits limits,
                                                   aws::RetryPacing pacing, services::s3::Access access)
{
    return std::make_shared<TransferEngine>(std::move(session), limits, std::move(pacing), std::move(access));
}

} // namespace braketeer::flows
