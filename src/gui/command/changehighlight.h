#pragma once

#include "gui/command/textupdate.h"

#include <QTimer>

class QPlainTextEdit;

namespace braketeer::gui {

/// Lets the stretch of a text view that was edited last stand out for a moment, in the palette's colour of selections.
/// Changes in quick succession are one stretch. The view must outlive it.
class ChangeHighlight final
{
public:
    explicit ChangeHighlight(QPlainTextEdit &view);

    void show(const TextChange &change);
    void clear();

private:
    QPlainTextEdit &m_view;
    QTimer m_end;
    qsizetype m_from = 0; ///< the stretch that stands out now; empty when none does
    qsizetype m_to = 0;
};

} // namespace braketeer::gui
