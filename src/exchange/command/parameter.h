#pragma once

#include "job/schema/member.h"
#include "job/value.h"

#include <QStringList>
#include <QStringView>

#include <optional>

namespace braketeer::exchange {

/// The arguments of one option of `aws braket create-job`, before any shell's quoting.
struct Parameter
{
    QStringList arguments;
    bool joined = false; ///< must be written `--option=argument`: the argument begins with a hyphen

    bool operator==(const Parameter &) const = default;
};

/// Writes a top-level member in the AWS CLI's parameter syntax: shorthand where that is certain to hold, else JSON.
///
/// Null where the option cannot carry it: a value of another kind than the option's, a text with hidden characters, a
/// text that the CLI would take for a reference to a file. `value` decides about the form, `shown` is what gets
/// written: the same value, or a shortened copy of it.
std::optional<Parameter> writeParameter(const job::Member &option, const job::Value &value, const job::Value &shown);

/// The row of a top-level member, null where the model knows none of this name.
const job::Member *findTopLevelMember(QStringView key);

} // namespace braketeer::exchange
