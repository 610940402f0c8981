#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace braketeer::gui {

class FieldNote;

/// Makes a note and puts it right below `widget`, in the form or box layout that holds the widget; the widget keeps
/// its place and its label, which becomes its buddy where it has none.
FieldNote *placeNote(QWidget &widget);

} // namespace braketeer::gui
