#pragma once

#include <QString>

namespace braketeer::job::rules {

/// Whether a pattern of the service model matches the whole text, a final newline included: `\d` is 0 to 9, a dot
/// everything but a newline. `pattern` must live as long as the program; it is compiled once.
bool matches(const char *pattern, const QString &text);

} // namespace braketeer::job::rules
