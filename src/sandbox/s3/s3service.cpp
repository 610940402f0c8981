#include "sandbox/s3/s3service.h"

#include "sandbox/s3/demobuckets.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {

S3Service::S3Service(const QString &folder, qint64 manyKeys, const QString &region)
    : m_store(folder, [region](Store &store) { addDemoBuckets(store, region.toUtf8()); }), m_manyKeys(manyKeys)
{
}

QString S3Service::Route::operationName() const
{
    return operation ? QString::fromLatin1(operation->name) : QString();
}

S3Service::Route S3Service::routeOf(const RawRequest &request)
{
    Route route{readAddress(request), Query(request.query())};
    if (route.address)
        route.operation = findOperation(request, *route.address, route.query);
    return route;
}

Reply S3Service::carryOut(const RawRequest &request, BodyStream &body, const Route &route, const Identity &identity,
                          const QDateTime &now)
{
    if (!route.address)
        return refuse(route.address.error());
    if (!route.operation)
        return refuse({405,
                       "MethodNotAllowed"_ba,
                       u"The specified method is not allowed against this resource."_s,
                       {{"Method"_ba, request.method}},
                       {}});
    return route.operation->carryOut({request, body, *route.address, route.query, identity, m_store, m_manyKeys, now});
}

} // namespace braketeer::sandbox::s3
