#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace braketeer::aws {

enum class Slash { Encode, Keep };

/// Appends `raw` percent-encoded as RFC 3986 and AWS want it: all but `A-Za-z0-9-._~` becomes %XX, upper case.
void appendPercentEncoded(QByteArray &out, QByteArrayView raw, Slash slash = Slash::Encode);

/// The same as a value: `arn:aws:x` becomes `arn%3Aaws%3Ax`. For path labels and query members.
QByteArray percentEncoded(QByteArrayView raw, Slash slash = Slash::Encode);

/// Appends `encoded` with its %XX resolved. A `%` without two digits stays as it is; `+` is a plus.
void appendPercentDecoded(QByteArray &out, QByteArrayView encoded);

} // namespace braketeer::aws
