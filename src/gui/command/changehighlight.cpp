#include "gui/command/changehighlight.h"

#include <QPlainTextEdit>
#include <QTextCursor>

#include <chrono>

namespace braketeer::gui {
namespace {

constexpr std::chrono::milliseconds shownFor(2500);
constexpr float strength = 0.3F; ///< of the selection's colour: text stays readable on it in every palette

} // namespace

ChangeHighlight::ChangeHighlight(QPlainTextEdit &view) : m_view(view)
{
    m_end.setSingleShot(true);
    m_end.setInterval(shownFor);
    QObject::connect(&m_end, &QTimer::timeout, &view, [this] { clear(); });
}

void ChangeHighlight::show(const TextChange &change)
{
    const qsizetype end = change.at + change.added;
    if (!m_end.isActive()) {
        m_from = change.at;
        m_to = end;
    } else {
        // The stretch of before, as the edit moved it, and the new one.
        const qsizetype moved = m_to > change.at ? m_to + change.added - change.removed : m_to;
        m_from = std::min(m_from, change.at);
        m_to = std::max(moved, end);
    }
    QTextEdit::ExtraSelection stretch;
    QColor colour = m_view.palette().color(QPalette::Highlight);
    colour.setAlphaF(strength);
    stretch.format.setBackground(colour);
    stretch.cursor = QTextCursor(m_view.document());
    stretch.cursor.setPosition(int(m_from));
    stretch.cursor.setPosition(int(m_to), QTextCursor::KeepAnchor);
    m_view.setExtraSelections({stretch});
    m_end.start();
}

void ChangeHighlight::clear()
{
    m_end.stop();
    m_view.setExtraSelections({});
}

} // namespace braketeer::gui
