#pragma once

#include <QByteArrayView>

#include <cstdint>

namespace braketeer::aws {

// The CRCs that S3 keeps. `crc` is what came out for the bytes before these; 0 to begin with.

/// CRC-32, as in zip files. By tables: 1 GiB takes between half a second and a whole one.
std::uint32_t crc32(QByteArrayView bytes, std::uint32_t crc = 0);

/// CRC-32C (Castagnoli): by the processor's own instruction where it has one. Source: RFC 3720, appendix B.4.
std::uint32_t crc32c(QByteArrayView bytes, std::uint32_t crc = 0);

/// The same by tables, on any processor.
std::uint32_t crc32cByTable(QByteArrayView bytes, std::uint32_t crc = 0);

/// CRC-64/NVME, what newer AWS programs send by themselves. By tables. Source: NVM Express NVM Command Set
/// Specification 1.0, "64b CRC Definition".
std::uint64_t crc64Nvme(QByteArrayView bytes, std::uint64_t crc = 0);

/// Of two pieces one after the other, from the CRC of each and the length of the second.
std::uint32_t crc32OfBoth(std::uint32_t first, std::uint32_t second, std::uint64_t secondLength);
std::uint32_t crc32cOfBoth(std::uint32_t first, std::uint32_t second, std::uint64_t secondLength);
std::uint64_t crc64NvmeOfBoth(std::uint64_t first, std::uint64_t second, std::uint64_t secondLength);

} // namespace braketeer::aws
