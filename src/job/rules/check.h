#pragma once

#include "job/findings.h"
#include "job/jobspec.h"

#include <QString>

namespace braketeer::job {

/// What the offline checks may know beside the document.
struct CheckContext
{
    QString region; ///< the job's region; empty: not known, and what depends on it is not judged
};

/// Everything that can be said without the network: the service model first, then the rules on top of it.
///
/// Pure and quick: the largest document the service takes needs a few milliseconds at most.
Findings check(const JobSpec &spec, const CheckContext &context = {});

/// The verdict of the service model alone: findings whose id starts with "S-". A document is valid for the model
/// when there are none, whatever their severity. `clientToken` may be absent: clients fill it in.
Findings checkModel(const JobSpec &spec);

/// The part of checkModel() about one top-level member ("hyperParameters"): present, missing or unknown. All
/// top-level members together give checkModel() of a document that is a map.
Findings checkMember(const JobSpec &spec, const Path &topLevel);

/// The rules alone: what is not in the service model ("V11", "V42" …).
Findings checkRules(const JobSpec &spec, const CheckContext &context = {});

/// Whether any finding is an error.
bool blocks(const Findings &findings);

/// Whether the service model has nothing to say: no "S-" finding.
bool isValid(const Findings &findings);

/// Applies one fix after another, checking anew after each, until none is left. Ends for every document: a fix
/// that does not make its own finding go away is tried once.
JobSpec fixed(JobSpec spec, const CheckContext &context = {});

} // namespace braketeer::job
