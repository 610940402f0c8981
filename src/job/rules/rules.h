#pragma once

#include "job/rules/check.h"

#include <span>

namespace braketeer::job::rules {

/// A check of its own beside the service model. `id` is the one its findings carry. What is absent or of the wrong
/// type is the model's business: a rule says nothing about it.
struct Rule
{
    const char *id;
    void (*check)(const JobSpec &spec, const CheckContext &context, Findings &findings);
};

/// Every rule that needs no network, in the order of their numbers.
std::span<const Rule> all();

} // namespace braketeer::job::rules
