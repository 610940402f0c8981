#pragma once

#include "core/result.h"
#include "job/value.h"

#include <QStringView>

namespace braketeer::cli {

/// The part of JMESPath that picking from an answer needs: `name`, `"quoted name"`, `a.b`, `[0]`, `[-1]`, `[*]` and
/// `[]`.
///
/// Anything else (functions, filters, multi-selects) fails with Usage and says so; use jq for those.
/// A path that leads nowhere gives null, as JMESPath has it. Source: jmespath.org, specification.
core::Result<job::Value> query(const job::Value &answer, QStringView path);

} // namespace braketeer::cli
