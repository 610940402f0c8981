#pragma once

#include "flows/session.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace braketeer::apps {

/// What the program was started with.
struct Options
{
    flows::SessionOptions choice;
    QString fileName;
};

/// Reads the command line, program name first. On `--help`, `--version` or a mistake it prints what is due and gives
/// the exit code; `speak` is called before, to load the language.
std::optional<int> readOptions(const QStringList &arguments, Options &options, const std::function<void()> &speak);

} // namespace braketeer::apps
