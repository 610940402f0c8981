#include "sandbox/service/service.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

constexpr auto xmlNamespace = "https://sts.amazonaws.com/doc/2011-06-15/"_L1;

// The query protocol: the same parameters in a form or in the query.
QString parameter(const RawRequest &request, QByteArrayView name)
{
    const QByteArray text = request.body.isEmpty() ? request.query() : request.body;
    for (const QByteArray &pair : text.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals >= 0 && pair.left(equals) == name)
            return QString::fromUtf8(QByteArray::fromPercentEncoding(pair.mid(equals + 1)));
    }
    return {};
}

Answer xml(int status, const QString &text)
{
    Answer answer;
    answer.status = status;
    answer.addHeader("Content-Type", "text/xml");
    answer.body = text.toUtf8();
    return answer;
}

QString operationOf(const RawRequest &request)
{
    const bool known = request.path() == "/" && (request.method == "POST" || request.method == "GET")
                       && parameter(request, "Action") == "GetCallerIdentity"_L1;
    return known ? u"GetCallerIdentity"_s : QString();
}

Answer getCallerIdentity(Call call)
{
    const QString text =
        u"<GetCallerIdentityResponse xmlns=\"%1\"><GetCallerIdentityResult><Arn>%2</Arn>"
        u"<UserId>AIDASANDBOX0000000000</UserId><Account>000000000000</Account></GetCallerIdentityResult>"
        u"<ResponseMetadata><RequestId>%3</RequestId></ResponseMetadata>"
        u"</GetCallerIdentityResponse>"_s;
    return xml(200, text.arg(xmlNamespace, call.caller.arn.toHtmlEscaped(), call.requestId));
}

// Query services have other codes for the same refusals. Source: AWS STS API reference, "Common Errors".
QByteArray queryCode(const QByteArray &code)
{
    static const QHash<QByteArray, QByteArray> codes{
        {"MissingAuthenticationTokenException", "MissingAuthenticationToken"},
        {"IncompleteSignatureException", "IncompleteSignature"},
        {"UnrecognizedClientException", "InvalidClientTokenId"},
        {"InvalidSignatureException", "SignatureDoesNotMatch"},
        {"ExpiredTokenException", "ExpiredToken"},
        {"ThrottlingException", "Throttling"},
        {"UnknownOperationException", "InvalidAction"},
    };
    return codes.value(code, code);
}

Answer refusal(const ServiceError &error, const QString &requestId)
{
    const QString text = u"<ErrorResponse xmlns=\"%1\"><Error><Type>%2</Type><Code>%3</Code><Message>%4</Message>"
                         u"</Error><RequestId>%5</RequestId></ErrorResponse>"_s;
    return xml(error.status,
               text.arg(xmlNamespace, error.status < 500 ? u"Sender"_s : u"Receiver"_s,
                        QString::fromLatin1(queryCode(error.code)), error.message.toHtmlEscaped(), requestId));
}

} // namespace

const Service stsService{"sts", PathForm::EncodedTwice, operationOf, getCallerIdentity, refusal};

} // namespace braketeer::sandbox
