#pragma once

#include "aws/http/request.h"
#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

/// What all operations of the Braket API share on the wire: REST with JSON bodies. Not for use outside this folder.
namespace braketeer::services::braket {

/// A request without a body. `path` is encoded already.
aws::Request bareRequest(const char *method, QByteArray path);

/// A request with a JSON body of exactly these bytes.
aws::Request jsonRequest(const char *method, QByteArray path, QByteArray document);

/// `prefix` + the ARN percent-encoded as one label + `suffix`: "/job/", arn, "/cancel".
QByteArray labelledPath(const char *prefix, const QString &arn, const char *suffix = "");

/// Fails with Usage unless `document` is a JSON object with a client token. Without one a
/// repeated request would be carried out twice.
core::Result<> requireClientToken(const QByteArray &document);

/// An answer's JSON object; fails like aws::readJsonAnswer().
core::Result<QJsonObject> readObject(const QByteArray &json);

/// The error for an answer that is JSON and still not usable, because `member` is not in it.
tl::unexpected<core::Error> incompleteAnswer(QLatin1StringView member);

/// Adds who answered, and under which id, to an error about the answer's content.
tl::unexpected<core::Error> aboutAnswer(core::Error error, const aws::Response &response);

/// Reads the answer's body with `read`; an error says who answered, and under which id.
template<class T>
core::Result<T> readAnswer(const core::Result<aws::Response> &response, core::Result<T> (*read)(const QByteArray &))
{
    if (!response)
        return core::fail(response.error());
    core::Result<T> value = read(response->body);
    if (!value)
        return aboutAnswer(value.error(), *response);
    return value;
}

/// Members of an answer. Of the wrong type counts as absent: an answer of a newer service must not stop anybody.
QString text(const QJsonObject &object, QLatin1StringView member);
/// ISO 8601 text or seconds since 1970, as UTC; invalid where there is no usable time.
QDateTime time(const QJsonObject &object, QLatin1StringView member);
std::optional<qint64> integer(const QJsonObject &object, QLatin1StringView member);
QMap<QString, QString> textMap(const QJsonObject &object, QLatin1StringView member);
/// The objects of a list; items of other types are left out.
QList<QJsonObject> objects(const QJsonObject &object, QLatin1StringView member);

} // namespace braketeer::services::braket
