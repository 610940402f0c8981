#pragma once

#include "store/database/connection.h"
#include "store/transfers/transferrow.h"

/// What the record of transfers does with its connection, as plain functions: each is one transaction at most, and
/// fails with Store. `owner`: who works on a transfer (store::newClaim()).
namespace braketeer::store::statements {

core::Result<qint64> beginTransfer(Connection &connection, const TransferRow &row, const QString &owner);
core::Result<> updateTransfer(Connection &connection, const TransferRow &row);
core::Result<> finishParts(Connection &connection, qint64 id, const QList<TransferPart> &parts, const QDateTime &when);
core::Result<> forgetParts(Connection &connection, qint64 id);
core::Result<> removeTransfer(Connection &connection, qint64 id);
core::Result<> releaseTransfer(Connection &connection, qint64 id);

core::Result<std::optional<TransferRow>> takeTransfer(Connection &connection, qint64 id, const QString &owner);
core::Result<std::optional<TransferRow>> takeSame(Connection &connection, const TransferRow &like,
                                                  const QString &owner);
core::Result<QList<TransferRow>> listTransfers(Connection &connection);

} // namespace braketeer::store::statements
