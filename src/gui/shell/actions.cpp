#include "gui/shell/actions.h"

#include "gui/kit/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Actions", source);
}

void setKeysAndTip(QAction &action, const ActionSpec &row)
{
    if (row.shortcuts)
        action.setShortcuts(QKeySequence::listFromString(QLatin1StringView(row.shortcuts)));
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    action.setToolTip(keys.isEmpty() ? text(row.tip) : QStringLiteral("%1 (%2)").arg(text(row.tip), keys));
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

QAction *Actions::action(const char *id)
{
    QAction *&known = m_actions[id];
    if (!known) {
        const auto table = actionTable();
        const auto row = std::ranges::find(table, QLatin1StringView(id),
                                           [](const ActionSpec &spec) { return QLatin1StringView(spec.id); });
        Q_ASSERT_X(row != table.end(), "Actions::action", id);
        known = new QAction(text(row->text), this);
        known->setObjectName(QLatin1StringView(id));
    }
    return known;
}

void Actions::on(const char *id, QObject *context, std::function<void()> call)
{
    connect(action(id), &QAction::triggered, context, [call = std::move(call)] { call(); });
}

void Actions::buildMenuBar(QMainWindow &window)
{
    for (const ActionSpec &row : actionTable()) {
        QMenu *&menu = m_menus[int(row.menu)];
        if (menu)
            continue;
        menu = window.menuBar()->addMenu(menuTitle(row.menu));
        menu->setObjectName(QStringLiteral("menu.%1").arg(int(row.menu)));
        menu->setToolTipsVisible(false);
    }
}

void Actions::fillMenus(QMainWindow &window)
{
    for (const ActionSpec &row : actionTable()) {
        QMenu *const menu = m_menus[int(row.menu)];
        if (row.separatorBefore && !menu->isEmpty())
            menu->addSeparator();
        QAction *const entry = action(row.id);
        setKeysAndTip(*entry, row);
        menu->addAction(entry);
        window.addAction(entry);
    }
}

void Actions::addToolbarButtons(QToolBar &bar)
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

void Actions::loadIcons()
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
