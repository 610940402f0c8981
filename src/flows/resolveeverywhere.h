#pragma once

#include "flows/resolve.h"

#include <functional>

namespace braketeer::flows {

/// Opens a session for another place; as the program opens its own.
using SessionOpener = std::function<core::Result<std::shared_ptr<Session>>(SessionOptions)>;

/// resolve() for `session`, and then for every other place (profile, region, endpoint) that the record has open
/// submissions of. A place whose session cannot be opened, or whose keys belong to another account by now, leaves its
/// submissions as Elsewhere. The demo never leaves itself. Fails as resolve() for `session`.
[[nodiscard]] core::Task<QList<Settled>> resolveEverywhere(std::shared_ptr<Session> session, SessionOpener open,
                                                           std::shared_ptr<Interaction> interaction,
                                                           ResolveOptions options = {});

} // namespace braketeer::flows
