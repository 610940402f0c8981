#pragma once

#include "core/result.h"
#include "exchange/exported.h"

#include <QStringView>

#include <span>

namespace braketeer::exchange {

/// One kind of text that a document can be exported as. A row of targets(); adding a target is adding a row.
///
/// The functions are pure and fast (part() runs for every member at every key stroke), and see only documents without
/// NUL characters.
struct Target
{
    const char *id;     ///< as `export --as` names it: "sh"
    const char *label;  ///< source text of the context "Target"
    const char *suffix; ///< of a file that holds the text: "sh"
    Forms forms;        ///< those it has; Form::Readable is always one of them

    /// One member in the readable or hardened form. Null for a target whose assemble() needs the members only.
    ExportPart (*part)(const ExportMember &member, Form form);

    /// The whole text, ending with a newline. Fails (Kind::Usage) when the context holds what the target cannot write.
    core::Result<QString> (*assemble)(const ExportFrame &frame);

    /// What a person should know about this text, as translated sentences. Null where there is nothing.
    QStringList (*notes)(const ExportFrame &frame);
};

std::span<const Target> targets();

/// The row with this id, null where there is none.
const Target *findTarget(QStringView id);

/// Labels in the user's language.
QString label(const Target &target);
QString label(Form form);

} // namespace braketeer::exchange
