#include "gui/storage/storagewords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

constexpr char16_t controlPictures = 0x2400; ///< Unicode block "Control Pictures"
constexpr char16_t deletePicture = 0x2421;

} // namespace

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString dateText(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : QString();
}

QString dayText(const QDateTime &time, const QDateTime &now)
{
    const QDate day = time.toLocalTime().date();
    return QLocale().toString(day, day.year() == now.toLocalTime().date().year() ? u"d MMM"_s : u"d MMM yyyy"_s);
}

QString shownName(const QString &name)
{
    QString shown = name;
    for (QChar &letter : shown) {
        if (letter.unicode() < 0x20)
            letter = QChar(char16_t(controlPictures + letter.unicode()));
        else if (letter.unicode() == 0x7f)
            letter = QChar(deletePicture);
    }
    return shown;
}

QString lastPart(const core::S3Uri &place)
{
    if (place.key.isEmpty())
        return place.bucket;
    const qsizetype slash = QStringView(place.key).chopped(1).lastIndexOf(u'/');
    return place.key.sliced(slash + 1);
}

core::S3Uri folderOf(const core::S3Uri &place)
{
    if (place.key.isEmpty())
        return place;
    const qsizetype slash = QStringView(place.key).chopped(1).lastIndexOf(u'/');
    return {place.bucket, place.key.first(slash + 1)};
}

core::S3Uri upFrom(const core::S3Uri &place)
{
    return place.key.isEmpty() ? core::S3Uri() : folderOf(place);
}

bool isRefused(const core::Error &error)
{
    return error.kind == core::Error::Kind::Service && error.httpStatus == 403 && !areKeysRefused(error);
}

bool areKeysRefused(const core::Error &error)
{
    // Source: Amazon S3 API Reference, "Error responses".
    static const QStringList codes{u"InvalidAccessKeyId"_s, u"SignatureDoesNotMatch"_s, u"RequestTimeTooSkewed"_s,
                                   u"ExpiredToken"_s,       u"InvalidToken"_s,          u"TokenRefreshRequired"_s};
    return error.kind == core::Error::Kind::Service && codes.contains(error.serviceCode);
}

QString bucketsTrouble(const core::Error &error)
{
    if (!isRefused(error))
        return error.text();
    return Text::tr("These credentials may not list the account's buckets: s3:ListAllMyBuckets is missing. "
                    "Type or paste an address above, such as s3://bucket/folder/, to go there directly.");
}

QString listingTrouble(const core::Error &error, const core::S3Uri &place, flows::BucketTerms terms)
{
    if (!isRefused(error))
        return error.text();
    if (terms == flows::BucketTerms::Unsigned)
        return Text::tr("“%1” may not be listed without a signature: it is not public. The whole address of an object "
                        "that is public can be typed above.")
            .arg(place.bucket);
    return Text::tr("These credentials may not list what is in “%1”: s3:ListBucket on arn:aws:s3:::%1 is missing. "
                    "The whole address of an object that may be read can be typed above.")
        .arg(place.bucket);
}

QString termsText(flows::BucketTerms terms)
{
    switch (terms) {
    case flows::BucketTerms::RequesterPays:
        return Text::tr("Requester pays");
    case flows::BucketTerms::Unsigned:
        return Text::tr("Not signed");
    case flows::BucketTerms::Signed:
        break;
    }
    return Text::tr("Signed");
}

QString payerText(const QString &owner)
{
    if (owner.startsWith(u'\u0001'))
        return Text::tr("the demo's account (which costs nothing)");
    return owner.isEmpty() ? Text::tr("the account of your keys")
                           : Text::tr("the account of the profile “%1”").arg(owner);
}

} // namespace braketeer::gui
