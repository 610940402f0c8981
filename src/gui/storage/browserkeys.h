#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QKeyEvent;
QT_END_NAMESPACE

namespace braketeer::gui {

/// What a key does in the storage browser.
enum class BrowserKey {
    None,
    Back,
    Forward,
    Up,
    Reload,
    EditPath,
    FirstRow,
    LastRow, ///< of those that are loaded
    LoadAll, ///< and go to the last row
    ToTable, ///< from a line to the rows
    Leave,   ///< Esc
    Open,    ///< Enter in a line
};

/// `inTable`: the rows have the focus, else one of the lines.
BrowserKey browserKey(const QKeyEvent &event, bool inTable);

} // namespace braketeer::gui
