#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <initializer_list>
#include <map>
#include <memory>

namespace braketeer::store {

/// One SQLite connection: used on the thread that opened it and on no other.
class Connection final
{
public:
    enum class Access { ReadWrite, ReadOnly };
    /// Close: the write-ahead log is folded into the file when this was its last user.
    /// Leave: the connection stays until the process ends, and the log beside the file; the next open reads it. Saves
    /// a command that lives for some milliseconds two waits for the disk.
    enum class Ending { Close, Leave };

    explicit Connection(Ending ending = Ending::Close);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Fails with Store. Makes no file.
    core::Result<> open(const QString &path, Access access);
    void close();

    bool isOpen() const { return m_database.isOpen(); }

    /// Runs one statement that gives no rows.
    core::Result<> run(const char *sql);
    /// The one integer that `sql` gives (PRAGMA user_version).
    core::Result<qint64> integer(const char *sql);
    /// Prepares once per text, binds and executes. The query belongs to the connection and is good until the next call
    /// with the same text; call finish() on a query that was not read to its end.
    core::Result<QSqlQuery *> query(const QString &sql, const QVariantList &values = {});
    /// Like query() for a statement that changes rows: how many it changed.
    core::Result<int> change(const QString &sql, const QVariantList &values = {});

    /// Any statement found the file to be no sound database.
    bool isDamaged() const { return m_damaged; }

    /// The last statement that failed did so because another connection was at the file.
    bool wasBusy() const { return m_busy; }

private:
    core::Error errorOf(const QSqlError &error);

    const Ending m_ending;
    const QString m_name;
    QString m_path;
    QSqlDatabase m_database;
    std::map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
    bool m_damaged = false;
    bool m_busy = false;
};

/// `BEGIN IMMEDIATE` to `COMMIT`: the write lock from the start, so that what was read still holds when it is written.
/// Rolls back unless committed.
class Transaction final
{
public:
    explicit Transaction(Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    core::Result<> begin();
    core::Result<> commit();

private:
    Connection &m_connection;
    bool m_open = false;
};

} // namespace braketeer::store
