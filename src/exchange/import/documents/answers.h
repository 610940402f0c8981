#pragma once

#include "exchange/import/draft.h"

namespace braketeer::exchange {

/// The jobs that a tree read from JSON, YAML or a Python literal describes: a CreateJob document, an answer of GetJob,
/// a CloudTrail event (alone, in Records, in what lookup-events prints, in an EventBridge envelope), or a list of
/// these. The drafts name their formats where they are more than a document ("getjob", "cloudtrail").
/// Fails (Kind::Usage) when it is none of them.
ImportDrafts draftsOf(const job::Value &value);

/// Whether this is the name of a top-level member of CreateJob.
bool isMemberName(QStringView name);

} // namespace braketeer::exchange
