#include "store/vault/keychainvault.h"

#include <QCoreApplication>
#include <QCoroSignal>

#include <qt6keychain/keychain.h>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace braketeer::store {
namespace {

tl::unexpected<core::Error> failure(core::Error::Kind kind, const QString &message, const QString &suggestion)
{
    core::Error error;
    error.kind = kind;
    error.message = message;
    error.suggestion = suggestion;
    return tl::unexpected(std::move(error));
}

QString environmentSuggestion()
{
    return QCoreApplication::translate(
        "Keychain", "Start a keyring (GNOME Keyring or KWallet), or put the keys into the environment: "
                    "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
}

tl::unexpected<core::Error> noAnswer(std::chrono::milliseconds patience)
{
    const auto seconds = std::chrono::duration<double>(patience).count();
    return failure(
        core::Error::Kind::Store,
        QCoreApplication::translate("Keychain", "The keychain gave no answer within %1 seconds.").arg(seconds),
        environmentSuggestion());
}

tl::unexpected<core::Error> judge(const QKeychain::Job &job, const QString &entry)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return failure(
            core::Error::Kind::Credentials,
            QCoreApplication::translate("Keychain", "“%1” is missing from the keychain, or the keychain is locked.")
                .arg(entry),
            QCoreApplication::translate("Keychain",
                                        "Unlock the keychain and try again. Only if it is unlocked already, add the "
                                        "keys again with “braketeer-cli credentials add”."));
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return failure(
            core::Error::Kind::Credentials,
            QCoreApplication::translate("Keychain", "The keychain refuses access to “%1”: %2.")
                .arg(entry, job.errorString()),
            QCoreApplication::translate("Keychain", "Unlock the keychain and allow the access, then try again."));
    default:
        return failure(
            core::Error::Kind::Store,
            QCoreApplication::translate("Keychain", "The keychain cannot be used: %1.").arg(job.errorString()),
            environmentSuggestion());
    }
}

/// Jobs are deleted by the event loop: the code that has waited for one runs inside its event.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

template<class Job>
using JobPointer = std::unique_ptr<Job, DeleteLater>;

template<class Job>
JobPointer<Job> makeJob(const QString &entry)
{
    JobPointer<Job> job(new Job(u"Braketeer"_s));
    job->setKey(entry);
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    return job;
}

/// Runs a job to its end and gives it back. Null when the keychain has not answered in time: then the job deletes
/// itself whenever it ends, because the keychain library still uses it.
template<class Job>
QCoro::Task<JobPointer<Job>> finish(JobPointer<Job> job, std::chrono::milliseconds patience)
{
    job->start();
    const std::optional<QKeychain::Job *> finished = co_await qCoro(static_cast<QKeychain::Job *>(job.get()),
                                                                    &QKeychain::Job::finished, patience);
    if (finished)
        co_return job;
    job.release()->setAutoDelete(true);
    co_return JobPointer<Job>();
}

core::Task<core::Secret> readEntry(QString entry, std::chrono::milliseconds patience)
{
    const auto job = co_await finish(makeJob<QKeychain::ReadPasswordJob>(entry), patience);
    if (!job)
        co_return noAnswer(patience);
    if (job->error() != QKeychain::NoError)
        co_return judge(*job, entry);
    co_return core::Secret(job->binaryData());
}

core::Task<> writeEntry(QString entry, core::Secret secret, std::chrono::milliseconds patience)
{
    auto prepared = makeJob<QKeychain::WritePasswordJob>(entry);
    prepared->setBinaryData(secret.reveal().toByteArray());
    const auto job = co_await finish(std::move(prepared), patience);
    if (!job)
        co_return noAnswer(patience);
    if (job->error() != QKeychain::NoError)
        co_return judge(*job, entry);
    const core::Result<core::Secret> stored = co_await readEntry(entry, patience);
    if (!stored)
        co_return core::fail(stored.error());
    if (!stored->equals(secret))
        co_return failure(
            core::Error::Kind::Store,
            QCoreApplication::translate("Keychain", "The keychain has not kept “%1” as it was given.").arg(entry),
            environmentSuggestion());
    co_return {};
}

core::Task<> removeEntry(QString entry, std::chrono::milliseconds patience)
{
    const auto job = co_await finish(makeJob<QKeychain::DeletePasswordJob>(entry), patience);
    if (!job)
        co_return noAnswer(patience);
    if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound)
        co_return judge(*job, entry);
    co_return {};
}

} // namespace

KeychainVault::KeychainVault(std::chrono::milliseconds patience) : m_patience(patience) { }

core::Task<core::Secret> KeychainVault::read(QString entry)
{
    return readEntry(std::move(entry), m_patience);
}

core::Task<> KeychainVault::write(QString entry, core::Secret secret)
{
    return writeEntry(std::move(entry), std::move(secret), m_patience);
}

core::Task<> KeychainVault::remove(QString entry)
{
    return removeEntry(std::move(entry), m_patience);
}

} // namespace braketeer::store
