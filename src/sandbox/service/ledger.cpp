#include "sandbox/service/ledger.h"

namespace braketeer::sandbox {
namespace {

constexpr qsizetype mostRequests = 1000;
constexpr qsizetype mostBytes = 64 << 20;

} // namespace

void Ledger::add(RecordedRequest request)
{
    ++m_total;
    if (!request.operation.isEmpty())
        ++m_counts[request.operation];
    m_bytes += request.body.size();
    m_latest.append(std::move(request));
    while (m_latest.size() > mostRequests || m_bytes > mostBytes)
        m_bytes -= m_latest.takeFirst().body.size();
}

int Ledger::count(const QString &operation) const
{
    return operation.isEmpty() ? m_total : m_counts.value(operation);
}

} // namespace braketeer::sandbox
