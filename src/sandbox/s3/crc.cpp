#include "sandbox/s3/crc.h"

#include <QtEndian>

#include <array>
#include <cstring>

namespace braketeer::sandbox::s3 {
namespace {

template<class Word>
using Tables = std::array<std::array<Word, 256>, 8>;

template<class Word>
constexpr Tables<Word> tablesOf(Word reflectedPolynomial)
{
    Tables<Word> tables{};
    for (unsigned byte = 0; byte < 256; ++byte) {
        Word value = byte;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) != 0 ? (value >> 1) ^ reflectedPolynomial : value >> 1;
        tables[0][byte] = value;
    }
    for (unsigned byte = 0; byte < 256; ++byte)
        for (unsigned slice = 1; slice < 8; ++slice)
            tables[slice][byte] = (tables[slice - 1][byte] >> 8) ^ tables[0][tables[slice - 1][byte] & 0xff];
    return tables;
}

constexpr auto zlibTables = tablesOf<std::uint32_t>(0xedb88320U);
constexpr auto castagnoliTables = tablesOf<std::uint32_t>(0x82f63b78U);
constexpr auto nvmeTables = tablesOf<std::uint64_t>(0x9a6c9329ac4bc9b5U);

// Eight bytes a step: https://en.wikipedia.org/wiki/Computation_of_cyclic_redundancy_checks ("slicing-by-8").
template<class Word>
Word continued(const Tables<Word> &tables, Word before, const char *data, std::size_t size)
{
    Word crc = ~before;
    for (; size >= 8; data += 8, size -= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, data, 8);
        word = qFromLittleEndian(word) ^ crc;
        crc = 0;
        for (unsigned slice = 0; slice < 8; ++slice)
            crc ^= tables[7 - slice][(word >> (8 * slice)) & 0xff];
    }
    for (; size > 0; ++data, --size)
        crc = (crc >> 8) ^ tables[0][(crc ^ static_cast<unsigned char>(*data)) & 0xff];
    return ~crc;
}

} // namespace

std::uint32_t crc32(std::uint32_t before, const char *data, std::size_t size)
{
    return continued(zlibTables, before, data, size);
}

std::uint32_t crc32c(std::uint32_t before, const char *data, std::size_t size)
{
    return continued(castagnoliTables, before, data, size);
}

std::uint64_t crc64nvme(std::uint64_t before, const char *data, std::size_t size)
{
    return continued(nvmeTables, before, data, size);
}

} // namespace braketeer::sandbox::s3
