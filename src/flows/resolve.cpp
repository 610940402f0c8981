#include "flows/resolve.h"

#include "exchange/json/readjson.h"
#include "flows/claimkeeper.h"
#include "flows/findjob.h"
#include "flows/matchjob.h"
#include "flows/outcome.h"
#include "flows/samecaller.h"
#include "services/braket/createjob.h"
#include "store/history/history.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

using store::Submission;
using store::SubmissionState;
using Outcome = Settled::Outcome;

/// What the settling of one submission works with. Lives in the frame of resolve().
struct Desk
{
    std::shared_ptr<Session> session;
    std::shared_ptr<store::History> history;
    std::shared_ptr<Interaction> interaction;
    ResolveOptions options;
};

/// How long a new job may be missing from the service's lists.
constexpr auto listDelay = std::chrono::minutes(1);

Settled settledAs(const Submission &row, Outcome outcome, core::Error error = {}, QString jobArn = {})
{
    return {row.id, row.jobName, row.clientToken, row.region, std::move(jobArn), outcome, std::move(error)};
}

QDateTime firstTime(const Submission &row)
{
    return row.firstSentAt.isValid() ? row.firstSentAt : row.createdAt;
}

std::chrono::seconds ageOf(const Desk &desk, const Submission &row)
{
    return std::chrono::seconds(firstTime(row).secsTo(desk.session->clock()()));
}

core::Task<Settled> accepted(Desk desk, Submission row, QString jobArn, Outcome outcome)
{
    const auto stored = co_await desk.history->accept(row.id, jobArn);
    if (!stored)
        co_return settledAs(row, Outcome::StillUnknown, stored.error(), jobArn);
    co_return settledAs(row, outcome, {}, jobArn);
}

core::Task<Settled> stillUnknown(Desk desk, Submission row, core::Error error)
{
    const auto stored = co_await desk.history->markUnknown(row.id, error);
    co_return settledAs(row, Outcome::StillUnknown, stored ? error : stored.error());
}

core::Task<Settled> refused(Desk desk, Submission row, core::Error error, Outcome outcome = Outcome::Refused)
{
    const auto stored = co_await desk.history->refuse(row.id, error);
    co_return settledAs(row, stored ? outcome : Outcome::StillUnknown, stored ? error : stored.error());
}

/// After a repeated send was refused: whether the first one made a job all the same.
core::Task<Settled> judgeRefusal(Desk desk, Submission row, core::Error error)
{
    const auto found = co_await findJob(desk.session, row, desk.options.clockSkew, desk.options.cancel);
    if (found && !found->isEmpty())
        co_return co_await accepted(desk, row, *found, Outcome::Found);
    // A refusal may be the first send's own doing (a quota that it filled), as long as lists may not show its job yet.
    const bool settles = found && settlesRepeated(error) && (isAboutTheDocument(error) || ageOf(desk, row) > listDelay);
    if (settles)
        co_return co_await refused(desk, row, error);
    co_return co_await stillUnknown(desk, row, error);
}

core::Task<Settled> sendAgain(Desk desk, Submission row)
{
    const bool neverSent = row.state == SubmissionState::Prepared;
    const auto marked = co_await desk.history->markSent(row.id, desk.session->clock()());
    if (!marked)
        co_return settledAs(row, Outcome::StillUnknown, marked.error());
    const auto answer = co_await services::braket::createJob(desk.session->client(), row.request, desk.options.cancel);
    if (answer)
        co_return co_await accepted(desk, row, answer->jobArn, Outcome::SentAgain);
    if (judge(answer.error()) == Verdict::Unknown)
        co_return co_await stillUnknown(desk, row, answer.error());
    if (neverSent)
        co_return co_await refused(desk, row, answer.error());
    if (answer.error().kind != core::Error::Kind::Service)
        co_return co_await stillUnknown(desk, row, answer.error());
    co_return co_await judgeRefusal(desk, row, answer.error());
}

core::Error givenUp()
{
    core::Error error;
    error.kind = core::Error::Kind::Cancelled;
    error.message = QCoreApplication::translate("Resolve", "Given up by hand. The service did not know of such a job "
                                                           "then.");
    return error;
}

core::Task<Settled> askPerson(Desk desk, Submission row)
{
    const LostSubmission lost{row.id, row.jobName, row.device, row.region, row.firstSentAt, row.attempts};
    const auto answer = co_await desk.interaction->confirmResend(lost);
    switch (answer.value_or(LostAnswer::Later)) {
    case LostAnswer::SendAgain:
        co_return co_await sendAgain(desk, row);
    case LostAnswer::GiveUp:
        co_return co_await refused(desk, row, givenUp(), Outcome::GivenUp);
    case LostAnswer::Later:
        break;
    }
    co_return settledAs(row, Outcome::Waiting);
}

