#pragma once

#include "aws/bulk/plugin/curlexchange.h"
#include "aws/http/client.h"

#include <QObject>

namespace braketeer::aws {

class CurlLoop;
struct CurlState;

/// Large bodies by libcurl. The thread starts with the first request.
class CurlTransport final : public BulkTransport
{
public:
    explicit CurlTransport(const ClientConfig &config);
    ~CurlTransport() override;

    QCoro::Task<tl::expected<BulkAnswer, BulkFailure>> send(BulkRequest request, core::CancelToken cancel) override;

private:
    static QCoro::Task<tl::expected<BulkAnswer, BulkFailure>> run(std::shared_ptr<CurlState> state, BulkRequest request,
                                                                  core::CancelToken cancel);

    const std::shared_ptr<CurlState> m_state; ///< outlives the transport while requests are under way
};

} // namespace braketeer::aws
