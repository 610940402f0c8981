#include "aws/http/answer.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace braketeer::aws {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Client)
};

tl::unexpected<core::Error> notUnderstood(const Response &response, QString message)
{
    core::Error error;
    error.kind = core::Error::Kind::Network;
    error.message = std::move(message);
    error.suggestion = Text::tr(
        "Something between you and the service may have answered in its place: check the endpoint, "
        "the proxy, and whether the network wants a login first.");
    error.httpStatus = response.status;
    error.requestId = response.requestId;
    error.host = response.host;
    error.outcomeUnknown = true;
    return core::fail(std::move(error));
}

} // namespace

core::Result<QJsonObject> readJsonAnswer(const Response &response)
{
    if (response.body.isEmpty())
        return QJsonObject();
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(response.body, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const QByteArray type = headerValue(response.headers, "content-type").left(80);
        return notUnderstood(response,
                             Text::tr("%1 answered with something that is not JSON (type %2, %3 bytes): %4.")
                                 .arg(response.host, type.isEmpty() ? Text::tr("unknown") : QString::fromLatin1(type))
                                 .arg(response.body.size())
                                 .arg(problem.errorString()));
    }
    if (!document.isObject())
        return notUnderstood(response, Text::tr("%1 answered with JSON that is not an object.").arg(response.host));
    return document.object();
}

} // namespace braketeer::aws
