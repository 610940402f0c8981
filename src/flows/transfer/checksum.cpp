#include "flows/transfer/checksum.h"

#include "aws/bulk/crc32c.h"
#include "aws/bulk/digest.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

ExpectedChecksum parse(aws::BulkDigest kind, qsizetype bytes, const QString &text)
{
    ExpectedChecksum expected;
    const qsizetype hyphen = text.indexOf(u'-');
    expected.composite = hyphen >= 0;
    expected.parts = expected.composite ? text.sliced(hyphen + 1).toInt() : 0;
    expected.value = QByteArray::fromBase64(text.first(expected.composite ? hyphen : text.size()).toLatin1());
    if (expected.value.size() == bytes && (!expected.composite || expected.parts > 0))
        expected.kind = kind;
    return expected;
}

core::Result<QByteArray> digestOfPart(const ExpectedChecksum &expected,
                                      const std::shared_ptr<const aws::BulkFile> &file, const PartPlan &plan,
                                      const QMap<int, QByteArray> &parts, int number)
{
    if (const QByteArray known = parts.value(number); !known.isEmpty())
        return known;
    return aws::digestOf({file, plan.offset(number), plan.length(number)}, expected.kind);
}

} // namespace

aws::BulkDigest ExpectedChecksum::perPart() const
{
    // SHA-256 of the whole cannot be put together from parts.
    return composite || kind == aws::BulkDigest::Crc32c ? kind : aws::BulkDigest::None;
}

Proof ExpectedChecksum::proof() const
{
    switch (kind) {
    case aws::BulkDigest::None:
        return Proof::Length;
    case aws::BulkDigest::Sha256:
        return Proof::Sha256;
    case aws::BulkDigest::Crc32c:
        return Proof::Crc32c;
    }
    return Proof::Length;
}

ExpectedChecksum expectedChecksum(const QMap<QString, QString> &checksums)
{
    if (auto crc = parse(aws::BulkDigest::Crc32c, 4, checksums.value(u"CRC32C"_s)))
        return crc;
    return parse(aws::BulkDigest::Sha256, 32, checksums.value(u"SHA256"_s));
}

core::Result<bool> isAsExpected(const ExpectedChecksum &expected, std::shared_ptr<const aws::BulkFile> file,
                                const PartPlan &plan, const QMap<int, QByteArray> &parts)
{
    if (expected.perPart() == aws::BulkDigest::None) {
        const auto whole = aws::digestOf({file, 0, plan.size}, expected.kind);
        if (!whole)
            return core::fail(whole.error());
        return *whole == expected.value;
    }
    aws::RunningDigest ofDigests(expected.kind);
    quint32 crc = 0;
    for (int number = 1; number <= plan.count(); ++number) {
        const auto digest = digestOfPart(expected, file, plan, parts, number);
        if (!digest)
            return core::fail(digest.error());
        if (expected.composite)
            ofDigests.add(*digest);
        else
            crc = aws::crc32cOfBoth(crc, qFromBigEndian<quint32>(digest->constData()), quint64(plan.length(number)));
    }
    if (expected.composite)
        return ofDigests.result() == expected.value;
    return crc == qFromBigEndian<quint32>(expected.value.constData());
}

} // namespace braketeer::flows
