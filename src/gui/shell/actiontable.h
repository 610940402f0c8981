#pragma once

#include <QString>

#include <span>

namespace braketeer::gui {

/// Where an action stands in the menu bar; menus appear in this order.
enum class Menu { File, Edit, Job, View, Account, Help };

/// One thing a person can do in the window. Menus, toolbar, shortcuts and the command palette are made from these rows.
struct ActionSpec
{
    const char *id; ///< also the QAction's objectName: "action.file.open"
    Menu menu = Menu::File;
    const char *text = nullptr;      ///< source text with mnemonic, context "Actions"
    const char *tip = nullptr;       ///< one sentence for the tool tip, context "Actions"
    const char *icon = nullptr;      ///< name in the icon theme; null: none
    const char *shortcuts = nullptr; ///< portable text, several separated by "; "
    bool toolbar = false;            ///< also a toolbar button with its text
    bool separatorBefore = false;    ///< a line above it in the menu
};

/// All rows, in menu order.
std::span<const ActionSpec> actionTable();

/// Title of a menu with mnemonic, translated.
QString menuTitle(Menu menu);

} // namespace braketeer::gui
