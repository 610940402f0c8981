#pragma once

#include "sandbox/braket/call.h"

#include <span>

namespace braketeer::sandbox {

/// One row = one operation of Braket: adding one means a row and its function.
struct Operation
{
    const char *name;
    const char *method;
    const char *path; ///< "{}" stands for a label: a percent-encoded ARN
    int status;       ///< of its success
    Reply (*carryOut)(const Call &call);
};

std::span<const Operation> operations();

/// The operation of a request, and the label of its path decoded. Null where there is none.
struct Match
{
    const Operation *operation = nullptr;
    QString label;
};

Match findOperation(const RawRequest &request);

Reply createJob(const Call &call);  ///< createjob.cpp
Reply getJob(const Call &call);     ///< getjob.cpp
Reply cancelJob(const Call &call);  ///< canceljob.cpp
Reply searchJobs(const Call &call); ///< searchjobs.cpp
Reply getDevice(const Call &call);  ///< devices.cpp
Reply searchDevices(const Call &call);
Reply listTags(const Call &call); ///< tags.cpp
Reply tagResource(const Call &call);
Reply untagResource(const Call &call);

} // namespace braketeer::sandbox
