#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QAbstractButton;
QT_END_NAMESPACE

namespace braketeer::gui {

/// Gives `button` the icon themeIcon(name) as soon as it has been painted once; until then it keeps the icon's place
/// free. Finding the first icon of a theme takes as long as all the rest of a form, and the first frame need not wait.
void setIconAfterFirstPaint(QAbstractButton &button, const QString &name);

} // namespace braketeer::gui