/// A job that was stopped by its person half way is looked for, and never sent again by itself.
bool mayGoOutByItself(const Desk &desk, const Submission &row)
{
    return ageOf(desk, row) <= desk.options.resendWindow && row.errorCode != "Cancelled"_L1;
}

/// `hasTwin`: another open submission asks for the very same job under another token. Then a job that is found may be
/// either's, and only the token tells.
core::Task<Settled> settle(Desk desk, Submission row, bool hasTwin)
{
    const bool byItself = mayGoOutByItself(desk, row);
    if (row.state != SubmissionState::Prepared && !(hasTwin && byItself)) {
        const auto found = co_await findJob(desk.session, row, desk.options.clockSkew, desk.options.cancel);
        if (!found)
            co_return settledAs(row, Outcome::StillUnknown, found.error());
        if (!found->isEmpty())
            co_return co_await accepted(desk, row, *found, Outcome::Found);
    }
    if (byItself)
        co_return co_await sendAgain(desk, row);
    co_return co_await askPerson(desk, row);
}

bool hasTwinAmong(const QList<Submission> &rows, const Submission &row)
{
    const auto request = exchange::readJson(row.request);
    for (const Submission &other : rows) {
        if (other.id == row.id || other.jobName != row.jobName || !request)
            continue;
        const auto document = exchange::readJson(other.request);
        if (document && sameButToken(*request, *document))
            return true;
    }
    return false;
}

/// Takes the claim, settles, gives the claim back. Nothing when somebody else settled it meanwhile.
core::Task<std::optional<Settled>> settleClaimed(Desk desk, Submission row, bool hasTwin)
{
    const store::Claim claim = store::newClaim(QDateTime::currentDateTimeUtc(), claimSeconds);
    const auto mine = co_await desk.history->claim(row.id, claim);
    if (!mine)
        co_return settledAs(row, Outcome::StillUnknown, mine.error());
    const auto now = co_await desk.history->get(row.id);
    if (now && !isOpen(now->state))
        co_return std::nullopt;
    if (!now || !*mine)
        co_return settledAs(row, Outcome::InFlight);
    const ClaimKeeper keeper(desk.history, row.id, claim);
    const auto settled = co_await settle(desk, *now, hasTwin);
    if (settled && settled->isOpen())
        (void)co_await desk.history->release(row.id, claim);
    if (!settled)
        co_return core::fail(settled.error());
    co_return *settled;
}

} // namespace

QString outcomeName(Settled::Outcome outcome)
{
    switch (outcome) {
    case Outcome::Found:
        return u"found"_s;
    case Outcome::SentAgain:
        return u"sent-again"_s;
    case Outcome::Refused:
        return u"refused"_s;
    case Outcome::GivenUp:
        return u"given-up"_s;
    case Outcome::Waiting:
        return u"waiting"_s;
    case Outcome::StillUnknown:
        return u"unknown"_s;
    case Outcome::InFlight:
        return u"in-flight"_s;
    case Outcome::Elsewhere:
        return u"elsewhere"_s;
    }
    return {};
}

core::Task<QList<Settled>> resolve(std::shared_ptr<Session> session, std::shared_ptr<Interaction> interaction,
                                   ResolveOptions options)
{
    const auto history = co_await session->history();
    if (!history)
        co_return core::fail(history.error());
    if (const auto writable = (*history)->writable(); !writable)
        co_return core::fail(writable.error());
    const auto rows = co_await (*history)->openSubmissions();
    if (!rows)
        co_return core::fail(rows.error());

    const Desk desk{session, *history, interaction, options};
    SameCaller caller(session, options.cancel);
    QList<Settled> answer;
    for (const Submission &row : *rows) {
        if (options.cancel.isCancelled())
            break;
        const auto here = co_await caller.made(row);
        if (!here) {
            answer << settledAs(row, Outcome::StillUnknown, here.error());
            continue;
        }
        if (!*here) {
            answer << settledAs(row, Outcome::Elsewhere);
            continue;
        }
        const auto settled = co_await settleClaimed(desk, row, hasTwinAmong(*rows, row));
        if (!settled)
            co_return core::fail(settled.error());
        if (*settled)
            answer << **settled;
    }
    co_return answer;
}

} // namespace braketeer::flows
