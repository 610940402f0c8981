#pragma once

#include "core/result.h"
#include "exchange/filereader.h"
#include "job/schema/member.h"
#include "job/value.h"

#include <QStringList>

namespace braketeer::exchange {

/// The value of a top-level member from the arguments of its command-line option, as the AWS CLI reads them.
///
/// A text option takes its one argument as it is; a structure or map is JSON when it begins with { (after blanks), else
/// shorthand; a list takes any number of arguments, of which the first decides for all, and a single one that begins
/// with [ is the whole list. A lone argument `file://name` or `fileb://name` is replaced by the file first. JSON that
/// names a member twice means the last of them; the key is added to `repeated`, where that is given.
///
/// Fails (Kind::Usage) with the option's name in the message. Types and limits are not checked: see cliValidation().
/// Source: awscli argprocess.py and paramfile.py.
core::Result<job::Value> readOption(const job::Member &option, const QStringList &arguments, const FileReader &readFile,
                                    QStringList *repeated = nullptr);

} // namespace braketeer::exchange
