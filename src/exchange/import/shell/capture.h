#pragma once

#include "core/error.h"

#include <QString>
#include <QStringView>

namespace braketeer::exchange {

/// The index after the bracket that closes the one at `open`, with quoted stretches ('…', "…") and backslash escapes
/// skipped; -1 where nothing closes it.
qsizetype endOfBrackets(QStringView text, qsizetype open);

/// "The command cannot be read at line 3, column 7: …"
core::Error brokenCommand(QStringView text, qsizetype at, const QString &why);

/// Up to `most` characters from `at` on, for a regular expression, which looks at all of its subject before it begins;
/// never half of a surrogate pair, which it would refuse.
QString lookAhead(QStringView text, qsizetype at, qsizetype most);

/// A letter, digit or underscore of ASCII.
bool isNameCharacter(QChar character);

/// The end of the name that begins at `from`; `from` where none does.
qsizetype endOfName(QStringView text, qsizetype from);

} // namespace braketeer::exchange
