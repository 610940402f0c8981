#include "store/vault/memoryvault.h"

#include <QCoreApplication>

namespace braketeer::store {

core::Task<core::Secret> MemoryVault::read(QString entry)
{
    const auto found = m_secrets.constFind(entry);
    if (found == m_secrets.cend())
        co_return core::fail(
            core::Error::Kind::Credentials,
            QCoreApplication::translate("Keychain", "“%1” is not among the keys of this session.").arg(entry));
    co_return *found;
}

core::Task<> MemoryVault::write(QString entry, core::Secret secret)
{
    m_secrets.insert(entry, secret);
    co_return {};
}

core::Task<> MemoryVault::remove(QString entry)
{
    m_secrets.remove(entry);
    co_return {};
}

} // namespace braketeer::store
