#pragma once

#include "core/result.h"
#include "exchange/import/references.h"
#include "job/value.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace braketeer::exchange {

/// One argument of a command: a word, a quoted text, a table (@{…}), a list.
struct PsArgument
{
    job::Value value;
    bool bare = false;  ///< a word without quotes: it may be a parameter's name
    bool splat = false; ///< `@name`: the list or table stands for arguments of its own
};

struct PsCommand
{
    QList<PsArgument> arguments; ///< the command's own name first
};

/// What stands in PowerShell text, as far as it is literal; all else is a stand-in of References.
struct PsScript
{
    QList<PsCommand> commands;
    QHash<QString, job::Value> variables; ///< what is assigned to them, by name in lower case
    QStringList substitutions;            ///< the insides of $(…) and (…), where a command may stand
};

/// Reads statements, strings of every kind, here-strings, lists and tables. Source of the rules: about_Parsing,
/// about_Quoting_Rules, about_Splatting, about_Hash_Tables; the tokenizer's CharTraits for its quotes and dashes.
core::Result<PsScript> readPsScript(QStringView text, References &references);

/// The words that a program gets from a command.
QStringList nativeWords(const PsCommand &command);

/// U+002D and the three dashes that PowerShell takes for it.
bool isPsDash(QChar character);

} // namespace braketeer::exchange
