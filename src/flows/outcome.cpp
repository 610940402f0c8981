#include "flows/outcome.h"

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

using Kind = core::Error::Kind;

// Source: AWS Braket API Reference, "Common Error Types": throttling has a 400 form too, so the code decides.
bool isThrottling(const core::Error &error)
{
    return error.httpStatus == 429 || error.serviceCode.startsWith("Throttl"_L1)
           || error.serviceCode == "TooManyRequestsException"_L1 || error.serviceCode == "RequestLimitExceeded"_L1;
}

bool isAboutTheCaller(const core::Error &error)
{
    return error.httpStatus == 401 || error.httpStatus == 403;
}

} // namespace

Verdict judge(const core::Error &error)
{
    const bool fault = error.kind == Kind::Service && error.httpStatus >= 500;
    return error.outcomeUnknown || fault ? Verdict::Unknown : Verdict::NoJob;
}

bool settlesRepeated(const core::Error &error)
{
    return error.kind == Kind::Service && error.httpStatus >= 400 && error.httpStatus < 500 && !isThrottling(error)
           && !isAboutTheCaller(error) && error.httpStatus != 408 && error.httpStatus != 409;
}

bool isAboutTheDocument(const core::Error &error)
{
    return error.serviceCode == "ValidationException"_L1;
}

} // namespace braketeer::flows
