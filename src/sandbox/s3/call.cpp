#include "sandbox/s3/call.h"

#include "sandbox/s3/payload.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

Refusal elsewhere(const Call &call, const Bucket &bucket)
{
    const HeaderList headers{{"x-amz-bucket-region"_ba, bucket.region}};
    if (call.address.virtualHost)
        return {400,
                "AuthorizationHeaderMalformed"_ba,
                u"The authorization header is malformed; the region '%1' is wrong; expecting '%2'"_s.arg(
                    QString::fromUtf8(call.identity.region), QString::fromUtf8(bucket.region)),
                {{"Region"_ba, bucket.region}},
                headers};
    return {301,
            "PermanentRedirect"_ba,
            u"The bucket you are attempting to access must be addressed using the specified endpoint. Please send all "
            u"future requests to this endpoint."_s,
            {{"Endpoint"_ba, call.request.header("Host")}, {"Bucket"_ba, bucket.name}},
            headers};
}

bool agreesToPay(const Call &call)
{
    return !call.identity.anonymous
           && (call.request.header("x-amz-request-payer") == "requester"
               || call.query.value("x-amz-request-payer") == "requester");
}

bool isAllowed(const Call &call, const Bucket &bucket, Wish wish)
{
    if (wish != Wish::Write && (bucket.isPublic || (bucket.requesterPays && agreesToPay(call))))
        return true;
    if (bucket.foreign || call.identity.anonymous)
        return false;
    return wish == Wish::Write || (wish == Wish::List ? bucket.mayList : bucket.mayRead);
}

} // namespace

Outcome<Bucket> openBucket(const Call &call, Wish wish)
{
    return openBucket(call, call.address.bucket, wish);
}

Outcome<Bucket> openBucket(const Call &call, const QByteArray &name, Wish wish)
{
    const auto bucket = call.store.bucket(name);
    if (!bucket)
        return refuse(noSuchBucket(name));
    if (!call.identity.anonymous && call.identity.region != bucket->region)
        return refuse(elsewhere(call, *bucket));
    if (!isAllowed(call, *bucket, wish))
        return refuse(accessDenied());
    return *bucket;
}

ManyKeys manyKeysOf(const Call &call, const Bucket &bucket)
{
    return {bucket.manyPrefix, bucket.manyPrefix.isEmpty() ? 0 : call.manyKeys};
}

ObjectPtr findObject(const Call &call, const Bucket &bucket, const QByteArray &key)
{
    if (!bucket.manyPrefix.isEmpty() && key.startsWith(bucket.manyPrefix)) {
        const ManyKeys many = manyKeysOf(call, bucket);
        if (const auto index = many.indexOf(key))
            return std::make_shared<const Object>(many.object(*index));
    }
    return call.store.object(bucket.name, key);
}

Answer xmlAnswer(const QByteArray &xml, int status)
{
    Answer answer;
    answer.status = status;
    answer.addHeader("Content-Type"_ba, "application/xml"_ba);
    answer.body = xml;
    return answer;
}

} // namespace braketeer::sandbox::s3
