#pragma once

#include "sandbox/auth/keyring.h"
#include "sandbox/http/message.h"
#include "sandbox/jobs/jobbook.h"

#include <span>

namespace braketeer::sandbox {

/// A proven request, with all that an operation may look at.
struct Call
{
    const RawRequest &request;
    Caller caller;
    JobBook &book;
    QDateTime now;     ///< the real clock
    qint64 skewMs = 0; ///< of the clock that clients are shown
    QString requestId;
    QString label; ///< the decoded part of the path, where the operation has one: an ARN
};

/// One row = one AWS service, chosen by the service in the credential scope.
struct Service
{
    const char *signingName;
    PathForm pathForm;
    QString (*operationOf)(const RawRequest &request); ///< empty where it has no such operation
    Answer (*carryOut)(Call call);
    Answer (*refusal)(const ServiceError &error, const QString &requestId);
};

extern const Service braketService; ///< braket/braketservice.cpp
extern const Service stsService;    ///< service/stsservice.cpp

/// Null where the sandbox does not serve it.
const Service *findService(QByteArrayView signingName);

/// Whose form a refusal has, as long as nobody knows who is asked: STS takes HTML forms, Braket JSON.
const Service &likelyService(const RawRequest &request);

} // namespace braketeer::sandbox
