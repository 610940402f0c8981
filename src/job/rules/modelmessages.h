#pragma once

#include "job/schema/member.h"
#include "job/value.h"

#include <QString>

namespace braketeer::job::rules {

/// What a value is, for a sentence: "the number 30", "a list".
QString kindOf(const Value &value);
/// What a member wants to be: "a whole number".
QString wantedKind(Type type);

/// Sentences about one member, with an example of what is right.
QString patternSentence(const Member &member, const QString &text);
QString emptySentence(const Member &member);
QString missingSentence(const Member &member);

} // namespace braketeer::job::rules
