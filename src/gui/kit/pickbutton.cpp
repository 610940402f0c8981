#include "gui/kit/pickbutton.h"

#include <QEvent>
#include <QLineEdit>
#include <QStyle>
#include <QStyleOptionFrame>

namespace braketeer::gui {

PickButton::PickButton(QLineEdit &line, const QString &text) : QToolButton(&line), m_line(line)
{
    setText(text);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::ArrowCursor);
    setFont(line.parentWidget() ? line.parentWidget()->font() : line.font());
    line.installEventFilter(this);
    place();
}

bool PickButton::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutDirectionChange)
        place();
    return QToolButton::eventFilter(watched, event);
}

void PickButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        place();
}

void PickButton::place()
{
    QStyleOptionFrame frame;
    frame.initFrom(&m_line);
    const int edge = m_line.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &frame, &m_line);
    const int width = qMin(sizeHint().width(), m_line.width() / 2);
    const bool leftToRight = m_line.layoutDirection() == Qt::LeftToRight;
    setGeometry(leftToRight ? m_line.width() - width - edge : edge, edge, width, m_line.height() - 2 * edge);
    m_line.setTextMargins(leftToRight ? QMargins(0, 0, width, 0) : QMargins(width, 0, 0, 0));
}

} // namespace braketeer::gui
