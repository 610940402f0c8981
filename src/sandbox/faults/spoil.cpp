#include "sandbox/faults/spoil.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {

Answer spoil(const Fault &fault, const std::function<Answer(const ServiceError &)> &refusal, Answer answer)
{
    if (fault.kind == Fault::Kind::Throttle)
        return refusal({429, "ThrottlingException"_ba, u"Rate exceeded"_s});
    if (fault.kind == Fault::Kind::Error)
        return refusal({fault.status, fault.code, u"A fault rule of the sandbox asked for this error."_s});
    return spoil(fault, std::move(answer));
}

Answer spoil(const Fault &fault, Answer answer)
{
    switch (fault.kind) {
    case Fault::Kind::Throttle:
    case Fault::Kind::Error:
    case Fault::Kind::Change:
        return answer;
    case Fault::Kind::Status:
        answer = {};
        answer.status = fault.status;
        return answer;
    case Fault::Kind::NotJson:
        answer = {};
        answer.addHeader("Content-Type", "text/html");
        answer.body = "<!DOCTYPE html><html><body><h1>Welcome to this network</h1></body></html>";
        return answer;
    case Fault::Kind::Truncate:
        answer.delivery = Answer::Delivery::Truncated;
        return answer;
    case Fault::Kind::Delay:
        answer.delay = fault.delay;
        return answer;
    case Fault::Kind::Slow:
        answer.bytesPerSecond = fault.bytesPerSecond;
        return answer;
    case Fault::Kind::ResetBefore:
    case Fault::Kind::ResetAfter:
        answer.delivery = Answer::Delivery::None;
        return answer;
    }
    return answer;
}

} // namespace braketeer::sandbox
