#include "sandbox/s3/listing.h"
#include "sandbox/s3/operations.h"
#include "sandbox/s3/owner.h"
#include "sandbox/s3/xml.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

constexpr int largestPage = 1000;

struct Question
{
    Listing::Query listing;
    int maxKeys = largestPage;
    bool encoded = false; ///< keys percent-encoded
};

Outcome<Question> readQuestion(const Call &call)
{
    Question question;
    question.listing.prefix = call.query.value("prefix");
    question.listing.delimiter = call.query.value("delimiter");
    const QByteArray encoding = call.query.value("encoding-type");
    question.encoded = encoding == "url";
    if (!encoding.isEmpty() && !question.encoded)
        return refuse(invalidArgument(u"Invalid Encoding Method specified in Request"_s, "encoding-type", encoding));
    if (const QByteArray text = call.query.value("max-keys"); !text.isEmpty()) {
        bool isNumber = false;
        question.maxKeys = text.toInt(&isNumber);
        if (!isNumber || question.maxKeys < 0)
            return refuse(
                invalidArgument(u"Provided max-keys not an integer or within integer range"_s, "max-keys", text));
    }
    question.listing.limit = std::min(question.maxKeys, largestPage);
    return question;
}

QByteArray shown(const Question &question, const QByteArray &key)
{
    return question.encoded ? key.toPercentEncoding("/"_ba) : key;
}

void appendCommon(Xml &xml, const Question &question, const Listing::Page &page)
{
    xml.number("MaxKeys", qint64(question.listing.limit));
    xml.leafIfAny("Delimiter", shown(question, question.listing.delimiter));
    if (question.encoded)
        xml.leaf("EncodingType", QByteArrayView("url"));
    xml.flag("IsTruncated", page.next.has_value());
    xml.append(page.contents);
    for (const QByteArray &prefix : page.commonPrefixes) {
        xml.open("CommonPrefixes");
        xml.leaf("Prefix", shown(question, prefix));
        xml.close("CommonPrefixes");
    }
}

Listing listingOf(const Call &call, const Bucket &bucket, const Question &question, bool withOwner)
{
    return {call.store, bucket.name, manyKeysOf(call, bucket), question.encoded, withOwner};
}

} // namespace

Reply listObjectsV2(const Call &call)
{
    const auto bucket = openBucket(call, Wish::List);
    if (!bucket)
        return refuse(bucket.error());
    auto question = readQuestion(call);
    if (!question)
        return refuse(question.error());
    const QByteArray token = call.query.value("continuation-token");
    const QByteArray startAfter = call.query.value("start-after");
    if (call.query.has("continuation-token")) {
        const auto place = Listing::placeOf(token);
        if (!place)
            return refuse(
                invalidArgument(u"The continuation token provided is incorrect"_s, "continuation-token", token));
        question->listing.begin = *place;
    } else if (!startAfter.isEmpty()) {
        question->listing.begin = {startAfter, true};
    }
    const bool withOwner = call.query.value("fetch-owner") == "true";
    const Listing::Page page = listingOf(call, *bucket, *question, withOwner).page(question->listing);
    Xml xml;
    xml.reserve(page.contents.size() + 4096);
    xml.openRoot("ListBucketResult");
    xml.leaf("Name", bucket->name);
    xml.leaf("Prefix", shown(*question, question->listing.prefix));
    xml.leafIfAny("StartAfter", shown(*question, startAfter));
    xml.leafIfAny("ContinuationToken", token);
    if (page.next)
        xml.leaf("NextContinuationToken", Listing::tokenOf(*page.next));
    xml.number("KeyCount", qint64(page.count));
    appendCommon(xml, *question, page);
    xml.close("ListBucketResult");
    return xmlAnswer(xml.text());
}

Reply listObjects(const Call &call)
{
    const auto bucket = openBucket(call, Wish::List);
    if (!bucket)
        return refuse(bucket.error());
    auto question = readQuestion(call);
    if (!question)
        return refuse(question.error());
    const QByteArray marker = call.query.value("marker");
    if (!marker.isEmpty())
        question->listing.begin = Listing::placeBehind(marker, question->listing);
    const Listing::Page page = listingOf(call, *bucket, *question, true).page(question->listing);
    Xml xml;
    xml.openRoot("ListBucketResult");
    xml.leaf("Name", bucket->name);
    xml.leaf("Prefix", shown(*question, question->listing.prefix));
    xml.leaf("Marker", shown(*question, marker));
    if (page.next && !question->listing.delimiter.isEmpty())
        xml.leaf("NextMarker", shown(*question, page.last));
    appendCommon(xml, *question, page);
    xml.close("ListBucketResult");
    return xmlAnswer(xml.text());
}

} // namespace braketeer::sandbox::s3
