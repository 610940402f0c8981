#pragma once

#include "job/findings.h"
#include "job/jobspec.h"

#include <QCoreApplication>

namespace braketeer::job::rules {

/// `Rules::tr("…")` translates a sentence of the checks; `%1` and so on are filled in by the caller.
struct Rules
{
    Q_DECLARE_TR_FUNCTIONS(Rules)
};

inline Finding finding(QString id, Severity severity, Path path, QString message, std::optional<Fix> fix = {})
{
    return {std::move(id), {}, severity, std::move(path), {}, {}, std::move(message), std::move(fix)};
}

/// Text for a sentence: what a person typed, shortened to what fits one line.
QString quoted(QStringView text, qsizetype longest = 60);

/// The text at `path`, null when there is none or it is no text.
const QString *textAt(const JobSpec &spec, const Path &path);

/// A fix that puts a text in place of another, with the label "Use “…”".
Fix useText(const Path &path, const QString &text);

/// Characters as the service counts them: Unicode code points.
qsizetype codePoints(QStringView text);

} // namespace braketeer::job::rules
