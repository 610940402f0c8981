#include "aws/bulk/crc.h"

#include "aws/bulk/reflectedcrc.h"

#include <cstring>

#if defined(__x86_64__)
#include <nmmintrin.h>
#endif

namespace braketeer::aws {
namespace {

using Crc32 = ReflectedCrc<std::uint32_t>;
using Crc64 = ReflectedCrc<std::uint64_t>;

constexpr Crc32 ieee(0xedb88320);
constexpr Crc32 castagnoli(0x82f63b78);
constexpr Crc64 nvme(0x9a6c9329ac4bc9b5);

#if defined(__x86_64__)
// The instruction takes three cycles but can begin in each: three lanes at once, put together at their ends.
constexpr qsizetype laneBytes = 4096;
constexpr Crc32::Matrix laneOfZeros = [] {
    Crc32::Matrix zeros = castagnoli.oneZeroByte();
    for (qsizetype bytes = 1; bytes < laneBytes; bytes *= 2)
        zeros = Crc32::squared(zeros);
    return zeros;
}();

std::uint64_t wordAt(const char *at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

__attribute__((target("sse4.2"))) std::uint64_t threeLanes(const char *at, std::uint64_t first)
{
    std::uint64_t second = 0;
    std::uint64_t third = 0;
    for (const char *const end = at + laneBytes; at != end; at += 8) {
        first = _mm_crc32_u64(first, wordAt(at));
        second = _mm_crc32_u64(second, wordAt(at + laneBytes));
        third = _mm_crc32_u64(third, wordAt(at + 2 * laneBytes));
    }
    const std::uint32_t both = Crc32::times(laneOfZeros, std::uint32_t(first)) ^ std::uint32_t(second);
    return Crc32::times(laneOfZeros, both) ^ std::uint32_t(third);
}

__attribute__((target("sse4.2"))) std::uint32_t crc32cByInstruction(QByteArrayView bytes, std::uint32_t start)
{
    std::uint64_t crc = ~start;
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    for (; end - at >= 3 * laneBytes; at += 3 * laneBytes)
        crc = threeLanes(at, crc);
    for (; end - at >= 8; at += 8)
        crc = _mm_crc32_u64(crc, wordAt(at));
    auto low = std::uint32_t(crc);
    for (; at != end; ++at)
        low = _mm_crc32_u8(low, static_cast<unsigned char>(*at));
    return ~low;
}
#endif

} // namespace

std::uint32_t crc32(QByteArrayView bytes, std::uint32_t crc)
{
    return ieee.of(bytes, crc);
}

std::uint32_t crc32cByTable(QByteArrayView bytes, std::uint32_t crc)
{
    return castagnoli.of(bytes, crc);
}

std::uint32_t crc32c(QByteArrayView bytes, std::uint32_t crc)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("sse4.2"))
        return crc32cByInstruction(bytes, crc);
#endif
    return crc32cByTable(bytes, crc);
}

std::uint64_t crc64Nvme(QByteArrayView bytes, std::uint64_t crc)
{
    return nvme.of(bytes, crc);
}

std::uint32_t crc32OfBoth(std::uint32_t first, std::uint32_t second, std::uint64_t secondLength)
{
    return ieee.ofBoth(first, second, secondLength);
}

std::uint32_t crc32cOfBoth(std::uint32_t first, std::uint32_t second, std::uint64_t secondLength)
{
    return castagnoli.ofBoth(first, second, secondLength);
}

std::uint64_t crc64NvmeOfBoth(std::uint64_t first, std::uint64_t second, std::uint64_t secondLength)
{
    return nvme.ofBoth(first, second, secondLength);
}

} // namespace braketeer::aws
