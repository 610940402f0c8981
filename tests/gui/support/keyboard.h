#pragma once

#include <QApplication>
#include <QTest>
#include <QWidget>

/// A person at the keyboard: nothing here touches a widget but by keys sent to the one that has the focus.
namespace braketeer::test {

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget *const target = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
    if (target)
        QTest::keyClick(target, key, modifiers);
}

inline void type(const QString &text)
{
    if (QApplication::focusWidget())
        QTest::keyClicks(QApplication::focusWidget(), text);
}

/// The member that the focused widget edits, its own or that of the editor it is a part of.
inline QString focusedMember()
{
    for (const QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        const QString member = widget->property("member").toString();
        if (!member.isEmpty())
            return member;
    }
    return {};
}

/// Presses Tab until the focus is in the field of `member`.
inline bool tabToMember(const QString &member)
{
    for (int presses = 0; presses < 60; ++presses) {
        if (focusedMember() == member)
            return true;
        press(Qt::Key_Tab);
    }
    return false;
}

/// Presses Tab until the widget with this objectName has the focus.
inline bool tabToName(const QString &name)
{
    for (int presses = 0; presses < 60; ++presses) {
        if (QApplication::focusWidget() && QApplication::focusWidget()->objectName() == name)
            return true;
        press(Qt::Key_Tab);
    }
    return false;
}

} // namespace braketeer::test
