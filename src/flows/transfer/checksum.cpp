#include "flows/transfer/checksum.h"

#include "aws/bulk/digest.h"

#include <array>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

struct Kind
{
    QLatin1StringView name;
    aws::BulkDigest kind = aws::BulkDigest::None;
    Proof proof = Proof::None;
};

/// Those that are put together from parts come first: the file is not read once more for them.
constexpr std::array kinds{
    Kind{"CRC32C"_L1, aws::BulkDigest::Crc32c, Proof::Crc32c},
    Kind{"CRC64NVME"_L1, aws::BulkDigest::Crc64Nvme, Proof::Crc64Nvme},
    Kind{"CRC32"_L1, aws::BulkDigest::Crc32, Proof::Crc32},
    Kind{"SHA256"_L1, aws::BulkDigest::Sha256, Proof::Sha256},
    Kind{"SHA1"_L1, aws::BulkDigest::Sha1, Proof::Sha1},
};

ExpectedChecksum parse(aws::BulkDigest kind, const QString &text)
{
    ExpectedChecksum expected;
    const qsizetype hyphen = text.indexOf(u'-');
    expected.composite = hyphen >= 0;
    expected.parts = expected.composite ? text.sliced(hyphen + 1).toInt() : 0;
    expected.value = QByteArray::fromBase64(text.first(expected.composite ? hyphen : text.size()).toLatin1());
    if (expected.value.size() == aws::sizeOf(kind) && (!expected.composite || expected.parts > 0))
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
    // SHA of the whole cannot be put together from parts.
    return composite || aws::isCrc(kind) ? kind : aws::BulkDigest::None;
}

Proof ExpectedChecksum::proof() const
{
    for (const Kind &candidate : kinds) {
        if (candidate.kind == kind)
            return candidate.proof;
    }
    return Proof::Length;
}

ExpectedChecksum expectedChecksum(const QMap<QString, QString> &checksums)
{
    for (const Kind &candidate : kinds) {
        if (auto expected = parse(candidate.kind, checksums.value(candidate.name)))
            return expected;
    }
    return {};
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
    QByteArray crc;
    for (int number = 1; number <= plan.count(); ++number) {
        const auto digest = digestOfPart(expected, file, plan, parts, number);
        if (!digest)
            return core::fail(digest.error());
        if (expected.composite)
            ofDigests.add(*digest);
        else if (number == 1)
            crc = *digest;
        else
            crc = aws::crcOfBoth(expected.kind, crc, *digest, quint64(plan.length(number)));
    }
    return (plan.count() == 0 || expected.composite ? ofDigests.result() : crc) == expected.value;
}

} // namespace braketeer::flows
