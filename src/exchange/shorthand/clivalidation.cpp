#include "exchange/shorthand/clivalidation.h"

#include "job/rules/check.h"
#include "job/schema/schema.h"

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

bool isBooleanForInteger(const job::JobSpec &spec, const job::Finding &finding)
{
    const job::Value *value = spec.find(finding.path);
    const job::Member *member = job::findMember(finding.path.schemaPath());
    // false counts as 0, true as 1.
    return value && value->isBoolean() && member && member->type == job::Type::Integer
           && qint64(value->toBoolean()) >= member->length.min;
}

} // namespace

job::Findings cliValidation(const job::JobSpec &spec)
{
    static const QStringList known{u"required"_s, u"type"_s, u"unknown"_s, u"minLength"_s, u"min"_s, u"minItems"_s};
    job::Findings findings = job::checkModel(spec);
    findings.removeIf([&spec](const job::Finding &finding) {
        return !known.contains(finding.constraint)
               || (finding.constraint == "type"_L1 && isBooleanForInteger(spec, finding));
    });
    return findings;
}

} // namespace braketeer::exchange
