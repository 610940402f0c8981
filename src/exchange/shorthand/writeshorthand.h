#pragma once

#include "job/schema/member.h"
#include "job/value.h"

#include <QString>

namespace braketeer::exchange {

/// Whether `value`, of a structure or map, survives the shorthand syntax for certain: written by writeShorthand() and
/// read again it is the same.
///
/// That needs keys of the key alphabet, texts where the model has texts and plain whole numbers where it has integers,
/// no empty structure, no backslash and no hidden character (isHidden()). Everything else travels as JSON.
bool isSafeInShorthand(const job::Value &value, const job::Member &member);

/// One argument: `key=value,key={key='quoted, value'}`. Texts stand bare where that is certain to hold, else in single
/// quotes.
QString writeShorthand(const job::Value &value);

} // namespace braketeer::exchange
