#pragma once

#include "core/result.h"
#include "exchange/filereader.h"
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

} // namespace braketeer::exchange
