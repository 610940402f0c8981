#pragma once

#include "core/result.h"
#include "exchange/exported.h"

namespace braketeer::exchange {

/// The target "powershell-cmdlet": a call of New-BRKTJob of the AWS Tools for PowerShell, a parameter a line, lines
/// joined by backticks. The text is ASCII (see powerShellText()), so that it has no other form.
///
/// Texts are powerShellText(), structures and maps hashtables `@{ Name = …; … }` (PowerShell makes the cmdlet's types
/// of them), lists `@(…)`, numbers stand as they are. A map whose keys PowerShell could take for each other, as it does
/// with upper and lower case, is filled key by key before the call: `$tag = New-Object System.Collections.Hashtable`,
/// `$tag['a'] = 'x'`, and then `-Tag $tag`.
///
/// What the cmdlet has no parameter for is left out and named in the notes: unknown members, values of another type.
///
/// Source: aws-tools-for-powershell, New-BRKTJob-Cmdlet.cs; about_Object_Creation (hashtables as objects).
ExportPart cmdletPart(const ExportMember &member, Form form);
core::Result<QString> cmdletCall(const ExportFrame &frame);
QStringList cmdletNotes(const ExportFrame &frame);

} // namespace braketeer::exchange
