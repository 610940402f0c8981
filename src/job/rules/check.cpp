#include "job/rules/check.h"

#include "job/rules/model.h"
#include "job/rules/rules.h"

#include <algorithm>

namespace braketeer::job {

using namespace Qt::StringLiterals;

Findings check(const JobSpec &spec, const CheckContext &context)
{
    return checkModel(spec) + checkRules(spec, context);
}

Findings checkModel(const JobSpec &spec)
{
    Findings findings;
    rules::Model(findings).document(spec.root());
    return findings;
}

Findings checkMember(const JobSpec &spec, const Path &topLevel)
{
    Findings findings;
    if (!topLevel.isEmpty())
        rules::Model(findings).topLevel(spec.root(), topLevel.steps().first().name);
    return findings;
}

Findings checkRules(const JobSpec &spec, const CheckContext &context)
{
    Findings findings;
    for (const rules::Rule &rule : rules::all())
        rule.check(spec, context, findings);
    return findings;
}

bool blocks(const Findings &findings)
{
    return std::ranges::any_of(findings, [](const Finding &f) { return f.severity == Severity::Error; });
}

bool isValid(const Findings &findings)
{
    return std::ranges::none_of(findings, [](const Finding &f) { return f.id.startsWith("S-"_L1); });
}

JobSpec fixed(JobSpec spec, const CheckContext &context)
{
    constexpr int mostFixes = 1000;
    Findings tried;
    for (int i = 0; i < mostFixes; ++i) {
        const Findings findings = check(spec, context);
        const auto next = std::ranges::find_if(
            findings, [&tried](const Finding &f) { return f.fix.has_value() && !tried.contains(f); });
        if (next == findings.cend())
            break;
        tried.append(*next);
        spec.set(next->fix->path, next->fix->value);
    }
    return spec;
}

} // namespace braketeer::job
