#include "sandbox/s3/payload.h"

#include "sandbox/s3/payloadreader.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

constexpr qint64 blockSize = 256 << 10;
constexpr qint64 largest = qint64(5) << 30; // of one upload; Amazon S3 User Guide, "Uploading objects"

using Problem = std::optional<Refusal>;

Refusal badDigest(const QString &name)
{
    return {400, "BadDigest"_ba, u"The %1 you specified did not match the calculated checksum."_s.arg(name), {}, {}};
}

Refusal invalidDigest(const QString &name)
{
    return {400, "InvalidDigest"_ba, u"The %1 you specified is not valid."_s.arg(name), {}, {}};
}

/// What has to be proven of a body.
struct Demands
{
    std::optional<qint64> size;
    QByteArray contentMd5; ///< base64
    std::optional<Algorithm> algorithm;
    QByteArray value; ///< base64; empty: in a trailer, or not sent at all
    bool inTrailer = false;
};

Outcome<Demands> sizeDemanded(const Call &call)
{
    Demands demands;
    demands.size = call.body.length();
    if (call.identity.payload.isChunked()) {
        bool isNumber = false;
        const qint64 size = call.request.header("x-amz-decoded-content-length").toLongLong(&isNumber);
        demands.size = isNumber && size >= 0 ? std::optional(size) : std::nullopt;
    }
    if (!demands.size)
        return refuse({411, "MissingContentLength"_ba, u"You must provide the Content-Length HTTP header."_s, {}, {}});
    if (*demands.size > largest)
        return refuse({400,
                       "EntityTooLarge"_ba,
                       u"Your proposed upload exceeds the maximum allowed size"_s,
                       {{"ProposedSize"_ba, QByteArray::number(*demands.size)},
                        {"MaxSizeAllowed"_ba, QByteArray::number(largest)}},
                       {}});
    return demands;
}

Outcome<Demands> demandsOf(const Call &call, std::optional<Algorithm> wanted)
{
    auto demands = sizeDemanded(call);
    if (!demands)
        return demands;
    demands->contentMd5 = call.request.header("Content-MD5");
    if (call.request.hasHeader("Content-MD5") && QByteArray::fromBase64(demands->contentMd5).size() != 16)
        return refuse(invalidDigest(u"Content-MD5"_s));
    demands->algorithm = wanted;
    if (const auto named = algorithmNamed(call.request.header("x-amz-sdk-checksum-algorithm")))
        demands->algorithm = named;
    // Where parts become an object, they are of the object, and its operation looks at them.
    if (call.request.method == "POST" && call.query.has("uploadId"))
        return demands;
    const QByteArray trailer = call.request.header("x-amz-trailer").toLower();
    int values = 0;
    for (const Algorithm algorithm : checksumAlgorithms()) {
        const QByteArray header = headerOf(algorithm);
        const bool inHeader = call.request.hasHeader(header);
        const bool inTrailer = trailer == header;
        if (!inHeader && !inTrailer)
            continue;
        ++values;
        demands->algorithm = algorithm;
        demands->value = call.request.header(header);
        demands->inTrailer = inTrailer;
    }
    if (values > 1)
        return refuse(invalidRequest(u"Expecting a single x-amz-checksum- header. Multiple checksum Types are not "
                                     u"allowed."_s));
    return demands;
}

Problem proveMd5(const Demands &demands, const QByteArray &md5)
{
    if (demands.contentMd5.isEmpty() || QByteArray::fromBase64(demands.contentMd5) == md5)
        return {};
    return Refusal{400,
                   "BadDigest"_ba,
                   u"The Content-MD5 you specified did not match what we received."_s,
                   {{"ExpectedDigest"_ba, demands.contentMd5}, {"CalculatedDigest"_ba, md5.toBase64()}},
                   {}};
}

