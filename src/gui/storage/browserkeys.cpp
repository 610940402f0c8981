#include "gui/storage/browserkeys.h"

#include <QKeyEvent>

namespace braketeer::gui {
namespace {

BrowserKey keyInTable(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Backspace && event.modifiers() == Qt::NoModifier)
        return BrowserKey::Up;
    if (event.key() == Qt::Key_End && event.modifiers() == Qt::ControlModifier)
        return BrowserKey::LoadAll;
    if (event.modifiers() == Qt::NoModifier && (event.key() == Qt::Key_Home || event.key() == Qt::Key_End))
        return event.key() == Qt::Key_Home ? BrowserKey::FirstRow : BrowserKey::LastRow;
    return event.key() == Qt::Key_Escape ? BrowserKey::Leave : BrowserKey::None;
}

BrowserKey keyInLine(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Down:
        return BrowserKey::ToTable;
    case Qt::Key_Escape:
        return BrowserKey::Leave;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return event.modifiers() & Qt::ControlModifier ? BrowserKey::None : BrowserKey::Open;
    default:
        return BrowserKey::None;
    }
}

} // namespace

BrowserKey browserKey(const QKeyEvent &event, bool inTable)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::AltModifier) {
        switch (event.key()) {
        case Qt::Key_Left:
            return BrowserKey::Back;
        case Qt::Key_Right:
            return BrowserKey::Forward;
        case Qt::Key_Up:
            return BrowserKey::Up;
        default:
            return BrowserKey::None;
        }
    }
    if (event.key() == Qt::Key_F5 && modifiers == Qt::NoModifier)
        return BrowserKey::Reload;
    if (event.key() == Qt::Key_L && modifiers == Qt::ControlModifier)
        return BrowserKey::EditPath;
    return inTable ? keyInTable(event) : keyInLine(event);
}

} // namespace braketeer::gui
