#include "exchange/command/shell.h"
#include "exchange/quoting/cmd.h"
#include "exchange/quoting/fish.h"
#include "exchange/quoting/posixsh.h"
#include "exchange/quoting/powershell.h"

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

constinit const Shell posixShell{"sh", [](QStringView argument) { return std::optional(quotePosix(argument)); },
                                 " \\\n"_L1, "# "_L1, true};
constinit const Shell fishShell{"fish", [](QStringView argument) { return std::optional(quoteFish(argument)); },
                                " \\\n"_L1, "# "_L1, false};
constinit const Shell powerShell{"PowerShell", quotePowerShell7, " `\n"_L1, "# "_L1, false};
constinit const Shell windowsPowerShell{"Windows PowerShell", quotePowerShell51, " `\n"_L1, "# "_L1, false};
constinit const Shell cmdShell{"cmd", quoteCmd, " ^\n"_L1, "rem "_L1, false};

} // namespace braketeer::exchange
