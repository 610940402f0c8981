#include "flows/matchjob.h"

#include <QtMath>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

using job::Value;

bool isNothing(const Value &value)
{
    return value.isNull() || (value.isList() && value.items().isEmpty())
           || (value.isMap() && value.entries().isEmpty());
}

bool sameNumber(const Value &left, const Value &right)
{
    if (left.toText() == right.toText())
        return true;
    const auto leftWhole = left.toInteger();
    const auto rightWhole = right.toInteger();
    if (leftWhole && rightWhole)
        return *leftWhole == *rightWhole;
    return qFuzzyCompare(left.toText().toDouble(), right.toText().toDouble());
}

bool covers(const Value &job, const Value &request);

bool coversMap(const Value &job, const Value &request)
{
    for (const Value::Entry &entry : request.entries()) {
        const Value *there = job.find(entry.key);
        if (there ? !covers(*there, entry.value) : !isNothing(entry.value))
            return false;
    }
    return true;
}

bool coversList(const Value &job, const Value &request)
{
    if (job.items().size() != request.items().size())
        return false;
    for (qsizetype place = 0; place < request.items().size(); ++place) {
        if (!covers(job.items()[place], request.items()[place]))
            return false;
    }
    return true;
}

bool covers(const Value &job, const Value &request)
{
    if (isNothing(request))
        return isNothing(job);
    if (job.kind() != request.kind())
        return false;
    if (request.isMap())
        return coversMap(job, request);
    if (request.isList())
        return coversList(job, request);
    return request.isNumber() ? sameNumber(job, request) : job == request;
}

Value withoutToken(Value request)
{
    request.erase(u"clientToken");
    return request;
}

} // namespace

bool isJobOf(const Value &request, const Value &job)
{
    return request.isMap() && job.isMap() && covers(job, withoutToken(request));
}

bool sameButToken(Value left, Value right)
{
    return withoutToken(std::move(left)) == withoutToken(std::move(right));
}

} // namespace braketeer::flows
