#include "exchange/import/shell/createjobcalls.h"

#include "exchange/import/files.h"
#include "exchange/import/shell/callreader.h"
#include "exchange/shorthand/readoption.h"
#include "job/schema/schema.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using core::Error; // without core:: in front of a function lupdate finds its texts
using job::Value;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

constexpr int deepestSubstitution = 4;

bool isProgram(const QString &word)
{
    static const QStringList names{u"aws"_s, u"aws2"_s, u"awsv2"_s, u"awslocal"_s, u"braketeer-cli"_s};
    QString name = word.sliced(qMax(word.lastIndexOf(u'/'), word.lastIndexOf(u'\\')) + 1).toLower();
    for (const QString &suffix : {u".exe"_s, u".cmd"_s, u".bat"_s, u".py"_s}) {
        if (name.endsWith(suffix))
            name.chop(suffix.size());
    }
    return names.contains(name);
}

/// What follows the program's name; prompts, sudo, env and the like may stand before it. Null: another program.
std::optional<QStringList> argumentsOf(const ShellCommand &command)
{
    const qsizetype mostBefore = qMin<qsizetype>(command.words.size(), 30);
    for (qsizetype i = 0; i < mostBefore; ++i) {
        if (isProgram(command.words.at(i))) {
            const QStringList arguments = command.words.mid(i + 1);
            if (arguments.contains(u"create-job"_s))
                return arguments;
        }
    }
    return std::nullopt;
}

core::Result<bool> readScript(const ShellScript &script, ImportSource &source, QList<ImportDraft> &drafts)
{
    for (const ShellCommand &command : script.commands) {
        const auto arguments = argumentsOf(command);
        if (!arguments)
            continue;
        auto draft = readCall(source, script, command, *arguments);
        if (!draft)
            return core::fail(draft.error());
        drafts.append(std::move(*draft));
    }
    return !drafts.isEmpty();
}

core::Result<bool> readText(const QString &text, const ShellScript *outer, ImportSource &source, ShellReader read,
                            int depth, QList<ImportDraft> &drafts)
{
    auto script = read(text, source.references);
    if (!script)
        return core::fail(script.error());
    if (outer) {
        script->files.insert(outer->files);
        script->assignments.insert(outer->assignments);
    }
    auto found = readScript(*script, source, drafts);
    if (!found || *found || depth == deepestSubstitution)
        return found;
    for (const QString &inside : std::as_const(script->substitutions)) {
        if (!inside.contains(u"create-job"))
            continue;
        found = readText(inside, &*script, source, read, depth + 1, drafts);
        if (!found)
            return found;
    }
    return !drafts.isEmpty();
}

} // namespace

ImportDrafts readCreateJobCalls(ImportSource &source, ShellReader read)
{
    QList<ImportDraft> drafts;
    const auto found = readText(source.text, nullptr, source, read, 0, drafts);
    if (!found)
        return core::fail(found.error());
    if (!*found)
        return core::fail(Error::Kind::Usage,
                          Text::tr("There is no aws braket create-job command in this text. Copy the whole command."));
    return drafts;
}

std::optional<Value> readKnownArguments(const QString &member, QStringList arguments, const References &references,
                                        const QHash<QString, QString> &known)
{
    for (QString &argument : arguments) {
        auto resolved = references.resolved(argument, known);
        if (!resolved)
            return std::nullopt;
        argument = std::move(*resolved);
    }
    for (const job::Member *row : job::inModelOrder({})) {
        if (job::name(*row) != member)
            continue;
        core::Result<Value> value = readOption(*row, arguments, noFile);
        return value ? std::optional(std::move(*value)) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace braketeer::exchange
