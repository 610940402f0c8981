#pragma once

#include <QString>
#include <QStringView>

namespace braketeer::exchange {

/// One word for sh, dash, bash, ksh and zsh (not csh). Words of letters, digits and @ % + = : , . / - _ stand as they
/// are, unless they begin with = (which zsh expands); all others come in single quotes, the empty word as ''. A NUL
/// character, which no argument can hold, is left out.
QString quotePosix(QStringView word);

} // namespace braketeer::exchange
