#pragma once

#include <QString>

namespace braketeer::exchange {

/// Whether `text` is a number as JSON writes it (RFC 8259, section 6). A
/// value may hold any text as its number; code is made of this one only.
bool isJsonNumber(const QString &text);

} // namespace braketeer::exchange
