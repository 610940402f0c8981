#pragma once

#include "aws/http/request.h"
#include "core/result.h"

#include <QJsonObject>

namespace braketeer::aws {

/// The JSON object of an answer. An empty body reads as an empty object.
///
/// Fails with Network, and `outcomeUnknown`, when the answer is anything else: cut off, HTML of a proxy or a hotel's
/// login page, a list. The message says which.
core::Result<QJsonObject> readJsonAnswer(const Response &response);

} // namespace braketeer::aws
