#include "store/history/history.h"

#include "store/database/worker.h"
#include "store/history/openfile.h"
#include "store/history/statements.h"

#include <QCoreApplication>
#include <QDir>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace braketeer::store {
namespace {

template<class T>
using Work = std::function<core::Result<T>(Connection &)>;

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace

History::History(QString path, std::shared_ptr<Worker> worker)
    : m_path(std::move(path)), m_worker(std::move(worker)) { }

History::~History() = default;

core::Task<std::shared_ptr<History>> History::open(QString path, HistoryOptions options)
{
    auto worker = std::make_shared<Worker>(options.place == HistoryOptions::Place::Inline ? Worker::Place::Inline
                                                                                          : Worker::Place::Thread);
    const Work<OpenedFile> work = [path](Connection &connection) { return openHistoryFile(connection, path); };
    const core::Result<OpenedFile> opened = co_await Worker::run<OpenedFile>(worker, work);
    if (!opened)
        co_return core::fail(opened.error());
    const std::shared_ptr<History> history(new History(path, worker));
    if (opened->condition == OpenedFile::Condition::Newer)
        history->m_mode = Mode::ReadOnlyNewer;
    if (opened->condition == OpenedFile::Condition::Damaged)
        history->m_mode = Mode::Damaged;
    history->m_keptAside = opened->keptAside;
    co_return history;
}

core::Result<> History::writable() const
{
    core::Error error;
    error.kind = core::Error::Kind::Store;
    const QString file = QDir::toNativeSeparators(m_path);
    switch (m_mode) {
    case Mode::ReadWrite:
        return {};
    case Mode::ReadOnlyNewer:
        error.message = QCoreApplication::translate("Store", "The history %1 was written by a newer version of this "
                                                             "program, and can only be read.")
                            .arg(file);
        error.suggestion = QCoreApplication::translate("Store", "Use that version, or go on without a record.");
        break;
    case Mode::Damaged:
        error.message = QCoreApplication::translate("Store", "The history %1 was damaged, and is kept as %2.")
                            .arg(file, QDir::toNativeSeparators(m_keptAside));
        error.suggestion = QCoreApplication::translate(
            "Store", "Start again to begin a new history, or go on without a record. Submissions that were still open "
                     "are in the kept file only.");
        break;
    }
    return core::fail(error);
}

template<class T>
core::Task<T> History::guarded(Work<T> work)
{
    const QPointer<History> self(this);
    if (m_mode == Mode::Damaged)
        co_return core::fail(writable().error());
    auto aside = std::make_shared<QString>();
    const QString path = m_path;
    const Work<T> watched = [work, aside, path](Connection &connection) {
        core::Result<T> answer = work(connection);
        if (!answer && connection.isDamaged())
            *aside = keepAside(connection, path).value_or(QString());
        return answer;
    };
    core::Result<T> result = co_await Worker::run<T>(m_worker, watched);
    if (!aside->isEmpty() && self) {
        self->m_mode = Mode::Damaged;
        self->m_keptAside = *aside;
        co_return core::fail(self->writable().error());
    }
    co_return result;
}

template<class T>
core::Task<T> History::read(Work<T> work)
{
    return guarded<T>(std::move(work));
}

template<class T>
core::Task<T> History::write(qint64 id, Work<T> work)
{
    const QPointer<History> self(this);
    if (auto allowed = writable(); !allowed)
        co_return core::fail(allowed.error());
    core::Result<T> result = co_await guarded<T>(std::move(work));
    if (result && self)
        Q_EMIT self->changed(id);
    co_return result;
}

core::Task<qint64> History::prepare(Submission submission, Claim claim)
{
    const QPointer<History> self(this);
    if (auto allowed = writable(); !allowed)
        co_return core::fail(allowed.error());
    const Work<qint64> work = [submission, claim](Connection &connection) {
        return statements::insert(connection, submission, claim);
    };
    const core::Result<qint64> id = co_await guarded<qint64>(work);
    if (id && self)
        Q_EMIT self->changed(*id);
    co_return id;
}

core::Task<> History::markSent(qint64 id, QDateTime when)
{
    return write<void>(id, [=](Connection &connection) { return statements::markSent(connection, id, when); });
}

core::Task<> History::markUnknown(qint64 id, core::Error error)
{
    const statements::Outcome outcome{SubmissionState::Unknown, {}, std::move(error), now()};
    return write<void>(id, [=](Connection &connection) { return statements::settle(connection, id, outcome); });
}

core::Task<> History::accept(qint64 id, QString jobArn)
{
    const statements::Outcome outcome{SubmissionState::Accepted, std::move(jobArn), {}, now()};
    return write<void>(id, [=](Connection &connection) { return statements::settle(connection, id, outcome); });
}

core::Task<> History::refuse(qint64 id, core::Error error)
{
    const statements::Outcome outcome{SubmissionState::Refused, {}, std::move(error), now()};
    return write<void>(id, [=](Connection &connection) { return statements::settle(connection, id, outcome); });
}

core::Task<bool> History::claim(qint64 id, Claim claim)
{
    if (auto allowed = writable(); !allowed)
        co_return core::fail(allowed.error());
    const Work<bool> work = [=](Connection &connection) { return statements::claim(connection, id, claim, now()); };
    co_return co_await guarded<bool>(work);
}

core::Task<bool> History::renew(qint64 id, Claim claim)
{
    return guarded<bool>([=](Connection &connection) { return statements::renew(connection, id, claim); });
}

core::Task<> History::release(qint64 id, Claim claim)
{
    return guarded<void>([=](Connection &connection) { return statements::release(connection, id, claim); });
}

core::Task<QList<Submission>> History::openSubmissions()
{
    return read<QList<Submission>>([](Connection &connection) { return statements::open(connection); });
}

core::Task<Submission> History::get(qint64 id)
{
    return read<Submission>([=](Connection &connection) { return statements::one(connection, u"id = ?"_s, {id}); });
}

core::Task<Submission> History::find(QString jobArnTokenOrName)
{
    return read<Submission>([name = std::move(jobArnTokenOrName)](Connection &connection) {
        return statements::one(connection, u"? IN (job_arn, client_token, job_name) ORDER BY id DESC LIMIT 1"_s,
                               {name});
    });
}

core::Task<HistoryRows> History::list(HistoryFilter filter, HistoryPage page)
{
    return read<HistoryRows>([=](Connection &connection) { return statements::list(connection, filter, page); });
}

core::Task<qint64> History::count(HistoryFilter filter)
{
    return read<qint64>([=](Connection &connection) { return statements::count(connection, filter); });
}

core::Task<bool> History::knowsJob(QString jobArn)
{
    return read<bool>([=](Connection &connection) { return statements::knowsJob(connection, jobArn); });
}

core::Task<bool> History::updateJob(QString jobArn, JobUpdate update)
{
    const QPointer<History> self(this);
    if (auto allowed = writable(); !allowed)
        co_return core::fail(allowed.error());
    const Work<qint64> work = [=](Connection &connection) {
        return statements::updateJob(connection, jobArn, update, now());
    };
    const core::Result<qint64> id = co_await guarded<qint64>(work);
    if (!id)
        co_return core::fail(id.error());
    if (*id != 0 && self)
        Q_EMIT self->changed(*id);
    co_return *id != 0;
}

core::Task<> History::setNote(qint64 id, QString note)
{
    return write<void>(id, [=](Connection &connection) { return statements::setNote(connection, id, note); });
}

core::Task<> History::forget(qint64 id)
{
    return write<void>(id, [=](Connection &connection) { return statements::forget(connection, id); });
}

core::Task<bool> History::pollForeignChanges()
{
    const QPointer<History> self(this);
    if (m_mode == Mode::Damaged)
        co_return false;
    // Changes when any other connection commits, never by this one's own writes. Source: sqlite.org/pragma.html.
    const Work<qint64> work = [](Connection &connection) { return connection.integer("PRAGMA data_version"); };
    const core::Result<qint64> version = co_await guarded<qint64>(work);
    if (!version || !self)
        co_return false;
    const bool changed = self->m_dataVersion != 0 && self->m_dataVersion != *version;
    self->m_dataVersion = *version;
    if (changed)
        Q_EMIT self->changed(0);
    co_return changed;
}

} // namespace braketeer::store
