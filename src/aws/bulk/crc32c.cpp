#include "aws/bulk/crc32c.h"

#include <array>
#include <cstring>

#if defined(__x86_64__)
#include <nmmintrin.h>
#endif

namespace braketeer::aws {
namespace {

constexpr std::uint32_t polynomial = 0x82f63b78; // bits in reverse

constexpr std::array<std::uint32_t, 256> table = [] {
    std::array<std::uint32_t, 256> entries{};
    for (std::uint32_t byte = 0; byte < entries.size(); ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? polynomial : 0);
        entries[byte] = crc;
    }
    return entries;
}();

/// A 32 by 32 matrix of bits, by columns: what a number of zero bits does to a CRC.
using Matrix = std::array<std::uint32_t, 32>;

constexpr std::uint32_t times(const Matrix &matrix, std::uint32_t vector)
{
    std::uint32_t sum = 0;
    for (size_t column = 0; vector != 0; vector >>= 1, ++column) {
        if ((vector & 1) != 0)
            sum ^= matrix[column];
    }
    return sum;
}

constexpr Matrix squared(const Matrix &matrix)
{
    Matrix result{};
    for (size_t column = 0; column < result.size(); ++column)
        result[column] = times(matrix, matrix[column]);
    return result;
}

constexpr Matrix oneZeroByte()
{
    Matrix matrix{polynomial}; // one zero bit
    for (size_t column = 1; column < matrix.size(); ++column)
        matrix[column] = std::uint32_t(1) << (column - 1);
    return squared(squared(squared(matrix)));
}

#if defined(__x86_64__)
// The instruction takes three cycles but can begin in each: three lanes at once, put together at their ends.
constexpr qsizetype laneBytes = 4096;
constexpr Matrix laneOfZeros = [] {
    Matrix zeros = oneZeroByte();
    for (qsizetype bytes = 1; bytes < laneBytes; bytes *= 2)
        zeros = squared(zeros);
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
    const std::uint32_t both = times(laneOfZeros, std::uint32_t(first)) ^ std::uint32_t(second);
    return times(laneOfZeros, both) ^ std::uint32_t(third);
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

std::uint32_t crc32cByTable(QByteArrayView bytes, std::uint32_t start)
{
    std::uint32_t crc = ~start;
    for (const char byte : bytes)
        crc = (crc >> 8) ^ table[(crc ^ static_cast<unsigned char>(byte)) & 0xff];
    return ~crc;
}

std::uint32_t crc32c(QByteArrayView bytes, std::uint32_t crc)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("sse4.2"))
        return crc32cByInstruction(bytes, crc);
#endif
    return crc32cByTable(bytes, crc);
}

// As zlib's crc32_combine: the first CRC goes through as many zero bytes as the second piece is long.
std::uint32_t crc32cOfBoth(std::uint32_t first, std::uint32_t second, std::uint64_t secondLength)
{
    for (Matrix zeros = oneZeroByte(); secondLength != 0; secondLength >>= 1) {
        if ((secondLength & 1) != 0)
            first = times(zeros, first);
        zeros = squared(zeros);
    }
    return first ^ second;
}

} // namespace braketeer::aws
