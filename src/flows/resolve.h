#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "flows/interaction.h"
#include "flows/session.h"

#include <QList>

#include <chrono>

namespace braketeer::flows {

/// What became of one open submission.
struct Settled
{
    enum class Outcome {
        Found,        ///< the service had the job: now accepted
        SentAgain,    ///< sent again with its token: now accepted
        Refused,      ///< the service refused: no job
        GivenUp,      ///< a person gave it up
        Waiting,      ///< needs a person's word, and there is none: still open
        StillUnknown, ///< the service could not be asked, or could not tell: still open; `error` says why
        InFlight,     ///< another process, or another flow of this one, is at it: untouched
        Elsewhere,    ///< made in another account, region or endpoint than this session's: untouched
    };
    qint64 id = 0;
    QString jobName;
    QString clientToken;
    QString region;
    QString jobArn; ///< when accepted
    Outcome outcome = Outcome::StillUnknown;
    core::Error error; ///< for Refused and StillUnknown

    bool isOpen() const { return outcome >= Outcome::Waiting; }
};

/// "found", "sent-again", … as the command line spells it.
QString outcomeName(Settled::Outcome outcome);

struct ResolveOptions
{
    ResolveOptions() = default; ///< no aggregate: see core/task.h

    core::CancelToken cancel;
    /// For how long after the first send a submission goes out again without asking: the service does not say how long
    /// it remembers a token.
    std::chrono::seconds resendWindow = std::chrono::minutes(10);
    /// How far the clocks of this machine and the service may differ when a job is looked for by its time.
    std::chrono::seconds clockSkew = std::chrono::minutes(5);
};

/// Settles every open submission of the session's place, oldest first.
///
/// Each is looked for at the service: same name, created not before the first send less the clock skew, every member of
/// the request the same in GetJob's answer, and not already another submission's job. Not found: it is sent again with
/// the same token, by itself within `resendWindow`, later only when `interaction` says so.
///
/// Safe to run at any time, in any number of processes: a submission has one worker at a time (store::Claim).
/// Fails with Store when there is no history to read or write; what goes wrong with one submission is in its Settled.
[[nodiscard]] core::Task<QList<Settled>> resolve(std::shared_ptr<Session> session,
                                                 std::shared_ptr<Interaction> interaction, ResolveOptions options = {});

} // namespace braketeer::flows
