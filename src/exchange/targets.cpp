#include "exchange/targets.h"

#include "exchange/command/parameter.h"
#include "exchange/command/shell.h"
#include "exchange/json/writejson.h"
#include "exchange/quoting/posixsh.h"
#include "job/schema/schema.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

constexpr Shell posixShell{quotePosix, " \\\n"_L1};

constexpr auto clientToken = "clientToken"_L1;

ExportPart jsonPart(const QString &key, const Value &, const Value &shown)
{
    return {jsonString(key, JsonForm::Indented) + ": "_L1 + jsonText(shown, JsonForm::Indented, 1), false};
}

QString jsonDocument(const QList<ExportPart> &parts, const CommandContext &)
{
    QStringList members;
    for (const ExportPart &part : parts)
        members << "  "_L1 + part.text;
    return members.isEmpty() ? u"{}\n"_s : "{\n"_L1 + members.join(",\n"_L1) + "\n}\n"_L1;
}

constexpr Target rows[] = {
    {"sh", QT_TRANSLATE_NOOP("Target", "Shell command (sh, bash, zsh)"), "sh",
     [](const QString &key, const Value &value, const Value &shown) {
         return shellPart(posixShell, key, value, shown);
     },
     [](const QList<ExportPart> &parts, const CommandContext &context) {
         return shellCommand(posixShell, parts, context);
     }},
    {"json", QT_TRANSLATE_NOOP("Target", "JSON document"), "json", jsonPart, jsonDocument},
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

QList<Value::Entry> exportedMembers(const job::JobSpec &spec, const CommandContext &context)
{
    QList<Value::Entry> known;
    for (const job::Member *member : job::inModelOrder({})) {
        const Value *value = spec.root().find(QString(job::name(*member)));
        if (value && (context.withClientToken || job::name(*member) != clientToken))
            known.append({job::name(*member), *value});
    }
    for (const Value::Entry &entry : spec.root().entries()) {
        if (!findTopLevelMember(entry.key))
            known.append(entry);
    }
    return known;
}

QString exportText(const job::JobSpec &spec, const Target &target, const CommandContext &context)
{
    QList<ExportPart> parts;
    for (const Value::Entry &member : exportedMembers(spec, context))
        parts.append(target.part(member.key, member.value, member.value));
    return target.assemble(parts, context);
}

} // namespace braketeer::exchange
