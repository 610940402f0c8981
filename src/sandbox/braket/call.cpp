#include "sandbox/braket/call.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {

ServiceResult<QJsonObject> bodyOf(const Call &call)
{
    const QJsonDocument document = QJsonDocument::fromJson(call.request.body);
    if (!document.isObject())
        return refuse(400, "SerializationException"_ba, u"The request body is not a JSON object."_s);
    return document.object();
}

QStringList queryValues(const RawRequest &request, QByteArrayView name)
{
    QStringList values;
    for (const QByteArray &parameter : request.query().split('&')) {
        const qsizetype equals = parameter.indexOf('=');
        if (equals >= 0 && QByteArray::fromPercentEncoding(parameter.left(equals)) == name)
            values.append(QString::fromUtf8(QByteArray::fromPercentEncoding(parameter.mid(equals + 1))));
    }
    return values;
}

QString timestamp(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

tl::unexpected<ServiceError> invalid(const QString &message)
{
    return refuse(400, "ValidationException"_ba, message);
}

tl::unexpected<ServiceError> notFound(const QString &message)
{
    return refuse(404, "ResourceNotFoundException"_ba, message);
}

ServiceResult<Job> labelledJob(const Call &call)
{
    // Source: service model, JobArn.
    static const QRegularExpression form(u"^arn:aws[a-z\\-]*:braket:[a-z0-9\\-]+:[0-9]{12}:job/.*$"_s);
    if (!form.match(call.label).hasMatch())
        return invalid(
            u"1 validation error detected: Value '%1' at 'jobArn' failed to satisfy constraint: Member must "
            u"satisfy regular expression pattern: ^arn:aws[a-z\\-]*:braket:[a-z0-9\\-]+:[0-9]{12}:job/.*$"_s.arg(
                call.label));
    const Job *job = call.book.find(call.label);
    if (!job || job->region != call.caller.region)
        return notFound(u"Job %1 does not exist in %2."_s.arg(call.label, call.caller.region));
    return *job;
}

} // namespace braketeer::sandbox
