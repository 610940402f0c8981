#include "gui/kit/editoradapter.h"

#include "gui/kit/integeredit.h"
#include "gui/kit/linetext.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

#include <array>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

std::optional<job::Value> valueOf(const QString &text, job::Type type)
{
    return type == job::Type::Integer ? integerValue(text) : textValue(text);
}

void nameIt(QWidget &widget, const FieldText &text)
{
    widget.setAccessibleName(text.label);
    widget.setAccessibleDescription(text.help);
}

const EditorAdapter valueEdit{
    &ValueEdit::staticMetaObject,
    [](QWidget &widget, const job::Value *value) { static_cast<ValueEdit &>(widget).showValue(value); },
    [](const QWidget &widget, job::Type) { return static_cast<const ValueEdit &>(widget).value(); },
    [](QWidget &widget, QObject &context, const std::function<void()> &edited) {
        QObject::connect(&static_cast<ValueEdit &>(widget), &ValueEdit::edited, &context, edited);
    },
    [](QWidget &widget, const FieldText &text) { static_cast<ValueEdit &>(widget).describe(text); },
};

const EditorAdapter lineEdit{
    &QLineEdit::staticMetaObject,
    [](QWidget &widget, const job::Value *value) { showText(static_cast<QLineEdit &>(widget), value); },
    [](const QWidget &widget, job::Type type) { return valueOf(static_cast<const QLineEdit &>(widget).text(), type); },
    // textEdited, not textChanged: only a person's typing travels up, so nothing echoes.
    [](QWidget &widget, QObject &context, const std::function<void()> &edited) {
        QObject::connect(&static_cast<QLineEdit &>(widget), &QLineEdit::textEdited, &context, edited);
    },
    [](QWidget &widget, const FieldText &text) {
        static_cast<QLineEdit &>(widget).setPlaceholderText(text.placeholder);
        nameIt(widget, text);
    },
};

const EditorAdapter plainTextEdit{
    &QPlainTextEdit::staticMetaObject,
    [](QWidget &widget, const job::Value *value) {
        auto &edit = static_cast<QPlainTextEdit &>(widget);
        const QSignalBlocker silent(edit);
        if (edit.toPlainText() != displayText(value))
            edit.setPlainText(displayText(value));
    },
    [](const QWidget &widget, job::Type type) {
        return valueOf(static_cast<const QPlainTextEdit &>(widget).toPlainText(), type);
    },
    [](QWidget &widget, QObject &context, const std::function<void()> &edited) {
        QObject::connect(&static_cast<QPlainTextEdit &>(widget), &QPlainTextEdit::textChanged, &context, edited);
    },
    [](QWidget &widget, const FieldText &text) {
        static_cast<QPlainTextEdit &>(widget).setPlaceholderText(text.placeholder);
        nameIt(widget, text);
    },
};

const EditorAdapter comboBox{
    &QComboBox::staticMetaObject,
    [](QWidget &widget, const job::Value *value) {
        auto &combo = static_cast<QComboBox &>(widget);
        const QSignalBlocker silent(combo);
        const QString text = displayText(value);
        combo.setCurrentIndex(combo.findText(text, Qt::MatchFixedString | Qt::MatchCaseSensitive));
        if (combo.isEditable() && combo.currentText() != text)
            combo.setEditText(text);
    },
    [](const QWidget &widget, job::Type type) {
        return valueOf(static_cast<const QComboBox &>(widget).currentText(), type);
    },
    [](QWidget &widget, QObject &context, const std::function<void()> &edited) {
        auto &combo = static_cast<QComboBox &>(widget);
        QObject::connect(&combo, &QComboBox::activated, &context, edited);
        if (combo.isEditable())
            QObject::connect(combo.lineEdit(), &QLineEdit::textEdited, &context, edited);
    },
    [](QWidget &widget, const FieldText &text) {
        auto &combo = static_cast<QComboBox &>(widget);
        if (combo.isEditable())
            combo.lineEdit()->setPlaceholderText(text.placeholder);
        nameIt(widget, text);
    },
};

constexpr char shownValue[] =
    "shownValue"; ///< of a group of buttons: the text it was given, also when no button has it

// A plain widget that holds radio buttons, each with the member's value in its property `value`; the one without
// stands for absence.
const EditorAdapter radioButtons{
    &QWidget::staticMetaObject,
    [](QWidget &widget, const job::Value *value) {
        const QString text = displayText(value);
        widget.setProperty(shownValue, text);
        for (QAbstractButton *button : widget.findChildren<QAbstractButton *>()) {
            // Of exclusive buttons none can be cleared, and a value nobody knows is none of them.
            button->setAutoExclusive(false);
            button->setChecked(button->property("value").toString() == text);
            button->setAutoExclusive(true);
            if (button->isChecked())
                widget.setFocusProxy(button);
        }
    },
    [](const QWidget &widget, job::Type) -> std::optional<job::Value> {
        for (const QAbstractButton *button : widget.findChildren<QAbstractButton *>()) {
            if (button->isChecked())
                return textValue(button->property("value").toString());
        }
        return textValue(widget.property(shownValue).toString());
    },
    [](QWidget &widget, QObject &context, const std::function<void()> &edited) {
        for (QAbstractButton *button : widget.findChildren<QAbstractButton *>())
            QObject::connect(button, &QAbstractButton::clicked, &context, edited);
    },
    [](QWidget &widget, const FieldText &text) {
        nameIt(widget, text);
        // A label passes its mnemonic on only to a buddy that takes the focus; the proxy then gets it.
        widget.setFocusPolicy(Qt::StrongFocus);
        widget.setFocusProxy(widget.findChild<QAbstractButton *>());
        for (QAbstractButton *button : widget.findChildren<QAbstractButton *>())
            button->setAccessibleDescription(u"%1. %2"_s.arg(text.label, text.help));
    },
};

} // namespace

const EditorAdapter *adapterFor(const QWidget &widget)
{
    // Nearest class first; a QWidget that is nothing else must have buttons to be an editor.
    static const std::array adapters{&valueEdit, &lineEdit, &plainTextEdit, &comboBox};
    for (const EditorAdapter *adapter : adapters) {
        if (widget.metaObject()->inherits(adapter->type))
            return adapter;
    }
    return widget.findChild<QAbstractButton *>() ? &radioButtons : nullptr;
}

} // namespace braketeer::gui
