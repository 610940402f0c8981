#pragma once

#include "gui/kit/valueedit.h"
#include "job/schema/member.h"

#include <functional>

namespace braketeer::gui {

/// How the binder talks to one class of widgets. One row per class, no row knows a member.
struct EditorAdapter
{
    const QMetaObject *type; ///< this class and those derived from it

    void (*show)(QWidget &widget, const job::Value *value);
    std::optional<job::Value> (*read)(const QWidget &widget, job::Type type);
    /// Calls `edited` when a person changes the value.
    void (*watch)(QWidget &widget, QObject &context, const std::function<void()> &edited);
    void (*describe)(QWidget &widget, const FieldText &text);
};

/// The adapter of the widget's nearest class; null for a class that cannot edit a member.
const EditorAdapter *adapterFor(const QWidget &widget);

} // namespace braketeer::gui
