#include "aws/identity/getcalleridentity.h"

#include "aws/http/client.h"
#include "aws/identity/query.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace braketeer::aws {

Request getCallerIdentityRequest()
{
    return stsRequest("GetCallerIdentity", {}, true);
}

core::Result<CallerIdentity> readCallerIdentity(QByteArrayView xml)
{
    CallerIdentity identity;
    QXmlStreamReader reader(xml.toByteArray());
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == "Account"_L1)
            identity.account = reader.readElementText();
        else if (reader.name() == "Arn"_L1)
            identity.arn = reader.readElementText();
        else if (reader.name() == "UserId"_L1)
            identity.userId = reader.readElementText();
    }
    if (reader.hasError() || identity.account.isEmpty())
        return core::fail(core::Error::Kind::Network,
                          QCoreApplication::translate("Identity", "The answer of AWS STS could not be read."));
    return identity;
}

core::Task<CallerIdentity> getCallerIdentity(std::shared_ptr<Client> client, core::CancelToken cancel)
{
    const core::Result<Response> response = co_await client->send(getCallerIdentityRequest(), cancel);
    if (!response)
        co_return core::fail(response.error());
    core::Result<CallerIdentity> identity = readCallerIdentity(response->body);
    if (!identity) {
        identity.error().host = response->host;
        identity.error().requestId = response->requestId;
    }
    co_return identity;
}

} // namespace braketeer::aws
