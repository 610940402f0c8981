#pragma once

#include "core/result.h"
#include "exchange/commandline/parsearguments.h"

#include <QList>
#include <QStringList>

namespace braketeer::cli {

using exchange::OptionRule;
using Takes = exchange::OptionRule::Takes;

/// A command's own arguments by its rules, where nothing may be left that it does not know: `rest` holds between
/// `leastRest` and `mostRest` arguments, none of them an option. Fails with Usage.
core::Result<exchange::ParsedArguments> readArguments(const QStringList &arguments, const QList<OptionRule> &rules,
                                                      int leastRest = 0, int mostRest = 0);

} // namespace braketeer::cli
