#pragma once

#include "exchange/import/draft.h"

namespace braketeer::exchange {

/// Every create_job(…) call of boto3 in Python text, or the job that a text describes which is one Python literal.
/// Literals only: nothing is run, names and f-strings are left open.
ImportDrafts readCreateJobPython(ImportSource &source);

} // namespace braketeer::exchange
