#pragma once

#include <QStringView>

namespace braketeer::exchange {

/// Character classes of the shorthand syntax, as the regular expressions of awscli/shorthand.py have them, for the
/// reader and the writer. Characters beyond U+FFFF belong to none: they need quotes.

/// May stand in a key: ASCII letters, digits and - _ . # / :
bool isShorthandKeyCharacter(char32_t character);

/// May begin a bare value.
bool beginsShorthandValue(char32_t character);

/// May go on a bare value after `=` or in a list or structure.
bool continuesFirstValue(char32_t character);

/// May go on a bare value after a comma, where `=` would make it a key.
bool continuesSecondValue(char32_t character);

/// White space as Python's str.isspace() sees it.
bool isPythonSpace(char32_t character);

/// White space between the parts of an argument (Python's string.whitespace).
bool isShorthandBlank(char32_t character);

} // namespace braketeer::exchange
