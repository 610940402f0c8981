#include "store/history/openfile.h"

#include "store/migrations/migrations.h"
#include "store/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QThread>

#include <chrono>

using namespace Qt::StringLiterals;

namespace braketeer::store {
namespace {

constexpr const char *everyConnection[] = {
    "PRAGMA synchronous = FULL", // what a task reports as done survives a power cut
    "PRAGMA foreign_keys = ON",
    "PRAGMA wal_autocheckpoint = 100", // a short log: each command reads it when it opens
};

/// True for a database that has tables, and no version of ours.
core::Result<bool> isForeign(Connection &connection)
{
    // In this order: another process may be making the file, tables and version in one transaction.
    const auto tables = connection.integer("SELECT count(*) FROM sqlite_master");
    if (!tables)
        return core::fail(tables.error());
    const auto version = connection.integer("PRAGMA user_version");
    if (!version)
        return core::fail(version.error());
    return *tables > 0 && *version == 0;
}

/// SQLite waits for whoever writes, but not for whoever reads while the kind of journal changes, which is at once over.
core::Result<> switchToWal(Connection &connection)
{
    using namespace std::chrono;
    const auto end = steady_clock::now() + seconds(5);       // as long as every other statement waits
    auto done = connection.run("PRAGMA journal_mode = WAL"); // kept in the file
    while (!done && connection.wasBusy() && steady_clock::now() < end) {
        QThread::msleep(5);
        done = connection.run("PRAGMA journal_mode = WAL");
    }
    return done;
}

/// Any number of processes may be here at once: each step is one transaction, and looks again at what it finds.
core::Result<> makeOrMigrate(Connection &connection, const QString &path)
{
    const auto foreign = isForeign(connection);
    if (!foreign)
        return core::fail(foreign.error());
    if (*foreign)
        return core::fail(core::Error::Kind::Store,
                          QCoreApplication::translate("Store", "%1 is another program's database, and is left as it "
                                                               "is. Move it away, or set BRAKETEER_DATA_DIR.")
                              .arg(QDir::toNativeSeparators(path)));
    if (auto done = switchToWal(connection); !done)
        return done;
    return migrate(connection);
}

/// A log with something in it, beside a file with nothing: SQLite would drop the log.
bool isEmptied(const QString &path)
{
    return QFileInfo::exists(path) && QFileInfo(path).size() == 0 && QFileInfo(path + u"-wal"_s).size() > 0;
}

/// Reads every page; asked only when there is reason to doubt.
bool isSound(Connection &connection, const QString &path)
{
    if (isEmptied(path) || !connection.open(path, Connection::Access::ReadOnly))
        return false;
    const auto answer = connection.query(u"PRAGMA quick_check(1)"_s);
    const bool sound = answer && (*answer)->next() && (*answer)->value(0).toString() == u"ok"_s;
    connection.close();
    return sound;
}

core::Result<OpenedFile> openSound(Connection &connection, const QString &path)
{
    if (auto made = makePrivateFile(path); !made)
        return core::fail(made.error());
    if (auto opened = connection.open(path, Connection::Access::ReadWrite); !opened)
        return core::fail(opened.error());
    const auto version = connection.integer("PRAGMA user_version");
    if (!version)
        return core::fail(version.error());
    if (*version > currentVersion()) {
        if (auto opened = connection.open(path, Connection::Access::ReadOnly); !opened)
            return core::fail(opened.error());
        return OpenedFile{OpenedFile::Condition::Newer, {}};
    }
    for (const char *pragma : everyConnection) {
        if (auto done = connection.run(pragma); !done)
            return core::fail(done.error());
    }
    if (*version < currentVersion()) {
        if (auto done = makeOrMigrate(connection, path); !done)
            return core::fail(done.error());
    }
    return OpenedFile{};
}

} // namespace

core::Result<OpenedFile> openHistoryFile(Connection &connection, const QString &path)
{
    const bool emptied = isEmptied(path);
    if (!emptied) {
        auto opened = openSound(connection, path);
        if (opened || !connection.isDamaged())
            return opened;
    }
    const auto aside = keepAside(connection, path);
    if (!aside)
        return core::fail(aside.error());
    if (aside->isEmpty())
        return openSound(connection, path);
    return OpenedFile{OpenedFile::Condition::Damaged, *aside};
}

core::Result<QString> keepAside(Connection &connection, const QString &path)
{
    connection.close();
    // Two processes that find the damage at once rename one after the other. A lock that cannot be had (its process was
    // killed at a bad moment) is no reason to leave the damage where it is.
    QLockFile lock(path + u".lock"_s);
    lock.tryLock(std::chrono::seconds(1));
    if (!QFile::exists(path) || isSound(connection, path))
        return QString();
    connection.close();
    const QString aside = nameToKeepAside(path);
    if (!QFile::rename(path, aside))
        return core::fail(core::Error::Kind::Store,
                          QCoreApplication::translate("Store",
                                                      "%1 is damaged and cannot be renamed. Move it away, then "
                                                      "try again.")
                              .arg(QDir::toNativeSeparators(path)));
    for (const QString &companion : {u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(path + companion))
            QFile::rename(path + companion, aside + companion);
    }
    return aside;
}

} // namespace braketeer::store
