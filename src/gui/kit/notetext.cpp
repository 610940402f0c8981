#include "gui/kit/notetext.h"

#include <utility>

namespace braketeer::gui {

NoteText::NoteText(const QString &text) : QLabel(text)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    setWordWrap(true); // after the size policy, to which it adds that the height follows from the width
}

void NoteText::say(const QString &text)
{
    if (text == this->text())
        return;
    setText(text);
    fit();
}

QSize NoteText::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().lineSpacing()};
}

QSize NoteText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, fontMetrics().lineSpacing()};
}

int NoteText::heightForWidth(int width) const
{
    if (std::exchange(m_measured, text()) != text())
        m_heights.clear();
    const auto known = m_heights.constFind(width);
    if (known != m_heights.cend())
        return *known;
    const QRect room(0, 0, width, QWIDGETSIZE_MAX);
    return *m_heights.insert(width, fontMetrics().boundingRect(room, Qt::TextWordWrap, text()).height());
}

void NoteText::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fit();
}

void NoteText::fit()
{
    setMinimumHeight(heightForWidth(width()));
}

void NoteText::changeEvent(QEvent *event)
{
    m_heights.clear(); // of another font or style
    QLabel::changeEvent(event);
}

} // namespace braketeer::gui
