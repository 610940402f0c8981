#pragma once

#include "core/result.h"
#include "exchange/filereader.h"
#include "job/schema/member.h"
#include "job/value.h"

#include <QStringView>

namespace braketeer::exchange {

/// Reads one argument in the AWS CLI's shorthand syntax: `key=value,key={key=value},key=[a,b],key@=file://name`.
///
/// Every text stays text; parseShorthand() knows no model. Follows awscli/shorthand.py (ShorthandParser) character
/// by character, oddities included: `a=b,c` is a list, `a=b,,c=d` two members, an empty key a key. Differences between
/// versions: quotes end as in 2.9 (`"b\\"` is the text b\), `@=` is read as since 2.20. Nesting is limited to
/// maximumDocumentDepth. The error (Kind::Usage) names what was expected, what stands there, and its column.
core::Result<job::Value> parseShorthand(QStringView text, const FileReader &readFile);

/// Turns what the syntax leaves open into what the model says, as BackCompatVisitor of the same file does: numbers for
/// integers, a list of one for a single value. What does not fit stays as it is for the checks to name. Fails
/// (Kind::Usage) only for an integer that is none.
core::Result<job::Value> fitToModel(job::Value value, const job::Member &member);

/// Both: one shorthand argument for `option`.
core::Result<job::Value> readShorthand(QStringView text, const job::Member &option, const FileReader &readFile);

} // namespace braketeer::exchange
