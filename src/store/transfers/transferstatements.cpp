#include "store/transfers/transferstatements.h"

#include "store/history/claim.h"
#include "store/history/rows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::store::statements {
namespace {

constexpr int ownerColumn = 22;
constexpr auto columns = "id, upload, path, bucket, object_key, version_id, region, endpoint, profile, size, modified, "
                         "e_tag, upload_id, part_size, overwrite, requester_pays, content_type, storage_class, "
                         "error_message, created_at, updated_at, claim_owner"_L1;
constexpr auto sameFile = " WHERE path = ? AND object_key = ? AND bucket = ? AND upload = ? AND version_id = ?"
                          " AND endpoint = ?"_L1;

/// Keeps a null QString from becoming NULL.
QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariantList keyOf(const TransferRow &row)
{
    return {notNull(row.path), notNull(row.key),       notNull(row.bucket),
            int(row.upload),   notNull(row.versionId), notNull(row.endpoint)};
}

TransferRow readTransfer(const QSqlQuery &query)
{
    TransferRow row;
    int column = 0;
    row.id = query.value(column++).toLongLong();
    row.upload = query.value(column++).toBool();
    row.path = query.value(column++).toString();
    row.bucket = query.value(column++).toString();
    row.key = query.value(column++).toString();
    row.versionId = query.value(column++).toString();
    row.region = query.value(column++).toString();
    row.endpoint = query.value(column++).toString();
    row.profile = query.value(column++).toString();
    row.size = query.value(column++).toLongLong();
    row.modified = query.value(column++).toLongLong();
    row.eTag = query.value(column++).toString();
    row.uploadId = query.value(column++).toString();
    row.partSize = query.value(column++).toLongLong();
    row.overwrite = query.value(column++).toBool();
    row.requesterPays = query.value(column++).toBool();
    row.contentType = query.value(column++).toString();
    row.storageClass = query.value(column++).toString();
    row.errorMessage = query.value(column++).toString();
    row.createdAt = timeFrom(query.value(column++));
    row.updatedAt = timeFrom(query.value(column++));
    const QString owner = query.value(column++).toString();
    Q_ASSERT(column == ownerColumn);
    row.alive = !owner.isEmpty() && !isGone(owner);
    return row;
}

core::Result<std::optional<TransferRow>> one(Connection &connection, const QString &condition,
                                             const QVariantList &values)
{
    const auto query = connection.query("SELECT "_L1 + columns + " FROM transfers"_L1 + condition, values);
    if (!query)
        return core::fail(query.error());
    std::optional<TransferRow> row;
    if ((*query)->next())
        row = readTransfer(**query);
    (*query)->finish();
    return row;
}

core::Result<QList<TransferPart>> partsOf(Connection &connection, qint64 id)
{
    const auto query = connection.query(
        u"SELECT number, checksum, e_tag FROM transfer_parts WHERE transfer = ? ORDER BY number"_s, {id});
    if (!query)
        return core::fail(query.error());
    QList<TransferPart> parts;
    while ((*query)->next())
        parts.append({(*query)->value(0).toInt(), (*query)->value(1).toByteArray(), (*query)->value(2).toString()});
    return parts;
}

/// Nothing but success or failure.
core::Result<> only(const core::Result<int> &changed)
{
    if (!changed)
        return core::fail(changed.error());
    return {};
}

core::Result<> remove(Connection &connection, qint64 id)
{
    return only(connection.change(u"DELETE FROM transfers WHERE id = ?"_s, {id}));
}

core::Result<qint64> insert(Connection &connection, const TransferRow &row, const QString &owner)
{
    const auto query = connection.query(
        "INSERT INTO transfers ("_L1 + columns
            + ") VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
              "?, ?)"_L1,
        {int(row.upload),
         notNull(row.path),
         notNull(row.bucket),
         notNull(row.key),
         notNull(row.versionId),
         notNull(row.region),
         notNull(row.endpoint),
         notNull(row.profile),
         row.size,
         row.modified,
         notNull(row.eTag),
         notNull(row.uploadId),
         row.partSize,
         int(row.overwrite),
         int(row.requesterPays),
         notNull(row.contentType),
         notNull(row.storageClass),
         notNull(row.errorMessage),
         row.createdAt.toMSecsSinceEpoch(),
         row.updatedAt.toMSecsSinceEpoch(),
         notNull(owner)});
    if (!query)
        return core::fail(query.error());
    const qint64 id = (*query)->lastInsertId().toLongLong();
    (*query)->finish();
    return id;
}

/// Gives the claim to `owner`, unless somebody living has it, and reads the parts.
core::Result<std::optional<TransferRow>> take(Connection &connection, const QString &condition,
                                              const QVariantList &values, const QString &owner)
{
    Transaction transaction(connection);
    if (auto begun = transaction.begin(); !begun)
        return core::fail(begun.error());
    auto row = one(connection, condition, values);
    if (!row || !*row || (*row)->alive)
        return row ? core::Result<std::optional<TransferRow>>(std::nullopt) : row;
    const auto claimed = connection.change(u"UPDATE transfers SET claim_owner = ? WHERE id = ?"_s, {owner, (*row)->id});
    if (!claimed)
        return core::fail(claimed.error());
    auto parts = partsOf(connection, (*row)->id);
    if (!parts)
        return core::fail(parts.error());
    (*row)->parts = std::move(*parts);
    if (auto committed = transaction.commit(); !committed)
        return core::fail(committed.error());
    return row;
}

} // namespace

