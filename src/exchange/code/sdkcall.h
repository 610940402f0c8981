#pragma once

#include "exchange/code/pythonliteral.h"
#include "exchange/exported.h"

namespace braketeer::exchange {

/// A document as a call of AwsQuantumJob.create(), which prepares a job before it asks for it: it looks the device up,
/// copies the code, fills in defaults. Whether the request that leaves it is still the document is decided here.
///
/// Source: amazon-braket-sdk-python, src/braket/jobs/quantum_job_creation.py (prepare_quantum_job) and
/// src/braket/jobs/config.py.
struct SdkCall
{
    QStringList arguments; ///< `name=expression`, for lines of their own at level 1
    QStringList uncovered; ///< paths of members that would be changed or lost; any of them: do not use the call
    QStringList added;     ///< paths of members that the SDK sends although the document has none, with another effect
                           ///< than leaving them out
};

SdkCall sdkCall(const QList<ExportMember> &members, PythonText text);

} // namespace braketeer::exchange
