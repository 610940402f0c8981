#pragma once

#include "job/value.h"

#include <QString>

namespace braketeer::cli {

/// The AWS CLI's `text` format: the scalars of a map in key order on one tab-separated line, then each nested value on
/// lines that begin with its name in capitals; the maps of a list share the columns of all of them.
/// Source: aws-cli v2, awscli/text.py (behaviour; measured against 2.9.19).
QString formatText(const job::Value &value);

} // namespace braketeer::cli
