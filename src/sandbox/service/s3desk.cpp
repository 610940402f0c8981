#include "sandbox/service/s3desk.h"

#include "sandbox/faults/spoil.h"
#include "sandbox/http/bodystream.h"
#include "sandbox/s3/change.h"
#include "sandbox/service/service.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

// A connection that is lost in the middle of an upload has taken in some of it.
void readHalf(BodyStream &body)
{
    QByteArray block(64 << 10, Qt::Uninitialized);
    qint64 left = body.length().value_or(0) / 2;
    while (left > 0) {
        const qint64 count = body.read(block.data(), std::min<qint64>(left, block.size()));
        if (count == 0)
            return;
        left -= count;
    }
}

} // namespace

bool isAnonymousForS3(const RawRequest &request)
{
    const bool reads = request.method == "GET" || request.method == "HEAD";
    return reads && !request.hasHeader("Authorization") && braketService.operationOf(request).isEmpty()
           && stsService.operationOf(request).isEmpty();
}

s3::Reply serveS3(s3::S3Service &service, const RawRequest &request, BodyStream &body,
                  const s3::S3Service::Route &route, const s3::Identity &identity, const std::optional<Fault> &fault,
                  const QDateTime &now)
{
    if (!fault)
        return service.carryOut(request, body, route, identity, now);
    if (fault->kind == Fault::Kind::Throttle)
        return s3::refuse(s3::slowDown());
    if (fault->kind == Fault::Kind::Error)
        return s3::refuse({fault->status, fault->code, u"A fault rule of the sandbox asked for this error."_s, {}, {}});
    if (fault->kind == Fault::Kind::ResetBefore)
        readHalf(body);
    if (fault->kind == Fault::Kind::Change && route.address)
        s3::changeBytes(service.store(), route.address->bucket, route.address->key);
    if (fault->kind == Fault::Kind::Slow)
        body.setPace(fault->bytesPerSecond);
    s3::Reply reply = fault->preventsWork() ? s3::Reply() : service.carryOut(request, body, route, identity, now);
    return reply ? s3::Reply(spoil(*fault, std::move(*reply))) : reply;
}

} // namespace braketeer::sandbox
