#include "gui/kit/valueedit.h"

namespace braketeer::gui {

ValueEdit::ValueEdit(QWidget *parent) : QWidget(parent)
{
    // A label passes its mnemonic on only to a buddy that takes the focus; the focus proxy then gets it.
    setFocusPolicy(Qt::StrongFocus);
}

void ValueEdit::markFindings(const job::Findings &) { }

void ValueEdit::setRegion(const QString &) { }

void ValueEdit::focusOn(const job::Path &)
{
    setFocus(Qt::OtherFocusReason);
}

} // namespace braketeer::gui
