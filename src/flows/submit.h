#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "flows/session.h"
#include "job/jobspec.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace braketeer::flows {

struct SubmitOptions
{
    SubmitOptions() = default; ///< no aggregate: see core/task.h

    bool record = true; ///< false: nothing is written to the history (`--no-history`)
    core::CancelToken cancel;
};

struct Receipt
{
    qint64 submissionId = 0; ///< 0 without a record
    QString jobArn;
    QString clientToken;
    QByteArray json; ///< the service's answer
    /// The job was created, but its ARN could not be stored: tell the person, and let them keep the ARN.
    std::optional<core::Error> notStored;
};

/// The exact JSON body that submit() sends for `spec`: compact, with a client token (a random UUID) added where the
/// document has none.
struct PreparedRequest
{
    QByteArray body;
    QString clientToken;
};

PreparedRequest prepareRequest(job::JobSpec spec);

/// Starts a job: records request and token on disk, sends, records the answer. Costs money when it succeeds.
///
/// Checks nothing of the document: that is the caller's, before. Every outcome is stored before it is judged. After a
/// lost answer (Network with `outcomeUnknown`) the submission stays open, and resolve() settles it.
///
/// Fails with Store, nothing sent: the record could not be written (history damaged, of a newer version, disk full);
/// `record = false` goes on without. Else as services::braket::createJob().
[[nodiscard]] core::Task<Receipt> submit(std::shared_ptr<Session> session, job::JobSpec spec,
                                         SubmitOptions options = {});

} // namespace braketeer::flows
