#pragma once

#include "core/result.h"
#include "exchange/exported.h"
#include "exchange/targets.h"
#include "job/jobspec.h"

namespace braketeer::exchange {

/// The document as `target` writes it, in the wanted form or the one that must be:
/// Form::File when the text would exceed longestExportedText, Form::Readable when the target lacks the wanted form.
///
/// Fails (Kind::Usage) for a document with a NUL character, which no argument can hold, and as Target::assemble().
core::Result<Exported> exportDocument(const job::JobSpec &spec, const Target &target, const CommandContext &context);

/// Top-level members in the order in which they are exported, without the client token unless it is wanted.
QList<job::Value::Entry> exportedMembers(const job::JobSpec &spec, const CommandContext &context);

/// The file that Form::File puts beside the text: every member as indented ASCII JSON, without a byte-order mark, so
/// that neither the locale of the AWS CLI nor a file's encoding matters.
QByteArray exportedFile(const job::JobSpec &spec, const CommandContext &context);

/// Fails (Kind::Usage) when a member holds a NUL character.
core::Result<> checkExportable(const QList<job::Value::Entry> &members);

/// The form in which a document with these members begins to be written, before the length of its text is known.
Form formFor(const Target &target, const CommandContext &context, const QList<job::Value::Entry> &members);

} // namespace braketeer::exchange
