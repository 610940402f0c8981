#include "sandbox/faults/spoil.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {

Answer spoil(const Fault &fault, const Service &service, const Call &call, Answer answer)
{
    switch (fault.kind) {
    case Fault::Kind::Throttle:
        return service.refusal({429, "ThrottlingException"_ba, u"Rate exceeded"_s}, call.requestId);
    case Fault::Kind::Error:
        return service.refusal({fault.status, fault.code, u"A fault rule of the sandbox asked for this error."_s},
                               call.requestId);
    case Fault::Kind::Status:
        answer = {};
        answer.status = fault.status;
        return answer;
    case Fault::Kind::NotJson:
        answer.status = 200;
        answer.headers = {{"Content-Type", "text/html"}};
        answer.body = "<!DOCTYPE html><html><body><h1>Welcome to this network</h1></body></html>";
        return answer;
    case Fault::Kind::Truncate:
        answer.delivery = Answer::Delivery::Truncated;
        return answer;
    case Fault::Kind::Delay:
        answer.delay = fault.delay;
        return answer;
    case Fault::Kind::ResetBefore:
    case Fault::Kind::ResetAfter:
        answer.delivery = Answer::Delivery::None;
        return answer;
    }
    return answer;
}

} // namespace braketeer::sandbox
