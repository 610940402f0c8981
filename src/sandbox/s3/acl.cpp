#include "sandbox/s3/operations.h"
#include "sandbox/s3/owner.h"

namespace braketeer::sandbox::s3 {
namespace {

// Only the owner, who may do everything.
Answer acl()
{
    Xml xml;
    xml.openRoot("AccessControlPolicy");
    appendOwner(xml, "Owner");
    xml.open("AccessControlList");
    xml.open("Grant");
    xml.append("<Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"CanonicalUser\">");
    xml.leaf("ID", QByteArray(64, '0'));
    xml.leaf("DisplayName", QByteArrayView("sandbox"));
    xml.close("Grantee");
    xml.leaf("Permission", QByteArrayView("FULL_CONTROL"));
    xml.close("Grant");
    xml.close("AccessControlList");
    xml.close("AccessControlPolicy");
    return xmlAnswer(xml.text());
}

} // namespace

Reply getBucketAcl(const Call &call)
{
    const auto bucket = openBucket(call, Wish::Write);
    if (!bucket)
        return refuse(bucket.error());
    return acl();
}

Reply getObjectAcl(const Call &call)
{
    const auto bucket = openBucket(call, Wish::Write);
    if (!bucket)
        return refuse(bucket.error());
    if (!findObject(call, *bucket, call.address.key))
        return refuse(noSuchKey(call.address.key));
    return acl();
}

} // namespace braketeer::sandbox::s3
