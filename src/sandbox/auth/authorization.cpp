#include "sandbox/auth/authorization.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

constexpr QByteArrayView algorithm = "AWS4-HMAC-SHA256";

QByteArray parameter(const QList<QByteArray> &parts, QByteArrayView name)
{
    for (const QByteArray &part : parts) {
        const QByteArray trimmed = part.trimmed();
        if (trimmed.startsWith(name) && trimmed.size() > name.size() && trimmed.at(name.size()) == '=')
            return trimmed.mid(name.size() + 1);
    }
    return {};
}

tl::unexpected<ServiceError> incomplete(const QString &what)
{
    return refuse(403, "IncompleteSignatureException"_ba, what);
}

} // namespace

ServiceResult<Authorization> readAuthorization(const RawRequest &request)
{
    const QByteArray header = request.header("Authorization");
    if (header.isEmpty())
        return refuse(403, "MissingAuthenticationTokenException"_ba, u"Missing Authentication Token"_s);
    if (!header.startsWith(algorithm))
        return incomplete(u"Unsupported AWS 'algorithm': only AWS4-HMAC-SHA256 is served here."_s);

    const QList<QByteArray> parts = header.mid(algorithm.size()).split(',');
    QString missing;
    for (const char *name : {"Credential", "Signature", "SignedHeaders"})
        if (parameter(parts, name).isEmpty())
            missing += u"Authorization header requires '%1' parameter. "_s.arg(QLatin1StringView(name));
    if (request.header("X-Amz-Date").isEmpty() && request.header("Date").isEmpty())
        missing += u"Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "_s;
    if (!missing.isEmpty())
        return incomplete(missing.trimmed());

    const QList<QByteArray> scope = parameter(parts, "Credential").split('/');
    if (scope.size() != 5 || scope[4] != "aws4_request")
        return incomplete(u"Credential must have exactly 5 slash-delimited elements, e.g. "
                          u"keyid/date/region/service/term."_s);
    return Authorization{scope[0],
                         scope[1],
                         scope[2],
                         scope[3],
                         parameter(parts, "SignedHeaders").split(';'),
                         parameter(parts, "Signature")};
}

} // namespace braketeer::sandbox
