#include "sandbox/jobs/jobbook.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

constexpr int stateVersion = 1;

QString tokenKey(const QString &region, const QString &clientToken)
{
    return region + u' ' + clientToken;
}

// Under a name that nothing has yet; empty where the file cannot be moved.
QString keepAside(const QString &fileName)
{
    for (int number = 1; number < 1000; ++number) {
        const QString kept = number == 1 ? fileName + ".damaged"_L1 : u"%1.damaged-%2"_s.arg(fileName).arg(number);
        if (!QFile::exists(kept))
            return QFile::rename(fileName, kept) ? kept : QString();
    }
    return {};
}

} // namespace

JobBook::JobBook(const QDateTime &now, double speed, QString stateFile)
    : m_stateFile(std::move(stateFile)), m_pace(now, speed)
{
}

core::Result<QString> JobBook::load(const QDateTime &now, double speed)
{
    QFile file(m_stateFile);
    if (m_stateFile.isEmpty() || !file.exists())
        return QString();
    const bool readable = file.open(QIODevice::ReadOnly);
    const bool understood = readable && read(file.readAll());
    file.close();
    if (understood) {
        if (m_pace.speed() != speed)
            m_pace.setSpeed(speed, now);
        return QString();
    }
    const QString kept = keepAside(m_stateFile);
    if (kept.isEmpty())
        return core::fail(core::Error::Kind::Store,
                          QCoreApplication::translate("Sandbox", "The sandbox cannot read its state in %1, nor move "
                                                                 "the file aside. Move it, or name another file.")
                              .arg(m_stateFile));
    return kept;
}

bool JobBook::read(const QByteArray &bytes)
{
    const QJsonObject state = QJsonDocument::fromJson(bytes).object();
    const auto pace = Pace::fromJson(state[u"pace"].toArray());
    if (state[u"version"].toInt() != stateVersion || !pace)
        return false;
    QList<Job> jobs;
    for (const QJsonValue &value : state[u"jobs"].toArray()) {
        const auto job = Job::fromJson(value.toObject());
        if (!job)
            return false;
        jobs.append(*job);
    }
    m_pace = *pace;
    for (const Job &job : jobs) {
        m_byArn.insert(job.arn, m_jobs.size());
        m_byToken.insert(tokenKey(job.region, job.clientToken), m_jobs.size());
        m_jobs.append(job);
    }
    return true;
}

void JobBook::save() const
{
    if (m_stateFile.isEmpty())
        return;
    QJsonArray jobs;
    for (const Job &job : m_jobs)
        jobs.append(job.toJson());
    const QJsonObject state{{u"version"_s, stateVersion}, {u"pace"_s, m_pace.toJson()}, {u"jobs"_s, jobs}};
    QSaveFile file(m_stateFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(state).toJson(QJsonDocument::Compact)) < 0
        || !file.commit())
        qWarning("The sandbox's state cannot be saved: %s", qPrintable(file.errorString()));
}

void JobBook::add(Job job)
{
    m_byArn.insert(job.arn, m_jobs.size());
    m_byToken.insert(tokenKey(job.region, job.clientToken), m_jobs.size());
    m_jobs.append(std::move(job));
    save();
}

const Job *JobBook::find(const QString &arn) const
{
    const auto found = m_byArn.constFind(arn);
    return found == m_byArn.cend() ? nullptr : &m_jobs.at(*found);
}

const Job *JobBook::findByToken(const QString &region, const QString &clientToken) const
{
    const auto found = m_byToken.constFind(tokenKey(region, clientToken));
    return found == m_byToken.cend() ? nullptr : &m_jobs.at(*found);
}

QList<Job> JobBook::jobs(const QString &region) const
{
    if (region.isEmpty())
        return m_jobs;
    QList<Job> result;
    std::copy_if(m_jobs.cbegin(), m_jobs.cend(), std::back_inserter(result),
                 [&region](const Job &job) { return job.region == region; });
    return result;
}

void JobBook::cancel(const QString &arn, const QDateTime &now)
{
    const auto found = m_byArn.constFind(arn);
    if (found == m_byArn.cend())
        return;
    Job &job = m_jobs[*found];
    job.cancelledAt = m_pace.sandboxSecondsAt(now) - job.createdAt;
    save();
}

void JobBook::setTags(const QString &arn, const Tags &tags)
{
    const auto found = m_byArn.constFind(arn);
    if (found == m_byArn.cend())
        return;
    m_jobs[*found].tags = tags;
    save();
}

Life JobBook::lifeOf(const Job &job, const QDateTime &now) const
{
    return sandbox::lifeOf(job.request, m_pace.sandboxSecondsAt(now) - job.createdAt, job.cancelledAt);
}

QDateTime JobBook::shownTime(const Job &job, double age) const
{
    // While the sandbox's time stands still, jobs made one after the other have the same sandbox second.
    const QDateTime created = QDateTime::fromMSecsSinceEpoch(job.createdMs, Qt::UTC);
    const QDateTime time = m_pace.realTimeAt(job.createdAt + age).addMSecs(job.skewMs);
    return age <= 0 || (time.isValid() && time < created) ? created : time;
}

void JobBook::setSpeed(double speed, const QDateTime &now)
{
    m_pace.setSpeed(speed, now);
    save();
}

} // namespace braketeer::sandbox
