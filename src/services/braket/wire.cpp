#include "services/braket/wire.h"

#include "aws/http/answer.h"
#include "aws/sigv4/percent.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {
namespace {

constexpr double lastSecond = 253402300799; // 9999-12-31T23:59:59Z

} // namespace

aws::Request bareRequest(const char *method, QByteArray path)
{
    aws::Request request;
    request.service = u"braket"_s;
    request.method = method;
    request.path = std::move(path);
    request.repeatable = true; // reads, and changes that end the same when they are made twice
    return request;
}

aws::Request jsonRequest(const char *method, QByteArray path, QByteArray document)
{
    aws::Request request = bareRequest(method, std::move(path));
    request.headers = {{"Content-Type"_ba, "application/json"_ba}};
    request.body = std::move(document);
    return request;
}

QByteArray labelledPath(const char *prefix, const QString &arn, const char *suffix)
{
    return prefix + aws::percentEncoded(arn.toUtf8()) + suffix;
}

core::Result<> requireClientToken(const QByteArray &document)
{
    const QJsonDocument json = QJsonDocument::fromJson(document);
    if (!json.isObject())
        return core::fail(core::Error::Kind::Usage,
                          QCoreApplication::translate("BraketRequest", "The request is not a JSON document."));
    if (!text(json.object(), "clientToken"_L1).isEmpty())
        return {};
    core::Error error;
    error.kind = core::Error::Kind::Usage;
    error.member = u"clientToken"_s;
    error.message = QCoreApplication::translate(
        "BraketRequest", "The request was not sent: without a client token it could be carried out twice.");
    return core::fail(error);
}

core::Result<QJsonObject> readObject(const QByteArray &json)
{
    aws::Response response;
    response.body = json;
    return aws::readJsonAnswer(response);
}

tl::unexpected<core::Error> incompleteAnswer(QLatin1StringView member)
{
    core::Error error;
    error.kind = core::Error::Kind::Network;
    error.message = QCoreApplication::translate("BraketAnswer",
                                                "The answer of Amazon Braket could not be read: it has no %1.")
                        .arg(member);
    error.outcomeUnknown = true;
    return tl::unexpected(std::move(error));
}

tl::unexpected<core::Error> aboutAnswer(core::Error error, const aws::Response &response)
{
    error.httpStatus = response.status;
    error.requestId = response.requestId;
    error.host = response.host;
    return tl::unexpected(std::move(error));
}

QString text(const QJsonObject &object, QLatin1StringView member)
{
    return object.value(member).toString();
}

QDateTime time(const QJsonObject &object, QLatin1StringView member)
{
    const QJsonValue value = object.value(member);
    if (value.isDouble()) {
        const double seconds = value.toDouble();
        if (!(seconds >= 0 && seconds <= lastSecond))
            return {};
        return QDateTime::fromMSecsSinceEpoch(std::llround(seconds * 1000), Qt::UTC);
    }
    const QDateTime read = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return read.isValid() ? read.toUTC() : QDateTime();
}

std::optional<qint64> integer(const QJsonObject &object, QLatin1StringView member)
{
    const QJsonValue value = object.value(member);
    // Asked twice with different defaults: a number that fits gives the same answer to both.
    const qint64 number = value.toInteger(-1);
    return number == value.toInteger(-2) ? std::optional(number) : std::nullopt;
}

QMap<QString, QString> textMap(const QJsonObject &object, QLatin1StringView member)
{
    QMap<QString, QString> found;
    const QJsonObject map = object.value(member).toObject();
    for (auto entry = map.begin(); entry != map.end(); ++entry) {
        if (entry.value().isString())
            found.insert(entry.key(), entry.value().toString());
    }
    return found;
}

QList<QJsonObject> objects(const QJsonObject &object, QLatin1StringView member)
{
    QList<QJsonObject> found;
    const QJsonArray array = object.value(member).toArray();
    found.reserve(array.size());
    for (const auto &item : array) {
        if (item.isObject())
            found.append(item.toObject());
    }
    return found;
}

} // namespace braketeer::services::braket
