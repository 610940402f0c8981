#pragma once

#include <QString>

class QPlainTextEdit;

namespace braketeer::gui {

/// The one stretch in which two texts differ.
struct TextChange
{
    qsizetype at = 0;      ///< where it begins, in both
    qsizetype removed = 0; ///< length in the old text
    qsizetype added = 0;   ///< length in the new text
};

/// Everything outside the stretch is the same in both texts. Never cuts a surrogate pair.
TextChange changeBetween(const QString &before, const QString &after);

/// Edits `view`, which shows `before`, so that it shows `after`: only the changed stretch is touched, so that the
/// selection, the scroll position and the layout of all other lines stay. Not undoable. Gives the stretch.
TextChange updateText(QPlainTextEdit &view, const QString &before, const QString &after);

} // namespace braketeer::gui
