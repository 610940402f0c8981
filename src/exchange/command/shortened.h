#pragma once

#include "job/value.h"

namespace braketeer::exchange {

/// A copy in which every text beyond `maximum` characters is cut to fit, with a note of how many are missing. Sets
/// `cut` when there was such a text, and leaves it alone otherwise.
job::Value shortened(const job::Value &value, qsizetype maximum, bool &cut);

} // namespace braketeer::exchange
