#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace braketeer::exchange {

/// An argument for a program under cmd.exe, the same at the prompt and in a batch file.
///
/// Words of ASCII letters, digits and - . / : _ stand as they are, all others in `"…"`. Null where no text is certain
/// to arrive: % and ! (expanded inside quotes, too), line breaks and other control characters, characters beyond ASCII
/// (a batch file is read in the console's code page), and a `"` beside anything that cmd acts on: a `"` turns cmd's own
/// quoting round, whatever stands before it, so that & | < > ^ ( ) may stand unprotected, and an odd number of them
/// leaves what follows inside quotes.
std::optional<QString> quoteCmd(QStringView argument);

} // namespace braketeer::exchange
