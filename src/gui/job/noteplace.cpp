#include "gui/job/noteplace.h"

#include "gui/job/fieldcolumn.h"
#include "gui/kit/fieldnote.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <memory>

namespace braketeer::gui {
namespace {

/// The layout that holds the widget itself, at any depth below `layout`.
QLayout *holderOf(QLayout *layout, QWidget &widget)
{
    if (!layout || layout->indexOf(&widget) >= 0)
        return layout;
    for (int i = 0; i < layout->count(); ++i) {
        if (QLayout *inner = holderOf(layout->itemAt(i)->layout(), widget))
            return inner;
    }
    return nullptr;
}

void placeInForm(QFormLayout &form, QWidget &widget, FieldNote &note)
{
    auto *label = qobject_cast<QLabel *>(form.labelForField(&widget));
    if (label && !label->buddy())
        label->setBuddy(&widget);
    auto *column = new FieldColumn(label, widget.parentWidget());
    const std::unique_ptr<QLayoutItem> old(form.replaceWidget(&widget, column, Qt::FindDirectChildrenOnly));
    column->adopt(widget, note);
}

} // namespace

FieldNote *placeNote(QWidget &widget)
{
    QLayout *layout = widget.parentWidget() ? holderOf(widget.parentWidget()->layout(), widget) : nullptr;
    auto *note = new FieldNote;
    if (auto *form = qobject_cast<QFormLayout *>(layout))
        placeInForm(*form, widget, *note);
    else if (auto *box = qobject_cast<QVBoxLayout *>(layout))
        box->insertWidget(box->indexOf(&widget) + 1, note);
    else
        note->setParent(&widget); // nowhere to show it: kept for assistive technology only
    return note;
}

} // namespace braketeer::gui
