#include "gui/kit/codeedit.h"

#include "gui/kit/measures.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace braketeer::gui {

CodeEdit::CodeEdit(QWidget *parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &CodeEdit::showText);
}

void CodeEdit::showText(const QString &text)
{
    if (text.isEmpty() == m_plain)
        return;
    m_plain = text.isEmpty();
    setFont(m_plain ? QFont() : codeFont(font()));
}

QSize CodeEdit::sizeHint() const
{
    const QWidget *const window = parentWidget();
    if (!m_lineHeight) // layouts ask again and again
        m_lineHeight = window ? lineHeight(*window) : 0;
    const QSize own = QLineEdit::sizeHint();
    return *m_lineHeight == 0 ? own : QSize(own.width(), *m_lineHeight);
}

void CodeEdit::changeEvent(QEvent *event)
{
    m_lineHeight.reset(); // of another font, style or parent
    QLineEdit::changeEvent(event);
}

QString CodeEdit::cleaned(const QString &pasted) const
{
    return pasted.trimmed();
}

void CodeEdit::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->matches(QKeySequence::Paste) ? cleaned(QGuiApplication::clipboard()->text())
                                                             : QString();
    if (text.isEmpty() || isReadOnly()) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    insert(text); // tells of the edit by itself
}

} // namespace braketeer::gui
