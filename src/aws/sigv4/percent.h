#pragma once

#include "aws/sigv4/writer.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <string_view>

namespace braketeer::aws {

enum class Slash { Encode, Keep };

/// What stands in a URL without being escaped: `A-Za-z0-9-._~` (RFC 3986). A table, because each byte of a request
/// asks.
inline constexpr std::array<bool, 256> unreserved = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

constexpr bool isUnreserved(char c)
{
    return unreserved[static_cast<unsigned char>(c)];
}

/// Writes `raw` percent-encoded as RFC 3986 and AWS want it: all but the unreserved becomes %XX, upper case. At most
/// three times as long.
void putPercentEncoded(Writer &to, QByteArrayView raw, Slash slash = Slash::Encode);

/// The same as a value: `arn:aws:x` becomes `arn%3Aaws%3Ax`. For path labels and query members.
QByteArray percentEncoded(QByteArrayView raw, Slash slash = Slash::Encode);

inline void appendPercentEncoded(QByteArray &out, QByteArrayView raw, Slash slash = Slash::Encode)
{
    out.append(percentEncoded(raw, slash));
}

/// `encoded` with its %XX resolved. A `%` without two digits stays as it is; `+` is a plus.
QByteArray percentDecoded(QByteArrayView encoded);

inline void appendPercentDecoded(QByteArray &out, QByteArrayView encoded)
{
    out.append(percentDecoded(encoded));
}

} // namespace braketeer::aws
