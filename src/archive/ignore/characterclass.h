#pragma once

#include <QByteArrayView>

#include <bitset>
#include <optional>

namespace braketeer::archive::ignore {

/// The bytes that `[…]` at `at` stands for; moves `at` behind it. Ranges, `!` or `^` for "not", a `]` at the first
/// place, escapes, `[:alpha:]` and its like. Null when it has no end or names an unknown class: such a pattern fits
/// nothing.
std::optional<std::bitset<256>> readClass(QByteArrayView pattern, qsizetype &at);

} // namespace braketeer::archive::ignore
