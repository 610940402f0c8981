#include "flows/storage/refusal.h"

#include "flows/storage/keyrules.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StorageRefusal)
};

bool isBare(const core::Error &error, int status)
{
    return error.kind == core::Error::Kind::Service && error.httpStatus == status && error.serviceCode.isEmpty();
}

} // namespace

core::Result<> checkBucket(const QString &bucket)
{
    const auto fits = [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f && c != u'/' && c != u'?'; };
    if (!bucket.isEmpty() && bucket.size() <= 255 && std::all_of(bucket.begin(), bucket.end(), fits) && bucket != "."_L1
        && bucket != ".."_L1)
        return {};
    core::Error error;
    error.kind = core::Error::Kind::Usage;
    error.message = bucket.isEmpty() ? Text::tr("No bucket is named.")
                                     : Text::tr("“%1” is no bucket's name.").arg(shownKey(bucket));
    error.suggestion = Text::tr("Names have 3 to 63 letters a to z, digits, dots and hyphens.");
    return core::fail(std::move(error));
}

Error aboutBucket(core::Error error, const QString &bucket)
{
    if (isBare(error, 404)) {
        error.serviceCode = u"NoSuchBucket"_s;
        error.message = Text::tr("There is no bucket “%1”.").arg(bucket);
        error.suggestion = Text::tr("Check its name and its account.");
    } else if (isBare(error, 403)) {
        error.serviceCode = u"AccessDenied"_s;
        error.message = Text::tr("The bucket “%1” is there, but the identity you use may not look at it.").arg(bucket);
        error.suggestion = Text::tr("It needs s3:ListBucket; the bucket may belong to another account.");
    } else if (error.serviceCode == "NoSuchBucket"_L1) {
        error.message = Text::tr("There is no bucket “%1”.").arg(bucket);
    } else if (error.serviceCode == "BucketAlreadyExists"_L1) {
        error.message = Text::tr("The bucket “%1” belongs to somebody else.").arg(bucket);
        error.suggestion = Text::tr("Names are taken once in the whole world: choose another.");
    }
    return error;
}

Error aboutObject(core::Error error, const core::S3Uri &place)
{
    const QString shown = shownKey(place.toString());
    if (const bool bare = isBare(error, 404); bare || error.serviceCode == "NoSuchKey"_L1) {
        error.serviceCode = u"NoSuchKey"_s;
        error.message = Text::tr("There is no object %1.").arg(shown);
        // Of a bucket that is not there a bare answer says no more.
        error.suggestion = bare ? Text::tr("Check the bucket, and the key letter by letter and with capitals; a folder "
                                           "is no object.")
                                : Text::tr("Check the key, letter by letter and with capitals; a folder is no object.");
    } else if (isBare(error, 403) || error.serviceCode == "AccessDenied"_L1) {
        error.serviceCode = u"AccessDenied"_s;
        error.message =
            Text::tr("The identity you use may not do that with %1, or there is no such object.").arg(shown);
        error.suggestion = Text::tr(
            "It needs s3:GetObject to read, s3:PutObject to write; without s3:ListBucket S3 does not "
            "say whether an object is there.");
    } else if (error.serviceCode == "PreconditionFailed"_L1) {
        error.message = Text::tr("%1 was changed while it was being read.").arg(shown);
        error.suggestion = Text::tr("Try again.");
    } else if (error.serviceCode == "InvalidObjectState"_L1) {
        error.message = Text::tr("%1 is archived and cannot be read now.").arg(shown);
        error.suggestion = Text::tr("Restore it first (S3 Glacier), then try again.");
    } else {
        return aboutBucket(std::move(error), place.bucket);
    }
    return error;
}

} // namespace braketeer::flows
