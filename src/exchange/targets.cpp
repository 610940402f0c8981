#include "exchange/targets.h"

#include "exchange/code/boto3script.h"
#include "exchange/code/braketsdkscript.h"
#include "exchange/code/curlcommand.h"
#include "exchange/code/powershellcmdlet.h"
#include "exchange/command/shell.h"
#include "exchange/command/version.h"
#include "exchange/json/writejson.h"
#include "exchange/yaml/annotatedyaml.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Target)
};

constexpr Forms commandForms = Forms(Form::Readable) | Form::Hardened | Form::File;
constexpr Forms documentForms = Forms(Form::Readable) | Form::Hardened;

template<const Shell &shell>
ExportPart commandPart(const ExportMember &member, Form form)
{
    return shellPart(shell, member, form);
}

template<const Shell &shell>
core::Result<QString> command(const ExportFrame &frame)
{
    return shellCommand(shell, frame);
}

QStringList commandNotes(const ExportFrame &frame)
{
    return {lowestCliVersion(frame.members)};
}

/// Git Bash takes arguments with a path in them for paths of its own.
QStringList posixNotes(const ExportFrame &frame)
{
    QStringList notes = commandNotes(frame);
    const bool hasPath = std::ranges::any_of(frame.parts, [](const ExportPart &part) {
        return part.text.contains("=/"_L1) || part.text.contains(" /"_L1) || part.text.contains("\"/"_L1);
    });
    if (hasPath && frame.form == Form::Readable)
        notes << Text::tr("In Git Bash on Windows use the hardened form: that shell rewrites arguments with paths.");
    return notes;
}

QStringList windowsNotes(const ExportFrame &frame)
{
    QStringList notes = commandNotes(frame);
    if (frame.form != Form::File)
        notes << Text::tr("For aws.exe, as version 2 of the AWS CLI installs it. Where aws is a batch file (aws.cmd of "
                          "version 1) use the file form: a batch file reads its arguments a second time.");
    return notes;
}

ExportPart jsonPart(const ExportMember &member, Form form)
{
    if (form == Form::Hardened)
        return {jsonString(member.key, JsonForm::Hardened) + u':' + jsonText(member.shown, JsonForm::Hardened)};
    return {jsonString(member.key, JsonForm::Indented) + ": "_L1 + jsonText(member.shown, JsonForm::Indented, 1)};
}

core::Result<QString> jsonDocument(const ExportFrame &frame)
{
    const bool isLine = frame.form == Form::Hardened;
    QStringList members;
    for (const ExportPart &part : frame.parts)
        members << (isLine ? part.text : "  "_L1 + part.text);
    if (isLine)
        return u'{' + members.join(u',') + "}\n"_L1;
    return members.isEmpty() ? u"{}\n"_s : "{\n"_L1 + members.join(",\n"_L1) + "\n}\n"_L1;
}

constexpr Target rows[] = {
    {"sh", QT_TRANSLATE_NOOP("Target", "Shell command (sh)"), "sh", commandForms, commandPart<posixShell>,
     command<posixShell>, posixNotes},
    {"bash", QT_TRANSLATE_NOOP("Target", "Shell command (bash)"), "sh", commandForms, commandPart<posixShell>,
     command<posixShell>, posixNotes},
    {"zsh", QT_TRANSLATE_NOOP("Target", "Shell command (zsh)"), "zsh", commandForms, commandPart<posixShell>,
     command<posixShell>, commandNotes},
    {"fish", QT_TRANSLATE_NOOP("Target", "Shell command (fish)"), "fish", commandForms, commandPart<fishShell>,
     command<fishShell>, commandNotes},
    {"powershell", QT_TRANSLATE_NOOP("Target", "PowerShell 7.3 and later"), "ps1", commandForms,
     commandPart<powerShell>, command<powerShell>, windowsNotes},
    {"powershell51", QT_TRANSLATE_NOOP("Target", "Windows PowerShell 5.1 to PowerShell 7.2"), "ps1", commandForms,
     commandPart<windowsPowerShell>, command<windowsPowerShell>, windowsNotes},
    {"cmd", QT_TRANSLATE_NOOP("Target", "Windows command prompt (cmd.exe)"), "cmd", commandForms, commandPart<cmdShell>,
     command<cmdShell>, windowsNotes},
    {"json", QT_TRANSLATE_NOOP("Target", "JSON document"), "json", documentForms, jsonPart, jsonDocument, nullptr},
    {"yaml", QT_TRANSLATE_NOOP("Target", "YAML document"), "yaml", Form::Readable, yamlPart,
     [](const ExportFrame &frame) -> core::Result<QString> { return yamlDocument(frame.parts); }, nullptr},
    {"boto3", QT_TRANSLATE_NOOP("Target", "Python script (boto3)"), "py", documentForms, boto3Part, boto3Script,
     boto3Notes},
    {"braket-sdk", QT_TRANSLATE_NOOP("Target", "Python script (Amazon Braket SDK)"), "py", documentForms, nullptr,
     braketSdkScript, braketSdkNotes},
    {"powershell-cmdlet", QT_TRANSLATE_NOOP("Target", "AWS Tools for PowerShell (New-BRKTJob)"), "ps1", Form::Readable,
     cmdletPart, cmdletCall, cmdletNotes},
    {"curl", QT_TRANSLATE_NOOP("Target", "curl command"), "sh", commandForms, curlPart, curlCommand, curlNotes},
};

} // namespace

std::span<const Target> targets()
{
    return rows;
}

const Target *findTarget(QStringView id)
{
    const auto found = std::ranges::find_if(rows,
                                            [id](const Target &target) { return QLatin1StringView(target.id) == id; });
    return found == std::end(rows) ? nullptr : found;
}

QString label(const Target &target)
{
    return QCoreApplication::translate("Target", target.label);
}

QString label(Form form)
{
    switch (form) {
    case Form::Readable:
        return Text::tr("Readable");
    case Form::Hardened:
        return Text::tr("Safe to paste anywhere");
    case Form::File:
        return Text::tr("With a file");
    }
    return {};
}

} // namespace braketeer::exchange
