#include "cli/commands/findinganswer.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::cli {
namespace {

using job::Finding;
using job::Severity;
using job::Value;

struct SeverityRow
{
    Severity severity;
    const char *name;  ///< in the answer: never translated
    const char *label; ///< for people
};

constexpr SeverityRow severities[] = {
    {Severity::Error, "error", QT_TRANSLATE_NOOP("Findings", "error")},
    {Severity::Warning, "warning", QT_TRANSLATE_NOOP("Findings", "warning")},
    {Severity::Info, "info", QT_TRANSLATE_NOOP("Findings", "note")},
    {Severity::Skipped, "skipped", QT_TRANSLATE_NOOP("Findings", "not checked")},
};

const SeverityRow &rowOf(Severity severity)
{
    return *std::find_if(std::begin(severities), std::end(severities),
                         [&](const SeverityRow &row) { return row.severity == severity; });
}

Value fixAnswer(const Finding &finding)
{
    if (!finding.fix)
        return {};
    auto fix = Value::map();
    fix.insert(QStringLiteral("label"), Value::text(finding.fix->label));
    fix.insert(QStringLiteral("path"), Value::text(finding.fix->path.toString()));
    fix.insert(QStringLiteral("value"), finding.fix->value);
    return fix;
}

Value findingAnswer(const Finding &finding)
{
    auto answer = Value::map();
    answer.insert(QStringLiteral("id"), Value::text(finding.id));
    if (!finding.rule.isEmpty())
        answer.insert(QStringLiteral("rule"), Value::text(finding.rule));
    answer.insert(QStringLiteral("severity"), Value::text(QString::fromLatin1(rowOf(finding.severity).name)));
    answer.insert(QStringLiteral("path"), Value::text(finding.path.toString()));
    if (!finding.key.isNull())
        answer.insert(QStringLiteral("key"), Value::text(finding.key));
    answer.insert(QStringLiteral("message"), Value::text(finding.message));
    answer.insert(QStringLiteral("fix"), fixAnswer(finding));
    return answer;
}

} // namespace

Value findingsAnswer(const job::Findings &findings)
{
    const bool valid = std::none_of(findings.begin(), findings.end(),
                                    [](const Finding &finding) { return finding.id.startsWith(u"S-"); });
    auto list = Value::list();
    for (const Finding &finding : findings)
        list.items() << findingAnswer(finding);
    auto answer = Value::map();
    answer.insert(QStringLiteral("valid"), Value::boolean(valid));
    answer.insert(QStringLiteral("findings"), std::move(list));
    return answer;
}

void printFindings(const Console &console, const job::Findings &findings)
{
    for (const Finding &finding : findings) {
        const QString where = finding.path.isEmpty() ? QString() : finding.path.toString() + QStringLiteral(": ");
        const QString label = QCoreApplication::translate("Findings", rowOf(finding.severity).label);
        console.err(QStringLiteral("%1: %2%3 [%4]").arg(label, where, finding.message, finding.id));
    }
}

} // namespace braketeer::cli
