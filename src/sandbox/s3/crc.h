#pragma once

#include <cstddef>
#include <cstdint>

namespace braketeer::sandbox::s3 {

/// The checksums of S3, each continued from the result before; 0 begins. CRC-32 is that of zlib, CRC-32C the one of
/// Castagnoli, CRC-64 the one of NVM Express.
std::uint32_t crc32(std::uint32_t before, const char *data, std::size_t size);
std::uint32_t crc32c(std::uint32_t before, const char *data, std::size_t size);
std::uint64_t crc64nvme(std::uint64_t before, const char *data, std::size_t size);

} // namespace braketeer::sandbox::s3
