#include "sandbox/jobs/jobbook.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

constexpr int stateVersion = 1;

QString tokenKey(const QString &region, const QString &clientToken)
{
    return region + u' ' + clientToken;
}

} // namespace

JobBook::JobBook(const QDateTime &now, double speed, QString stateFile)
    : m_file(std::move(stateFile)), m_pace(now, speed)
{
}

core::Result<QString> JobBook::load(const QDateTime &now, double speed)
{
    const auto bytes = m_file.readChange();
    if (!bytes)
        return QString();
    if (!read(*bytes))
        return m_file.keepAside();
    if (m_pace.speed() != speed)
        setSpeed(speed, now);
    return QString();
}

void JobBook::refresh()
{
    const auto bytes = m_file.readChange();
    if (bytes && !read(*bytes))
        qWarning("The sandbox's state was damaged by another program; the next change replaces it.");
}

bool JobBook::read(const QByteArray &bytes)
{
    const QJsonObject state = QJsonDocument::fromJson(bytes).object();
    const auto pace = Pace::fromJson(state[u"pace"].toArray());
    if (state[u"version"].toInt() != stateVersion || !pace)
        return false;
    QList<Job> jobs;
    for (const auto &value : state[u"jobs"].toArray()) {
        const auto job = Job::fromJson(value.toObject());
        if (!job)
            return false;
        jobs.append(*job);
    }
    m_pace = *pace;
    m_jobs.clear();
    m_byArn.clear();
    m_byToken.clear();
    for (const Job &job : jobs)
        append(job);
    return true;
}

QByteArray JobBook::toBytes() const
{
    QJsonArray jobs;
    for (const Job &job : m_jobs)
        jobs.append(job.toJson());
    const QJsonObject state{{u"version"_s, stateVersion}, {u"pace"_s, m_pace.toJson()}, {u"jobs"_s, jobs}};
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void JobBook::change(const std::function<void()> &make)
{
    const auto lock = m_file.lock();
    refresh();
    make();
    if (m_file.isNamed())
        m_file.write(toBytes());
}

void JobBook::append(const Job &job)
{
    m_byArn.insert(job.arn, m_jobs.size());
    m_byToken.insert(tokenKey(job.region, job.clientToken), m_jobs.size());
    m_jobs.append(job);
}

void JobBook::add(const Job &job)
{
    change([&] { append(job); });
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
    change([&] {
        const auto found = m_byArn.constFind(arn);
        if (found == m_byArn.cend())
            return;
        Job &job = m_jobs[*found];
        job.cancelledAt = m_pace.sandboxSecondsAt(now) - job.createdAt;
    });
}

void JobBook::setTags(const QString &arn, const Tags &tags)
{
    change([&] {
        const auto found = m_byArn.constFind(arn);
        if (found != m_byArn.cend())
            m_jobs[*found].tags = tags;
    });
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
    change([&] { m_pace.setSpeed(speed, now); });
}

} // namespace braketeer::sandbox
