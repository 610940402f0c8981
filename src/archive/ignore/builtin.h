#pragma once

#include "archive/pack.h"

#include <QByteArrayView>

#include <array>
#include <optional>

namespace braketeer::archive::ignore {

/// What never belongs into a script archive, by its name alone: version control and caches. `name` is one part of a
/// path.
std::optional<IgnoreReason> builtinReason(QByteArrayView name);

/// The files and folders that make the folder they are in a virtual environment: of venv, virtualenv and uv, and of
/// conda.
inline constexpr std::array environmentMarks{"pyvenv.cfg", "conda-meta"};

} // namespace braketeer::archive::ignore
