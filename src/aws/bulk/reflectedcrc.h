#pragma once

#include <QByteArrayView>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace braketeer::aws {

/// A CRC whose bits run from the lowest to the highest, which begins with all bits set and ends with all turned over:
/// CRC-32, CRC-32C and CRC-64/NVME are. Eight bytes at a time by tables that the compiler makes: between one and two
/// GiB a second.
///
/// `polynomial`: with its bits in reverse. A CRC that goes in is what came out for the bytes before; 0 to begin with.
template<class Word>
class ReflectedCrc final
{
public:
    constexpr explicit ReflectedCrc(Word polynomial) : m_polynomial(polynomial)
    {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            Word crc = Word(byte);
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1) ^ ((crc & 1) != 0 ? polynomial : 0);
            m_tables[0][byte] = crc;
        }
        for (std::size_t table = 1; table < m_tables.size(); ++table) {
            for (std::size_t byte = 0; byte < 256; ++byte) {
                const Word before = m_tables[table - 1][byte];
                m_tables[table][byte] = (before >> 8) ^ m_tables[0][before & 0xff];
            }
        }
    }

    Word of(QByteArrayView bytes, Word start = 0) const
    {
        Word crc = ~start;
        const auto *at = reinterpret_cast<const unsigned char *>(bytes.data());
        const auto *const end = at + bytes.size();
        for (; end - at >= 8; at += 8)
            crc = eightMore(crc, at);
        for (; at != end; ++at)
            crc = (crc >> 8) ^ m_tables[0][(crc ^ *at) & 0xff];
        return ~crc;
    }

    /// A square matrix of bits, by columns: what a number of zero bytes does to a CRC.
    using Matrix = std::array<Word, std::numeric_limits<Word>::digits>;

    static constexpr Word times(const Matrix &matrix, Word vector)
    {
        Word sum = 0;
        for (std::size_t column = 0; vector != 0; vector >>= 1, ++column) {
            if ((vector & 1) != 0)
                sum ^= matrix[column];
        }
        return sum;
    }

    /// Twice as many zeros.
    static constexpr Matrix squared(const Matrix &matrix)
    {
        Matrix result{};
        for (std::size_t column = 0; column < result.size(); ++column)
            result[column] = times(matrix, matrix[column]);
        return result;
    }

    constexpr Matrix oneZeroByte() const
    {
        Matrix oneBit{m_polynomial};
        for (std::size_t column = 1; column < oneBit.size(); ++column)
            oneBit[column] = Word(1) << (column - 1);
        return squared(squared(squared(oneBit)));
    }

    /// Of two pieces one after the other, from the CRC of each and the length of the second.
    // As zlib's crc32_combine: the first CRC goes through as many zero bytes as the second piece is long.
    constexpr Word ofBoth(Word first, Word second, std::uint64_t secondLength) const
    {
        for (Matrix zeros = oneZeroByte(); secondLength != 0; secondLength >>= 1) {
            if ((secondLength & 1) != 0)
                first = times(zeros, first);
            zeros = squared(zeros);
        }
        return first ^ second;
    }

private:
    Word eightMore(Word crc, const unsigned char *at) const
    {
        Word sum = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            const Word before = i < sizeof(Word) ? crc >> (8 * i) : 0;
            sum ^= m_tables[7 - i][(before ^ at[i]) & 0xff];
        }
        return sum;
    }

    Word m_polynomial;
    std::array<std::array<Word, 256>, 8> m_tables{};
};

} // namespace braketeer::aws
