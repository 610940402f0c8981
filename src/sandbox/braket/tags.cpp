#include "sandbox/braket/operations.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

constexpr qsizetype mostTags = 50; // Source: Developer Guide, "Tagging restrictions"

} // namespace

Reply listTags(const Call &call)
{
    const auto job = labelledJob(call);
    if (!job)
        return tl::unexpected(job.error());
    QJsonObject tags;
    for (auto tag = job->tags.cbegin(); tag != job->tags.cend(); ++tag)
        tags.insert(tag.key(), tag.value());
    return QJsonObject{{u"tags"_s, tags}};
}

Reply tagResource(const Call &call)
{
    const auto job = labelledJob(call);
    if (!job)
        return tl::unexpected(job.error());
    const auto body = bodyOf(call);
    if (!body)
        return tl::unexpected(body.error());
    if (!(*body)[u"tags"].isObject())
        return invalid(u"1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must not "
                       u"be null"_s);
    Tags tags = job->tags;
    const QJsonObject added = (*body)[u"tags"].toObject();
    for (auto tag = added.begin(); tag != added.end(); ++tag) {
        if (!tag.value().isString())
            return invalid(u"The value of tag '%1' is not a string."_s.arg(tag.key()));
        tags.insert(tag.key(), tag.value().toString());
    }
    if (tags.size() > mostTags)
        return invalid(u"A resource can have at most 50 tags."_s);
    call.book.setTags(job->arn, tags);
    return QJsonObject();
}

Reply untagResource(const Call &call)
{
    const auto job = labelledJob(call);
    if (!job)
        return tl::unexpected(job.error());
    const QStringList keys = queryValues(call.request, "tagKeys");
    if (keys.isEmpty())
        return invalid(u"1 validation error detected: Value at 'tagKeys' failed to satisfy constraint: Member must not "
                       u"be null"_s);
    Tags tags = job->tags;
    for (const QString &key : keys)
        tags.remove(key);
    call.book.setTags(job->arn, tags);
    return QJsonObject();
}

} // namespace braketeer::sandbox
