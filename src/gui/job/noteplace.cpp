#include "gui/job/noteplace.h"

#include "gui/kit/fieldnote.h"
#include "gui/kit/measures.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <memory>

namespace braketeer::gui {
namespace {

void befriend(QFormLayout &form, QWidget &widget)
{
    auto *label = qobject_cast<QLabel *>(form.labelForField(&widget));
    if (label && !label->buddy())
        label->setBuddy(&widget);
}

} // namespace

FieldNote *placeNote(QWidget &widget)
{
    QWidget *parent = widget.parentWidget();
    auto *note = new FieldNote;
    QLayout *layout = parent ? parent->layout() : nullptr;
    if (auto *form = qobject_cast<QFormLayout *>(layout)) {
        befriend(*form, widget);
        auto *both = new QWidget(parent);
        both->setSizePolicy(widget.sizePolicy().horizontalPolicy(), QSizePolicy::Preferred);
        const std::unique_ptr<QLayoutItem> old(form->replaceWidget(&widget, both, Qt::FindDirectChildrenOnly));
        auto *column = new QVBoxLayout(both);
        column->setContentsMargins({});
        column->setSpacing(tightSpacing(widget));
        column->addWidget(&widget);
        column->addWidget(note);
    } else if (auto *box = qobject_cast<QVBoxLayout *>(layout)) {
        box->insertWidget(box->indexOf(&widget) + 1, note);
    } else {
        note->setParent(&widget); // nowhere to show it: kept for assistive technology only
    }
    return note;
}

} // namespace braketeer::gui
