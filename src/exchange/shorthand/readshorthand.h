#pragma once

#include "core/result.h"
#include "exchange/filereader.h"
#include "exchange/shorthand/parseshorthand.h"
#include "job/schema/member.h"
#include "job/value.h"

#include <QStringView>

namespace braketeer::exchange {

/// Turns what the syntax leaves open into what the model says, as BackCompatVisitor of awscli/shorthand.py does:
/// numbers for integers, a list of one for a single value. What does not fit stays as it is for the checks to name.
/// Fails (Kind::Usage) only for an integer that is none.
core::Result<job::Value> fitToModel(job::Value value, const job::Member &member);

/// Both: one shorthand argument for `option`.
core::Result<job::Value> readShorthand(QStringView text, const job::Member &option, const FileReader &readFile);

} // namespace braketeer::exchange
