#include "sandbox/jobs/job.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {

QJsonObject Job::toJson() const
{
    QJsonObject tagsJson;
    for (auto tag = tags.cbegin(); tag != tags.cend(); ++tag)
        tagsJson.insert(tag.key(), tag.value());
    QJsonObject json{
        {u"arn"_s, arn},
        {u"region"_s, region},
        {u"clientToken"_s, clientToken},
        {u"body"_s, QString::fromUtf8(body)},
        {u"createdMs"_s, double(createdMs)},
        {u"skewMs"_s, double(skewMs)},
        {u"createdAt"_s, createdAt},
        {u"tags"_s, tagsJson},
    };
    if (cancelledAt)
        json.insert(u"cancelledAt"_s, *cancelledAt);
    return json;
}

std::optional<Job> Job::fromJson(const QJsonObject &json)
{
    Job job;
    job.arn = json[u"arn"].toString();
    job.region = json[u"region"].toString();
    job.clientToken = json[u"clientToken"].toString();
    job.body = json[u"body"].toString().toUtf8();
    job.request = QJsonDocument::fromJson(job.body).object();
    job.createdMs = qint64(json[u"createdMs"].toDouble());
    job.skewMs = qint64(json[u"skewMs"].toDouble());
    job.createdAt = json[u"createdAt"].toDouble(-1);
    if (json.contains(u"cancelledAt"))
        job.cancelledAt = json[u"cancelledAt"].toDouble();
    const QJsonObject tagsJson = json[u"tags"].toObject();
    for (auto tag = tagsJson.begin(); tag != tagsJson.end(); ++tag)
        job.tags.insert(tag.key(), tag.value().toString());
    if (job.arn.isEmpty() || job.request.isEmpty() || job.createdAt < 0)
        return {};
    return job;
}

} // namespace braketeer::sandbox
