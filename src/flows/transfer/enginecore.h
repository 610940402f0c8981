#pragma once

#include "aws/bulk/transport.h"
#include "aws/http/pacing.h"
#include "flows/transfer/background.h"
#include "flows/transfer/engine.h"
#include "flows/transfer/lanes.h"
#include "services/s3/access.h"
#include "store/transfers/transfers.h"

#include <optional>

namespace braketeer::flows {

/// The inside of an engine: for the files of this folder.
class TransferEngine final
{
public:
    TransferEngine(std::shared_ptr<Session> session, TransferLimits limits, aws::RetryPacing pacing,
                   services::s3::Access access);

    const std::shared_ptr<Session> session;
    const TransferLimits limits;
    const aws::RetryPacing pacing;
    const std::shared_ptr<Background> background = std::make_shared<Background>();
    Lanes lanes;

    services::s3::Access access(bool requesterPays) const;

    /// Loaded on first use.
    core::Result<std::shared_ptr<aws::BulkTransport>> transport();

    /// Where unfinished transfers are written down, opened on first use. Null where there is no place for it: then
    /// transfers go on, and cannot be resumed after a crash.
    [[nodiscard]] static QCoro::Task<std::shared_ptr<store::Transfers>> record(std::shared_ptr<TransferEngine> engine);

private:
    const services::s3::Access m_access;
    using Record = std::shared_ptr<store::Transfers>;
    static QCoro::Task<Record> openRecord(std::shared_ptr<TransferEngine> engine);

    std::shared_ptr<aws::BulkTransport> m_transport;
    std::optional<Record> m_record; ///< set: opened, or found to be impossible
};

/// With a pace and a client of its own, for tests.
std::shared_ptr<TransferEngine> makeTransferEngine(std::shared_ptr<Session> session, TransferLimits limits,
                                                   aws::RetryPacing pacing, services::s3::Access access);

} // namespace braketeer::flows
