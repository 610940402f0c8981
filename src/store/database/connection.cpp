#include "store/database/connection.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace braketeer::store {
namespace {

// Result codes of SQLite (sqlite3.h); the low byte of an extended code is the code.
enum Code {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NoDatabase = 26
};

QString sentence(int code, const QString &file, const QString &detail)
{
    switch (code) {
    case Busy:
    case Locked:
        return QCoreApplication::translate("Store",
                                           "%1 is in use by another program for too long. Close that, then try "
                                           "again.")
            .arg(file);
    case ReadOnly:
        return QCoreApplication::translate("Store", "%1 cannot be written to. Give yourself the right to write it and "
                                                    "its folder.")
            .arg(file);
    case Full:
        return QCoreApplication::translate("Store", "The disk is full: %1 cannot grow. Make room, then try again.")
            .arg(file);
    case Corrupt:
    case NoDatabase:
        return QCoreApplication::translate("Store", "%1 is damaged.").arg(file);
    case CannotOpen:
        return QCoreApplication::translate("Store", "%1 cannot be opened. See that its folder is there and yours.")
            .arg(file);
    default:
        return QCoreApplication::translate("Store", "%1 cannot be used: %2.").arg(file, detail);
    }
}

/// A copy that nobody deletes keeps Qt from closing the connection when the process ends.
void leaveOpen(const QSqlDatabase &database)
{
    [[maybe_unused]] const auto *kept = new QSqlDatabase(database);
}

} // namespace

Connection::Connection(Ending ending) : m_ending(ending), m_name(QUuid::createUuid().toString(QUuid::WithoutBraces)) { }

Connection::~Connection()
{
    if (m_ending == Ending::Leave && isOpen()) {
        m_prepared.clear();
        leaveOpen(m_database);
        return;
    }
    close();
}

core::Result<> Connection::open(const QString &path, Access access)
{
    close();
    m_path = path;
    m_damaged = false;
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    if (!m_database.isValid())
        return core::fail(core::Error::Kind::Store,
                          QCoreApplication::translate("Store", "Qt's driver for SQLite is missing. Install the package "
                                                               "libqt6sql6-sqlite."));
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(access == Access::ReadOnly ? u"QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY"_s
                                                            : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!m_database.open())
        return core::fail(errorOf(m_database.lastError()));
    return {};
}

void Connection::close()
{
    m_prepared.clear();
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

core::Result<> Connection::run(const char *sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(QString::fromLatin1(sql)))
        return core::fail(errorOf(query.lastError()));
    return {};
}

core::Result<qint64> Connection::integer(const char *sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(QString::fromLatin1(sql)) || !query.next())
        return core::fail(errorOf(query.lastError()));
    return query.value(0).toLongLong();
}

core::Result<QSqlQuery *> Connection::query(const QString &sql, const QVariantList &values)
{
    auto &query = m_prepared[sql];
    if (!query) {
        query = std::make_unique<QSqlQuery>(m_database);
        query->setForwardOnly(true);
        if (!query->prepare(sql)) {
            const core::Error error = errorOf(query->lastError());
            m_prepared.erase(sql);
            return core::fail(error);
        }
    }
    query->finish();
    for (int place = 0; place < values.size(); ++place)
        query->bindValue(place, values[place]);
    if (!query->exec())
        return core::fail(errorOf(query->lastError()));
    return query.get();
}

core::Result<int> Connection::change(const QString &sql, const QVariantList &values)
{
    const auto done = query(sql, values);
    if (!done)
        return core::fail(done.error());
    const int changed = (*done)->numRowsAffected();
    (*done)->finish();
    return changed;
}

core::Error Connection::errorOf(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    m_damaged = m_damaged || code == Corrupt || code == NoDatabase;
    m_busy = code == Busy || code == Locked;
    core::Error result;
    result.kind = core::Error::Kind::Store;
    result.message = sentence(code, QDir::toNativeSeparators(m_path), error.databaseText());
    return result;
}

Transaction::Transaction(Connection &connection) : m_connection(connection) { }

Transaction::~Transaction()
{
    if (m_open)
        (void)m_connection.run("ROLLBACK");
}

core::Result<> Transaction::begin()
{
    auto begun = m_connection.run("BEGIN IMMEDIATE");
    m_open = begun.has_value();
    return begun;
}

core::Result<> Transaction::commit()
{
    auto committed = m_connection.run("COMMIT");
    m_open = !committed.has_value();
    return committed;
}

} // namespace braketeer::store
