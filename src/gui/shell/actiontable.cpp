#include "gui/shell/actiontable.h"

#include <QCoreApplication>

namespace braketeer::gui {
namespace {

constexpr ActionSpec rows[] = {
    {.id = "action.file.new",
     .menu = Menu::File,
     .text = QT_TRANSLATE_NOOP("Actions", "&New"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Start an empty job"),
     .icon = "document-new",
     .shortcuts = "Ctrl+N",
     .toolbar = true},
    {.id = "action.file.template",
     .menu = Menu::File,
     .text = QT_TRANSLATE_NOOP("Actions", "New from a &template…"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Start with a job that asks only for what you must say"),
     .shortcuts = "Ctrl+Shift+N"},
    {.id = "action.file.sample",
     .menu = Menu::File,
     .text = QT_TRANSLATE_NOOP("Actions", "New from the sample &job"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Start with a complete job that prepares a Bell pair on a simulator")},
    {.id = "action.file.open",
     .menu = Menu::File,
     .text = QT_TRANSLATE_NOOP("Actions", "&Open…"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Open a job document, JSON or YAML"),
     .icon = "document-open",
     .shortcuts = "Ctrl+O",
     .toolbar = true},
    {.id = "action.file.import",
     .menu = Menu::File,
     .text = QT_TRANSLATE_NOOP("Actions", "&Import…"),
     .tip = QT_TRANSLATE_NOOP("Actions",
                              "Paste a command of any shell, a Python call, an answer of GetJob: it becomes the job"),
     .icon = "document-import",
     .shortcuts = "Ctrl+I"},
    {.id = "action.file.save",
     .menu = Menu::File,
     .text = QT_TRANSLATE_NOOP("Actions", "&Save"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Save the job document"),
     .icon = "document-save",
     .shortcuts = "Ctrl+S",
     .toolbar = true,
     .separatorBefore = true},
    {.id = "action.file.saveas",
     .menu = Menu::File,
     .text = QT_TRANSLATE_NOOP("Actions", "Save &as…"),
     .tip = QT_TRANSLATE_NOOP("Actions",
                              "Save the job document under another name; the ending decides: .json or .yaml"),
     .icon = "document-save-as",
     .shortcuts = "Ctrl+Shift+S"},
    {.id = "action.file.savetemplate",
     .menu = Menu::File,
     .text = QT_TRANSLATE_NOOP("Actions", "Save as a te&mplate…"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Keep the job in your list of templates")},
    {.id = "action.file.quit",
     .menu = Menu::File,
     .text = QT_TRANSLATE_NOOP("Actions", "&Quit"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Close the window; the draft is kept"),
     .icon = "application-exit",
     .shortcuts = "Ctrl+Q",
     .separatorBefore = true},

    {.id = "action.edit.undo",
     .menu = Menu::Edit,
     .text = QT_TRANSLATE_NOOP("Actions", "&Undo"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Take back the last change to the job"),
     .icon = "edit-undo",
     .shortcuts = "Ctrl+Z"},
    {.id = "action.edit.redo",
     .menu = Menu::Edit,
     .text = QT_TRANSLATE_NOOP("Actions", "&Redo"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Make the change again that was taken back"),
     .icon = "edit-redo",
     .shortcuts = "Ctrl+Shift+Z; Ctrl+Y"},
    {.id = "action.edit.find",
     .menu = Menu::Edit,
     .text = QT_TRANSLATE_NOOP("Actions", "&Find in the history"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Search the jobs that were created from this computer"),
     .icon = "edit-find",
     .shortcuts = "Ctrl+F",
     .separatorBefore = true},
    {.id = "action.edit.palette",
     .menu = Menu::Edit,
     .text = QT_TRANSLATE_NOOP("Actions", "&Command palette…"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Find any action by its name"),
     .shortcuts = "Ctrl+K"},

    {.id = "action.job.check",
     .menu = Menu::Job,
     .text = QT_TRANSLATE_NOOP("Actions", "C&heck"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Check the whole job and list what is found"),
     .icon = "job-check",
     .shortcuts = "F7",
     .toolbar = true},
    {.id = "action.job.create",
     .menu = Menu::Job,
     .text = QT_TRANSLATE_NOOP("Actions", "&Create job…"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Review what will be sent, then create the job"),
     .icon = "job-create",
     .shortcuts = "Ctrl+Return; Ctrl+Enter",
     .toolbar = true},
    {.id = "action.job.nextfinding",
     .menu = Menu::Job,
     .text = QT_TRANSLATE_NOOP("Actions", "&Next finding"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Go to the field of the next finding"),
     .icon = "go-down",
     .shortcuts = "F8",
     .separatorBefore = true},
    {.id = "action.job.previousfinding",
     .menu = Menu::Job,
     .text = QT_TRANSLATE_NOOP("Actions", "&Previous finding"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Go to the field of the finding before"),
     .icon = "go-up",
     .shortcuts = "Shift+F8"},
    {.id = "action.job.copycommand",
     .menu = Menu::Job,
     .text = QT_TRANSLATE_NOOP("Actions", "C&opy the command"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Copy the whole text of the command pane"),
     .icon = "edit-copy",
     .shortcuts = "Ctrl+Shift+C",
     .separatorBefore = true},
    {.id = "action.job.savecommand",
     .menu = Menu::Job,
     .text = QT_TRANSLATE_NOOP("Actions", "&Save the command…"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Write the whole text of the command pane to a file")},
    {.id = "action.job.terminal",
     .menu = Menu::Job,
     .text = QT_TRANSLATE_NOOP("Actions", "Open the command in a &terminal…"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Type the command into a terminal, without running it"),
     .icon = "utilities-terminal"},

    {.id = "action.view.nextpane",
     .menu = Menu::View,
     .text = QT_TRANSLATE_NOOP("Actions", "Ne&xt pane"),
     .tip = QT_TRANSLATE_NOOP("Actions",
                              "Move the keyboard to the next pane: sections, form, command, history, findings"),
     .shortcuts = "F6"},
    {.id = "action.view.previouspane",
     .menu = Menu::View,
     .text = QT_TRANSLATE_NOOP("Actions", "Previou&s pane"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Move the keyboard to the pane before"),
     .shortcuts = "Shift+F6"},
    {.id = "action.view.s3path",
     .menu = Menu::View,
     .text = QT_TRANSLATE_NOOP("Actions", "&Go to a place in S3"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Open the S3 pane and type an address: s3://…, https://… or an ARN"),
     .icon = "go-jump",
     .shortcuts = "Ctrl+L"},
    {.id = "action.view.refresh",
     .menu = Menu::View,
     .text = QT_TRANSLATE_NOOP("Actions", "&Refresh the history"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Ask the service for the state of all unfinished jobs"),
     .icon = "view-refresh",
     .shortcuts = "F5"},

    {.id = "action.account.whoami",
     .menu = Menu::Account,
     .text = QT_TRANSLATE_NOOP("Actions", "&Who am I?"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Ask AWS which account and identity the credentials belong to"),
     .icon = "user-identity"},
    {.id = "action.account.profile",
     .menu = Menu::Account,
     .text = QT_TRANSLATE_NOOP("Actions", "Choose a &profile"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Go to the list of AWS profiles in the toolbar")},
    {.id = "action.account.demo",
     .menu = Menu::Account,
     .text = QT_TRANSLATE_NOOP("Actions", "Use the &demo"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Work with the built-in service: no account, no network, no cost")},
    {.id = "action.account.addkeys",
     .menu = Menu::Account,
     .text = QT_TRANSLATE_NOOP("Actions", "&Add access keys…"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Keep an access key in the keychain of the operating system"),
     .icon = "list-add",
     .separatorBefore = true},

    {.id = "action.help.about",
     .menu = Menu::Help,
     .text = QT_TRANSLATE_NOOP("Actions", "&About Braketeer"),
     .tip = QT_TRANSLATE_NOOP("Actions", "Version and licence"),
     .icon = "help-about"},
};

} // namespace

std::span<const ActionSpec> actionTable()
{
    return rows;
}

QString menuTitle(Menu menu)
{
    switch (menu) {
    case Menu::File:
        return QCoreApplication::translate("Actions", "&File");
    case Menu::Edit:
        return QCoreApplication::translate("Actions", "&Edit");
    case Menu::Job:
        return QCoreApplication::translate("Actions", "&Job");
    case Menu::View:
        return QCoreApplication::translate("Actions", "&View");
    case Menu::Account:
        return QCoreApplication::translate("Actions", "&Account");
    case Menu::Help:
        return QCoreApplication::translate("Actions", "&Help");
    }
    return {};
}

} // namespace braketeer::gui
