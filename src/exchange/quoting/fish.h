#pragma once

#include <QString>
#include <QStringView>

namespace braketeer::exchange {

/// One word for fish. Words of letters, digits and @ + = : , . / - _ stand as they are, all others in single quotes, in
/// which fish knows two escapes: `\\` and `\'`. A NUL character, which no argument can hold, is left out.
///
/// What quotePosix() writes is no valid fish where a backslash stands before a quote or a backslash.
QString quoteFish(QStringView word);

} // namespace braketeer::exchange
