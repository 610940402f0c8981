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

/// The ways in which the AWS CLI takes a value, the most readable first.
enum class Notation {
    Shorthand,    ///< shorthand, or the plain text of an option that takes one
    Json,         ///< as it reads best
    HardenedJson, ///< ASCII with escapes only
};

/// Writes a top-level member in the AWS CLI's parameter syntax.
///
/// Null where this notation is not certain to carry it: a value of another kind than the option's, shorthand that might
/// be read otherwise, a plain text that the CLI would take for a reference to a file, hidden characters (isHidden()) in
/// anything but hardened JSON. `value` decides about that, `shown` is what gets written: the same value, or a shortened
/// copy of it.
std::optional<Parameter> writeParameter(const job::Member &option, const job::Value &value, const job::Value &shown,
                                        Notation notation);

/// Whether a text, or a text or key somewhere in a value, has a hidden character (isHidden()).
bool hasHidden(const QString &text);
bool hasHidden(const job::Value &value);

/// The row of a top-level member, null where the model knows none of this name.
const job::Member *findTopLevelMember(QStringView key);

} // namespace braketeer::exchange
