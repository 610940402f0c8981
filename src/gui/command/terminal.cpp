#include "gui/command/terminal.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

using core::Error;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Terminal)
};

/// How each shell is started so that a text stands in its line editor. `%1` in the script is the folder of the file
/// "command"; folders of QTemporaryDir are checked to need no quoting.
struct ShellRow
{
    TypingShell shell;
    const char *program;
    const char *scriptName;
    const char *script;
    QStringList (*arguments)(const QString &folder);
};

/// The terminal answers the question for its state with ESC [0n, and the shell has a function bound to that answer.
constexpr auto bashScript = R"bash([ -f ~/.bashrc ] && . ~/.bashrc
__braketeer_type() {
    READLINE_LINE=$(cat '%1/command')
    READLINE_POINT=${#READLINE_LINE}
    rm -rf '%1'
    bind -r '\e[0n'
}
bind -x '"\e[0n": __braketeer_type'
__braketeer_ask() { printf '\033[5n'; PROMPT_COMMAND=$__braketeer_prompt; unset -f __braketeer_ask; }
__braketeer_prompt=$PROMPT_COMMAND
PROMPT_COMMAND=__braketeer_ask
)bash";
constexpr auto zshScript = R"zsh(ZDOTDIR=$HOME
[ -f ~/.zshrc ] && . ~/.zshrc
print -rz -- "$(<'%1/command')"
rm -rf '%1'
)zsh";
constexpr auto fishScript = R"fish(function __braketeer_type
    commandline -r -- (string collect < '%1/command')
    rm -rf '%1'
    bind -e \e\[0n
    commandline -f repaint
end
bind \e\[0n __braketeer_type
function __braketeer_ask --on-event fish_prompt
    printf '\e[5n'
    functions -e __braketeer_ask
end
)fish";

constexpr ShellRow shells[] = {
    {TypingShell::Bash, "bash", "bashrc", bashScript,
     [](const QString &folder) {
         return QStringList{u"--rcfile"_s, folder + u"/bashrc"_s, u"-i"_s};
     }},
    {TypingShell::Zsh, "zsh", ".zshrc", zshScript, [](const QString &) { return QStringList{u"-i"_s}; }},
    {TypingShell::Fish, "fish", "init.fish", fishScript,
     [](const QString &folder) {
         return QStringList{u"-i"_s, u"-C"_s, u"source '%1/init.fish'"_s.arg(folder)};
     }},
};

/// Terminals and what they want before the program to run; the desktop's own choice first.
struct TerminalRow
{
    const char *program;
    const char *before; ///< null: nothing
};

constexpr TerminalRow terminals[] = {
    {"x-terminal-emulator", "-e"}, {"gnome-terminal", "--"}, {"konsole", "-e"},
    {"xfce4-terminal", "-x"},      {"kitty", nullptr},       {"foot", nullptr},
    {"alacritty", "-e"},           {"xterm", "-e"},
};

const ShellRow &rowOf(TypingShell shell)
{
    return *std::find_if(std::begin(shells), std::end(shells),
                         [shell](const ShellRow &row) { return row.shell == shell; });
}

bool needsNoQuoting(const QString &folder)
{
    return std::all_of(folder.cbegin(), folder.cend(), [](QChar character) {
        return character.isLetterOrNumber() || QStringView(u"/._-+ ").contains(character);
    });
}

bool write(const QString &fileName, const QByteArray &content)
{
    QFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush();
}

} // namespace

std::optional<TypingShell> typingShell(QStringView targetId)
{
    if (targetId == u"sh" || targetId == u"bash")
        return TypingShell::Bash;
    if (targetId == u"zsh")
        return TypingShell::Zsh;
    if (targetId == u"fish")
        return TypingShell::Fish;
    return std::nullopt;
}

core::Result<ProgramCall> typingCall(TypingShell shell, const QString &command)
{
    const ShellRow &row = rowOf(shell);
    QTemporaryDir folder(QStandardPaths::writableLocation(QStandardPaths::TempLocation) + u"/braketeer-XXXXXX"_s);
    const QString script = QString::fromUtf8(row.script).replace(u"%1"_s, folder.path());
    if (!folder.isValid() || !needsNoQuoting(folder.path())
        || !write(folder.filePath(u"command"_s), command.trimmed().toUtf8())
        || !write(folder.filePath(QLatin1StringView(row.scriptName)), script.toUtf8()))
        return core::fail(
            Error::Kind::Store,
            Text::tr("The command could not be written to a file for the terminal in %1. Copy it instead.")
                .arg(folder.path()));
    folder.setAutoRemove(false);
    QStringList arguments = row.arguments(folder.path());
    if (shell != TypingShell::Zsh)
        return ProgramCall{QLatin1StringView(row.program), arguments};
    arguments.prepend(QLatin1StringView(row.program));
    arguments.prepend(u"ZDOTDIR="_s + folder.path());
    return ProgramCall{u"env"_s, arguments};
}

core::Result<> typeInTerminal(TypingShell shell, const QString &command, const QString &folder)
{
    const QString shellName(QLatin1StringView(rowOf(shell).program));
    if (QStandardPaths::findExecutable(shellName).isEmpty())
        return core::fail(
            Error::Kind::Usage,
            Text::tr("%1 is not installed here. Choose another shell, or copy the command.").arg(shellName));
    const auto terminal = std::find_if(std::begin(terminals), std::end(terminals), [](const TerminalRow &row) {
        return !QStandardPaths::findExecutable(QLatin1StringView(row.program)).isEmpty();
    });
    if (terminal == std::end(terminals))
        return core::fail(Error::Kind::Usage,
                          Text::tr("No terminal program was found on this computer. Copy the command instead."));
    const auto call = typingCall(shell, command);
    if (!call)
        return core::fail(call.error());
    QStringList arguments;
    if (terminal->before)
        arguments.append(QLatin1StringView(terminal->before));
    arguments << call->program << call->arguments;
    const QString program(QLatin1StringView(terminal->program));
    if (!QProcess::startDetached(program, arguments, folder))
        return core::fail(Error::Kind::Usage,
                          Text::tr("%1 could not be started. Copy the command instead.").arg(program));
    return {};
}

} // namespace braketeer::gui
