#include "flows/samecaller.h"

#include "aws/credentials/provider.h"
#include "aws/identity/getcalleridentity.h"
#include "core/arn.h"
#include "exchange/json/readjson.h"

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

QString accountOfRole(const QByteArray &request)
{
    const auto document = exchange::readJson(request);
    const job::Value *role = document && document->isMap() ? document->find(u"roleArn") : nullptr;
    const auto arn = role ? core::Arn::parse(role->toText()) : std::nullopt;
    return arn ? arn->account : QString();
}

} // namespace

SameCaller::SameCaller(std::shared_ptr<Session> session, core::CancelToken cancel)
    : m_session(std::move(session)), m_cancel(std::move(cancel))
{
}

core::Task<bool> SameCaller::made(store::Submission submission)
{
    const Place &place = m_session->place();
    if (submission.region != place.region || submission.endpoint != place.recordedEndpoint())
        co_return false;
    QString expected = submission.account;
    if (expected.isEmpty() && submission.endpoint.isEmpty())
        expected = accountOfRole(submission.request);
    if (expected.isEmpty()) {
        const auto keys = co_await m_session->credentials()->credentials();
        if (!keys)
            co_return core::fail(keys.error());
        co_return submission.identity.isEmpty() || submission.identity == keys->source;
    }
    const auto own = co_await account();
    if (!own)
        co_return core::fail(own.error());
    co_return *own == expected;
}

core::Task<QString> SameCaller::account()
{
    if (m_account)
        co_return core::Result<QString>(*m_account);
    const auto keys = co_await m_session->credentials()->credentials();
    if (!keys)
        co_return core::fail(keys.error());
    if (!keys->accountId.isEmpty()) {
        m_account = keys->accountId;
        co_return core::Result<QString>(*m_account);
    }
    const auto identity = co_await aws::getCallerIdentity(m_session->client(), m_cancel);
    if (!identity)
        co_return core::fail(identity.error());
    m_account = identity->account;
    co_return core::Result<QString>(*m_account); // a bare lvalue would be moved from (QCoro 0.8)
}

} // namespace braketeer::flows
