#pragma once

#include "job/jobspec.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <span>

namespace braketeer::exchange {

/// What a command needs besides the document. Empty members are left out. Never a secret.
struct CommandContext
{
    QString profile = {};
    QString region = {};
    QString endpointUrl = {};
    bool withClientToken = false; ///< a token in the text means "the same submission again", not "another job"

    bool operator==(const CommandContext &) const = default;
};

/// The text of one top-level member in some target.
struct ExportPart
{
    QString text;
    bool remainder = false; ///< the target has no option for it: `text` is a JSON member (`"key":value`), and
                            ///< all remainders travel together

    bool operator==(const ExportPart &) const = default;
};

/// One kind of text that a document can be exported as. A row of targets(); adding a target is adding a row.
struct Target
{
    const char *id;     ///< as `export --as` names it: "sh"
    const char *label;  ///< source text of the context "Target"
    const char *suffix; ///< of a file that holds it: "sh"

    /// One member. `value` is the whole value and decides about the form; `shown` is what gets written: the same, or
    /// a shortened copy of it.
    ExportPart (*part)(const QString &key, const job::Value &value, const job::Value &shown);

    /// The parts put together, ending with a newline.
    QString (*assemble)(const QList<ExportPart> &parts, const CommandContext &context);
};

std::span<const Target> targets();

/// The row with this id, null where there is none.
const Target *findTarget(QStringView id);

/// Label in the user's language.
QString label(const Target &target);

/// The document as `target` writes it, in the order of the service model; unknown members stand at the end.
QString exportText(const job::JobSpec &spec, const Target &target, const CommandContext &context);

/// Top-level members in the order in which they are exported, without the client token unless it is wanted.
QList<job::Value::Entry> exportedMembers(const job::JobSpec &spec, const CommandContext &context);

} // namespace braketeer::exchange
