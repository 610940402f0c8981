#include "store/migrations/migrations.h"

#include "store/migrations/version1.h"
#include "store/migrations/version2.h"

namespace braketeer::store {
namespace {

constexpr Migration steps[] = {
    {1, version1},
    {2, version2},
};

} // namespace

std::span<const Migration> migrations()
{
    return steps;
}

int currentVersion()
{
    return std::end(steps)[-1].version;
}

core::Result<> migrate(Connection &connection, int target)
{
    Transaction transaction(connection);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    // Asked inside the transaction: another process may have been faster.
    const auto from = connection.integer("PRAGMA user_version");
    if (!from)
        return core::fail(from.error());
    for (const Migration &step : steps) {
        if (step.version <= *from || step.version > target)
            continue;
        for (const char *statement : step.statements) {
            if (auto done = connection.run(statement); !done)
                return done;
        }
        const QByteArray mark = "PRAGMA user_version = " + QByteArray::number(step.version);
        if (auto done = connection.run(mark.constData()); !done)
            return done;
    }
    return transaction.commit();
}

} // namespace braketeer::store
