#include "gui/shell/actions.h"

#include "gui/kit/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Actions", source);
}

void collect(const QMenu *menu, QList<QAction *> &into)
{
    const QList<QAction *> entries = menu->actions();
    for (QAction *entry : entries) {
        if (entry->menu())
            collect(entry->menu(), into);
        else if (!entry->isSeparator() && !entry->text().isEmpty())
            into.append(entry);
    }
}

} // namespace

Actions::Actions(QObject *parent) : QObject(parent)
{
    for (const ActionSpec &row : actionTable()) {
        auto *action = new QAction(text(row.text), this);
        action->setObjectName(QLatin1StringView(row.id));
        if (row.shortcuts)
            action->setShortcuts(QKeySequence::listFromString(QLatin1StringView(row.shortcuts)));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty() ? text(row.tip) : QStringLiteral("%1 (%2)").arg(text(row.tip), keys));
        m_actions.insert(row.id, action);
    }
}

QAction *Actions::action(const char *id) const
{
    QAction *const found = m_actions.value(id);
    Q_ASSERT_X(found, "Actions::action", id);
    return found;
}

void Actions::on(const char *id, QObject *context, std::function<void()> call) const
{
    connect(action(id), &QAction::triggered, context, [call = std::move(call)] { call(); });
}

void Actions::buildMenus(QMainWindow &window)
{
    for (const ActionSpec &row : actionTable()) {
        QMenu *&menu = m_menus[int(row.menu)];
        if (!menu) {
            menu = window.menuBar()->addMenu(menuTitle(row.menu));
            menu->setObjectName(QStringLiteral("menu.%1").arg(int(row.menu)));
            menu->setToolTipsVisible(false);
        } else if (row.separatorBefore) {
            menu->addSeparator();
        }
        QAction *const entry = action(row.id);
        menu->addAction(entry);
        window.addAction(entry);
    }
}

void Actions::addToolbarButtons(QToolBar &bar) const
{
    Menu group = Menu::File;
    for (const ActionSpec &row : actionTable()) {
        if (!row.toolbar)
            continue;
        if (row.menu != group)
            bar.addSeparator();
        group = row.menu;
        QAction *const entry = action(row.id);
        bar.addAction(entry);
        bar.widgetForAction(entry)->setObjectName(entry->objectName() + u".button"_s);
    }
}

void Actions::loadIcons() const
{
    for (const ActionSpec &row : actionTable()) {
        if (row.icon)
            action(row.id)->setIcon(themeIcon(QLatin1StringView(row.icon)));
    }
}

QList<QAction *> Actions::reachable() const
{
    QList<QAction *> entries;
    for (const Menu which : {Menu::File, Menu::Edit, Menu::Job, Menu::View, Menu::Account, Menu::Help}) {
        if (const QMenu *const found = menu(which))
            collect(found, entries);
    }
    return entries;
}

} // namespace braketeer::gui
