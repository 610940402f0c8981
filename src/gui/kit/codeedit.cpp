#include "gui/kit/codeedit.h"

#include "gui/kit/measures.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace braketeer::gui {

CodeEdit::CodeEdit(QWidget *parent) : QLineEdit(parent)
{
    setFont(codeFont(font()));
}

QSize CodeEdit::sizeHint() const
{
    const QWidget *window = parentWidget();
    const QSize own = QLineEdit::sizeHint();
    return own.expandedTo(QSize(own.width(), window ? lineHeight(*window) : 0));
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
