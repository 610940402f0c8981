#pragma once

#include "job/findings.h"

#include <QIcon>

namespace braketeer::gui {

/// Icon of the desktop's theme, or the one in resources/icons drawn in the palette's text colour.
///
/// Names are those of the freedesktop icon naming specification ("document-open") or our own ("section-basics").
QIcon themeIcon(const QString &name);

/// Error, warning, info, skipped: different in form, not in colour alone.
QIcon severityIcon(job::Severity severity);
/// The mark of something complete.
QIcon okIcon();
/// "Error", "Warning" …, translated: what goes with the icon for those who do not see it.
QString severityText(job::Severity severity);

/// Icon for a job's status as the service words it (RUNNING, COMPLETED …) or a submission's state; a neutral one for
/// words not known.
QIcon statusIcon(const QString &status);

} // namespace braketeer::gui
