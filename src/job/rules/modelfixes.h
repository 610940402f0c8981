#pragma once

#include "job/findings.h"
#include "job/schema/member.h"

#include <optional>

namespace braketeer::job::rules {

/// A value of the type that `member` wants, when `value` leaves no doubt what was meant: 3 for a text, "30" for a
/// number, one channel without the list around it.
std::optional<Fix> fixForType(const Member &member, const Value &value, const Path &path);

/// A text that keeps the member's length and pattern, made of what was written: without blanks around it, a job name
/// with hyphens for what a name may not hold and cut to its length, a value on one line.
std::optional<Fix> fixForText(const Member &member, const QString &text, const Path &path);

/// The one value of an enumeration that was meant: another case, or "m5.large" for "ml.m5.large".
std::optional<Fix> fixForEnum(const Member &member, const QString &text, const Path &path);

/// The one of `members` that is called so but for case, hyphens and underscores; null where there is none.
const Member *memberMeant(const QList<const Member *> &members, QStringView name);

/// For the member `name` of `parent`, which the model does not know: the name that is `meant` (null: none), its place
/// of today, or the structure without it where it has no successor. `root` is the document. The fix replaces a whole
/// structure.
std::optional<Fix> fixForUnknown(const Member *meant, const Value &root, const Value &parent, const QString &name,
                                 const Path &parentPath);

} // namespace braketeer::job::rules
