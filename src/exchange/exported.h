#pragma once

#include "job/value.h"

#include <QByteArray>
#include <QFlags>
#include <QList>
#include <QString>
#include <QStringList>

namespace braketeer::exchange {

/// How an exported text carries the document.
enum class Form {
    Readable = 1, ///< for the eye: wrapped, each value as plain as the target can take it for certain
    Hardened = 2, ///< one line of ASCII in which every special character is an escape: safe to paste anywhere
    File = 4,     ///< a short text that reads a file beside it: Exported::file, named Exported::fileName
};
Q_DECLARE_FLAGS(Forms, Form)
Q_DECLARE_OPERATORS_FOR_FLAGS(Forms)

/// An exported text longer than this, in UTF-16 units, is exported in Form::File where the target has it: shells and
/// operating systems limit a line (cmd.exe to 8,191) and an argument (Linux to 128 KiB).
inline constexpr qsizetype longestExportedText = 4000;

/// What a text needs besides the document. Empty members are left out. Never a secret.
struct CommandContext
{
    QString profile = {};
    QString region = {};
    QString endpointUrl = {};
    bool withClientToken = false; ///< a token in the text means "the same submission again", not "another job"
    Form form = Form::Readable;   ///< wanted; what is used is Exported::form

    bool operator==(const CommandContext &) const = default;
};

/// One top-level member on its way out.
struct ExportMember
{
    QString key;
    job::Value value; ///< the whole value: it decides how the member is written
    job::Value shown; ///< what gets written: the same, or a copy in which long texts are shortened
};

/// The text of one top-level member in some target.
struct ExportPart
{
    QString text;
    bool remainder = false; ///< the target has no place of its own for it: `text` is a JSON member (`"key":value`), and
                            ///< all remainders travel together

    bool operator==(const ExportPart &) const = default;
};

/// All that a target puts its text together from.
struct ExportFrame
{
    CommandContext context;
    Form form = Form::Readable;    ///< to be used; one of the target's forms
    QString fileName;              ///< of the file beside the text, in Form::File; safe as a word of every shell
    QList<ExportMember> members{}; ///< in the order of the service model, unknown ones behind
    QList<ExportPart> parts{};     ///< one for each member; empty in Form::File
};

/// A finished export.
struct Exported
{
    QString text;               ///< ends with a newline
    Form form = Form::Readable; ///< the one that was used
    QByteArray file{};   ///< the document as indented ASCII JSON without byte-order mark; empty but in Form::File
    QString fileName{};  ///< empty but in Form::File
    QStringList notes{}; ///< translated sentences: lowest version, a switch of the form, what differs where

    bool operator==(const Exported &) const = default;
};

} // namespace braketeer::exchange
