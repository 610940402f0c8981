#include "flows/resolveeverywhere.h"

#include "store/history/history.h"

#include <algorithm>

namespace braketeer::flows {
namespace {

using Outcome = Settled::Outcome;

/// The places of those submissions, each once.
QList<SessionOptions> placesOf(const QList<store::Submission> &submissions, const QList<Settled> &settled)
{
    QList<SessionOptions> places;
    for (const store::Submission &submission : submissions) {
        const bool elsewhere = std::ranges::any_of(settled, [&submission](const Settled &one) {
            return one.id == submission.id && one.outcome == Outcome::Elsewhere;
        });
        const bool known = std::ranges::any_of(places, [&submission](const SessionOptions &place) {
            return place.profile == submission.profile && place.region == submission.region
                   && place.endpointUrl == submission.endpoint;
        });
        if (!elsewhere || known)
            continue;
        SessionOptions place;
        place.profile = submission.profile;
        place.region = submission.region;
        place.endpointUrl = submission.endpoint;
        places.append(place);
    }
    return places;
}

/// What was settled at last stands in the place of what was not.
void takeOver(QList<Settled> &settled, const QList<Settled> &later)
{
    for (const Settled &one : later) {
        if (one.outcome == Outcome::Elsewhere)
            continue;
        const auto before = std::ranges::find(settled, one.id, &Settled::id);
        if (before == settled.end())
            settled.append(one);
        else if (before->outcome == Outcome::Elsewhere)
            *before = one;
    }
}

} // namespace

core::Task<QList<Settled>> resolveEverywhere(std::shared_ptr<Session> session, SessionOpener open,
                                             std::shared_ptr<Interaction> interaction, ResolveOptions options)
{
    auto here = co_await resolve(session, interaction, options);
    if (!here || session->place().demo)
        co_return here;
    QList<Settled> settled = *here;
    const auto history = co_await session->history();
    if (!history)
        co_return core::fail(history.error());
    const auto submissions = co_await (*history)->openSubmissions();
    if (!submissions)
        co_return core::fail(submissions.error());
    for (const SessionOptions &place : placesOf(*submissions, settled)) {
        if (options.cancel.isCancelled())
            break;
        const auto other = open(place);
        if (!other)
            continue;
        const auto there = co_await resolve(*other, interaction, options);
        if (there)
            takeOver(settled, *there);
    }
    co_return settled;
}

} // namespace braketeer::flows
