#pragma once

#include "exchange/targets.h"

#include <QLatin1StringView>
#include <QStringView>

namespace braketeer::exchange {

/// What a command line needs to know about a shell.
struct Shell
{
    QString (*quote)(QStringView word);
    QLatin1StringView continuation; ///< joins two lines of one command, line end included
};

/// One member as an option with its quoted arguments, or as a remainder where no option can carry it.
ExportPart shellPart(const Shell &shell, const QString &key, const job::Value &value, const job::Value &shown);

/// The readable form: `aws braket create-job`, an option a line, remainders together in --cli-input-json, whose members
/// the other options add to.
QString shellCommand(const Shell &shell, const QList<ExportPart> &parts, const CommandContext &context);

} // namespace braketeer::exchange
