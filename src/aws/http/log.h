#pragma once

#include <QLoggingCategory>

namespace braketeer::aws {

/// What goes over the wire, a sentence before each act: `braketeer.http`, silent unless asked for.
///
/// Names the service, the place, where the keys come from, and what came back: never a body, a header, a query or a
/// key, so that a copied log can be shown to anybody.
Q_DECLARE_LOGGING_CATEGORY(httpLog)

} // namespace braketeer::aws
