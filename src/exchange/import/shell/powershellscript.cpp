#include "exchange/import/powershell/psscript.h"
#include "exchange/import/shell/runtimearguments.h"
#include "exchange/import/shell/shellscript.h"

namespace braketeer::exchange {
namespace {

core::Result<ShellScript> readScript(QStringView text, References &references, bool escapesForProgram)
{
    const core::Result<PsScript> read = readPsScript(text, references);
    if (!read)
        return core::fail(read.error());
    ShellScript script;
    for (const PsCommand &command : read->commands) {
        QStringList words = nativeWords(command);
        if (escapesForProgram) {
            for (QString &word : words)
                word = runtimeArgument(word);
        }
        script.commands.append({std::move(words), {}});
    }
    for (auto variable = read->variables.cbegin(); variable != read->variables.cend(); ++variable) {
        if (variable->isText() || variable->isNumber())
            script.assignments.insert(variable.key(), variable->toText());
    }
    script.substitutions = read->substitutions;
    return script;
}

} // namespace

core::Result<ShellScript> readPowerShellScript(QStringView text, References &references)
{
    return readScript(text, references, false);
}

core::Result<ShellScript> readPowerShell51Script(QStringView text, References &references)
{
    return readScript(text, references, true);
}

} // namespace braketeer::exchange
