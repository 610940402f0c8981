#pragma once

#include <QByteArrayView>

#include <cstdint>

namespace braketeer::aws {

/// CRC-32C (Castagnoli), as S3 has it for checksums: by the processor's own instruction where it has one.
///
/// `crc` is what came out for the bytes before these; 0 to begin with. Source: RFC 3720, appendix B.4.
std::uint32_t crc32c(QByteArrayView bytes, std::uint32_t crc = 0);

/// The same by table, on any processor.
std::uint32_t crc32cByTable(QByteArrayView bytes, std::uint32_t crc = 0);

/// The CRC of two pieces one after the other, from the CRC of each and the length of the second.
std::uint32_t crc32cOfBoth(std::uint32_t first, std::uint32_t second, std::uint64_t secondLength);

} // namespace braketeer::aws
