#include "sandbox/braket/operations.h"
#include "sandbox/service/service.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

Answer json(int status, const QJsonObject &members)
{
    Answer answer;
    answer.status = status;
    answer.addHeader("Content-Type", "application/json");
    answer.body = QJsonDocument(members).toJson(QJsonDocument::Compact);
    return answer;
}

Answer refusal(const ServiceError &error, const QString &)
{
    Answer answer = json(error.status, {{u"message"_s, error.message}});
    answer.addHeader("x-amzn-ErrorType", error.code);
    return answer;
}

QString operationOf(const RawRequest &request)
{
    const Match match = findOperation(request);
    return match.operation ? QString::fromLatin1(match.operation->name) : QString();
}

Answer carryOut(Call call)
{
    const Match match = findOperation(call.request);
    call.label = match.label;
    const Reply reply = match.operation->carryOut(call);
    return reply ? json(match.operation->status, *reply) : refusal(reply.error(), call.requestId);
}

} // namespace

const Service braketService{"braket", PathForm::EncodedTwice, operationOf, carryOut, refusal};

} // namespace braketeer::sandbox
