#pragma once

#include "job/path.h"
#include "job/value.h"

#include <QList>
#include <QString>

#include <optional>

namespace braketeer::job {

enum class Severity {
    Error,   ///< certain to fail: blocks
    Warning, ///< odd but possible: the service has the last word
    Info,    ///< worth knowing before the money is spent
    Skipped, ///< could not be looked at
};

/// A change that mends a finding: `value` put at `path`.
struct Fix
{
    QString label; ///< what a button says: "Use “bell”"
    Path path;
    Value value;

    bool operator==(const Fix &) const = default;
};

/// One thing that a check has to say about one member.
struct Finding
{
    QString id;   ///< "S-required" for what the service model forbids, else the rule: "V11"
    QString rule; ///< the rule that an S- finding restates ("V01"), or empty
    Severity severity = Severity::Error;
    Path path;          ///< the empty path is the whole document
    QString constraint; ///< of S- findings: "required", "type", "unknown", "minLength" …
    QString key;        ///< the map key that is wrong, where it is the key and not its value
    QString message;    ///< one translated sentence: what, the limit, the value's own size, what to do
    std::optional<Fix> fix;

    bool operator==(const Finding &) const = default;
};

using Findings = QList<Finding>;

} // namespace braketeer::job
