#include "job/rules/bucketname.h"

#include "job/rules/say.h"

#include <QRegularExpression>

namespace braketeer::job::rules {

using namespace Qt::StringLiterals;

namespace {

bool isOldName(const QString &bucket)
{
    static const QRegularExpression old(uR"(\A[A-Za-z0-9._-]{3,255}\z)"_s);
    return old.match(bucket).hasMatch();
}

QString whatIsWrong(const QString &bucket)
{
    static const QRegularExpression letters(uR"(\A[a-z0-9.-]*\z)"_s);
    static const QRegularExpression edges(uR"(\A[a-z0-9].*[a-z0-9]\z)"_s);
    static const QRegularExpression address(uR"(\A\d{1,3}(\.\d{1,3}){3}\z)"_s);
    const QString name = quoted(bucket);
    const qsizetype length = codePoints(bucket);
    if (length < 3 || length > 63)
        return Rules::tr("The bucket name %1 has %2 characters, and must have 3 to 63: correct it.")
            .arg(name, QString::number(length));
    if (!letters.match(bucket).hasMatch())
        return Rules::tr("The bucket name %1 has characters other than a to z, 0 to 9, dot and hyphen: correct it.")
            .arg(name);
    if (!edges.match(bucket).hasMatch())
        return Rules::tr("The bucket name %1 must start and end with a letter or digit: correct it.").arg(name);
    if (bucket.contains(".."_L1))
        return Rules::tr("The bucket name %1 has two dots side by side: correct it.").arg(name);
    if (address.match(bucket).hasMatch())
        return Rules::tr("The bucket name %1 looks like an IP address, which no bucket may: correct it.").arg(name);
    return {};
}

} // namespace

BucketVerdict judgeBucketName(const QString &bucket, const QString &region)
{
    const QString message = whatIsWrong(bucket);
    const bool mayBeOld = isOldName(bucket) && (region.isEmpty() || region == "us-east-1"_L1);
    // Access points are named by ARN where a bucket is expected; whether Braket takes them is not documented.
    return {message, !mayBeOld && !bucket.startsWith("arn:"_L1)};
}

} // namespace braketeer::job::rules
