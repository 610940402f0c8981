#pragma once

#include <QStringView>

namespace braketeer::archive {

/// Whether a member's text is needed: Python sources for entry points, requirements for what pip will be told.
bool isTextWanted(QStringView path);

/// "requirements.txt", in any folder: the container installs every one of them.
bool isRequirementsFile(QStringView path);

/// The last part of a path.
QStringView fileName(QStringView path);

} // namespace braketeer::archive
