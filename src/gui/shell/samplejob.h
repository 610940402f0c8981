#pragma once

#include "job/jobspec.h"

namespace braketeer::gui {

/// The job that the demo starts with: complete, on the embedded simulator, with one mistake to find and mend.
job::JobSpec sampleJob();

} // namespace braketeer::gui