core::Result<qint64> beginTransfer(Connection &connection, const TransferRow &row, const QString &owner)
{
    Transaction transaction(connection);
    if (auto begun = transaction.begin(); !begun)
        return core::fail(begun.error());
    const auto there = one(connection, sameFile, keyOf(row));
    if (!there)
        return core::fail(there.error());
    if (*there && (*there)->alive)
        return core::fail(core::Error::Kind::Usage,
                          QCoreApplication::translate("Store", "The same file is on its way to the same place already: "
                                                               "wait until that transfer is done, or cancel it."));
    if (*there) {
        if (auto removed = remove(connection, (*there)->id); !removed)
            return core::fail(removed.error());
    }
    auto id = insert(connection, row, owner);
    if (!id)
        return id;
    if (auto committed = transaction.commit(); !committed)
        return core::fail(committed.error());
    return id;
}

core::Result<> updateTransfer(Connection &connection, const TransferRow &row)
{
    return only(connection.change(
        u"UPDATE transfers SET region = ?, size = ?, modified = ?, e_tag = ?, upload_id = ?, part_size = ?,"
        u" error_message = ?, updated_at = ? WHERE id = ?"_s,
        {notNull(row.region), row.size, row.modified, notNull(row.eTag), notNull(row.uploadId), row.partSize,
         notNull(row.errorMessage), row.updatedAt.toMSecsSinceEpoch(), row.id}));
}

core::Result<> finishParts(Connection &connection, qint64 id, const QList<TransferPart> &parts, const QDateTime &when)
{
    Transaction transaction(connection);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (const TransferPart &part : parts) {
        const QByteArray checksum = part.checksum.isNull() ? QByteArray("") : part.checksum;
        const auto put = connection.change(
            u"INSERT OR REPLACE INTO transfer_parts (transfer, number, checksum, e_tag) VALUES (?, ?, ?, ?)"_s,
            {id, part.number, checksum, notNull(part.eTag)});
        if (!put)
            return core::fail(put.error());
    }
    const auto touched = connection.change(u"UPDATE transfers SET updated_at = ? WHERE id = ?"_s,
                                           {when.toMSecsSinceEpoch(), id});
    if (!touched)
        return core::fail(touched.error());
    return transaction.commit();
}

core::Result<> forgetParts(Connection &connection, qint64 id)
{
    return only(connection.change(u"DELETE FROM transfer_parts WHERE transfer = ?"_s, {id}));
}

core::Result<> removeTransfer(Connection &connection, qint64 id)
{
    return remove(connection, id);
}

core::Result<> releaseTransfer(Connection &connection, qint64 id)
{
    return only(connection.change(u"UPDATE transfers SET claim_owner = '' WHERE id = ?"_s, {id}));
}

core::Result<std::optional<TransferRow>> takeTransfer(Connection &connection, qint64 id, const QString &owner)
{
    return take(connection, u" WHERE id = ?"_s, {id}, owner);
}

core::Result<std::optional<TransferRow>> takeSame(Connection &connection, const TransferRow &like, const QString &owner)
{
    return take(connection, sameFile, keyOf(like), owner);
}

core::Result<QList<TransferRow>> listTransfers(Connection &connection)
{
    const auto query = connection.query("SELECT "_L1 + columns + " FROM transfers ORDER BY id"_L1);
    if (!query)
        return core::fail(query.error());
    QList<TransferRow> rows;
    while ((*query)->next())
        rows.append(readTransfer(**query));
    return rows;
}

} // namespace braketeer::store::statements
