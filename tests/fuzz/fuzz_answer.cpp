#include "fuzztarget.h"

#include "aws/errors/serviceerror.h"
#include "aws/identity/assumerole.h"
#include "aws/identity/getcalleridentity.h"
#include "services/braket/createjob.h"
#include "services/braket/getdevice.h"
#include "services/braket/getjob.h"
#include "services/braket/searchdevices.h"
#include "services/braket/searchjobs.h"

using namespace braketeer;

/// The input is the body of an answer: of an error, of STS, and of every Braket operation that is read.
void fuzz(QByteArrayView input)
{
    const auto error = aws::decodeServiceError(
        400, {{"x-amzn-errortype", input.first(std::min<qsizetype>(40, input.size())).toByteArray()}}, input,
        QStringLiteral("service.invalid"));
    if (error.kind != core::Error::Kind::Service || error.message.isEmpty())
        qFatal("A service's refusal has a kind and a message.");
    (void)aws::readCallerIdentity(input);
    (void)aws::readAssumedRole(input);
    const QByteArray json = input.toByteArray();
    if (const auto job = services::braket::readGetJob(json); job && job->jobArn.isEmpty())
        qFatal("GetJob without an ARN.");
    (void)services::braket::readSearchJobs(json);
}
