#pragma once

#include "core/task.h"

#include <QDateTime>
#include <QString>

namespace braketeer::flows {

/// A submission whose answer was lost more than ten minutes ago, and that the service does not know.
struct LostSubmission
{
    qint64 id = 0;
    QString jobName;
    QString device;
    QString region;
    QDateTime firstSentAt; ///< UTC; invalid: it never left
    int attempts = 0;
};

enum class LostAnswer {
    SendAgain, ///< with the same token; may start a second job when the service has forgotten the token
    Later,     ///< leave it open
    GiveUp,    ///< settle it as refused
};

/// What a flow may ask a person: implemented by the window, the terminal, and tests.
class Interaction
{
public:
    virtual ~Interaction() = default;

    /// Fails with Cancelled when the person goes away; the submission stays open then.
    virtual core::Task<LostAnswer> confirmResend(LostSubmission submission) = 0;
};

/// Nobody there to ask: everything waits.
class NoInteraction final : public Interaction
{
public:
    core::Task<LostAnswer> confirmResend(LostSubmission submission) override;
};

} // namespace braketeer::flows
