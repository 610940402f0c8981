#pragma once

#include "gui/shell/actiontable.h"

#include <QHash>
#include <QObject>

#include <functional>

class QAction;
class QMainWindow;
class QMenu;
class QToolBar;
class QWidget;

namespace braketeer::gui {

/// The actions of one window, made from `actionTable()`: the rows are the only place that names them.
class Actions final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The action of a row, made when it is first asked for. `id` must be in the table.
    QAction *action(const char *id);
    /// What happens when it is chosen; `context` ends the connection when it goes.
    void on(const char *id, QObject *context, std::function<void()> call);

    /// The menu bar, each menu named "menu.<n>" and still empty.
    void buildMenuBar(QMainWindow &window);
    /// Fills the menus, in a step of its own; also makes every shortcut work in the whole window.
    void fillMenus(QMainWindow &window);
    /// The buttons of the rows marked for the toolbar.
    void addToolbarButtons(QToolBar &bar);
    /// Icons, in a step of their own: looking them up takes longer than making the window.
    void loadIcons();

    QMenu *menu(Menu which) const { return m_menus.value(int(which)); }

    /// Every action that a person can choose now, menus' own additions (sections, panes, recent files) included.
    QList<QAction *> reachable() const;

private:
    QHash<QByteArray, QAction *> m_actions;
    QHash<int, QMenu *> m_menus;
};

} // namespace braketeer::gui