Problem proveHash(const PayloadRule &rule, const QByteArray &sha256)
{
    if (rule.form != PayloadRule::Form::Hashed || sha256.toHex() == rule.sha256)
        return {};
    return Refusal{400,
                   "XAmzContentSHA256Mismatch"_ba,
                   u"The provided 'x-amz-content-sha256' header does not match what was computed."_s,
                   {{"ClientComputedContentSHA256"_ba, rule.sha256}, {"S3ComputedContentSHA256"_ba, sha256.toHex()}},
                   {}};
}

Outcome<std::optional<Checksum>> proveChecksum(Demands demands, const HeaderList &trailers, Digests &digests)
{
    if (!demands.algorithm)
        return std::optional<Checksum>();
    const QByteArray header = headerOf(*demands.algorithm);
    if (demands.inTrailer)
        for (const auto &[name, value] : trailers)
            if (name == header)
                demands.value = value;
    const QByteArray computed = digests.finish(*demands.algorithm);
    if (demands.inTrailer && demands.value.isEmpty())
        return refuse({400,
                       "MalformedTrailerError"_ba,
                       u"The request contained trailing data that was not well-formed or did not conform to our "
                       u"published schema."_s,
                       {},
                       {}});
    if (!demands.value.isEmpty() && QByteArray::fromBase64(demands.value).size() != computed.size())
        return refuse(invalidRequest(u"Value for %1 header is invalid."_s.arg(QString::fromLatin1(header))));
    if (!demands.value.isEmpty() && QByteArray::fromBase64(demands.value) != computed)
        return refuse(badDigest(QString::fromLatin1(nameOf(*demands.algorithm))));
    return std::optional(Checksum{*demands.algorithm, computed.toBase64(), false});
}

} // namespace

Outcome<Received> receive(const Call &call, const Sink &sink, std::optional<Algorithm> wanted)
{
    const auto demands = demandsOf(call, wanted);
    if (!demands)
        return refuse(demands.error());
    const PayloadRule &rule = call.identity.payload;
    Digests digests;
    digests.add(Algorithm::Md5);
    if (rule.form == PayloadRule::Form::Hashed)
        digests.add(Algorithm::Sha256);
    if (demands->algorithm)
        digests.add(*demands->algorithm);

    PayloadReader reader(call.body, rule);
    QByteArray block(std::min(blockSize, *demands->size + 1), Qt::Uninitialized);
    Received received;
    while (const qint64 count = reader.read(block.data(), block.size())) {
        received.size += count;
        if (received.size > *demands->size)
            return refuse(incompleteBody());
        digests.update(block.constData(), count);
        if (!sink(block.constData(), count))
            return refuse(internalError());
    }
    if (reader.problem())
        return refuse(*reader.problem());
    if (received.size != *demands->size)
        return refuse(incompleteBody());
    // A finished digest cannot be asked again, and SHA-256 may be both hash and checksum.
    const QByteArray md5 = digests.finish(Algorithm::Md5);
    const bool hashed = rule.form == PayloadRule::Form::Hashed;
    const bool both = hashed && demands->algorithm == Algorithm::Sha256;
    if (hashed && !both)
        if (const auto problem = proveHash(rule, digests.finish(Algorithm::Sha256)))
            return refuse(*problem);
    auto checksum = proveChecksum(*demands, reader.trailers(), digests);
    if (!checksum)
        return refuse(checksum.error());
    if (both)
        if (const auto problem = proveHash(rule, QByteArray::fromBase64((*checksum)->value)))
            return refuse(*problem);
    if (const auto problem = proveMd5(*demands, md5))
        return refuse(*problem);
    received.md5 = md5.toHex();
    received.checksum = *checksum;
    return received;
}

Outcome<QByteArray> readDocument(const Call &call)
{
    constexpr qsizetype largestDocument = 2 << 20;
    QByteArray document;
    const auto received = receive(call, [&document](const char *data, qint64 size) {
        document.append(data, size);
        return document.size() <= largestDocument;
    });
    if (!received)
        return refuse(document.size() > largestDocument ? malformedXml() : received.error());
    return document;
}

Received describe(const QByteArray &bytes)
{
    return {bytes.size(), digestOf(Algorithm::Md5, bytes).toHex(), {}};
}

} // namespace braketeer::sandbox::s3
