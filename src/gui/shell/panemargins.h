#pragma once

#include <QByteArray>
#include <QMargins>

#include <optional>

class QSize;
class QWidget;

// What the panes take from the window's centre, in device-independent pixels: kept free until they are there.
namespace braketeer::gui {

/// From each edge of the window to the widget in it.
QMargins marginsAround(const QWidget &widget);

/// For the settings file.
QByteArray bytesOf(const QMargins &margins);

/// Nothing when these bytes are no margins, or would leave a window of this size less than a third of itself.
std::optional<QMargins> marginsOf(const QByteArray &bytes, const QSize &window);

} // namespace braketeer::gui
