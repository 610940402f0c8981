#pragma once

#include "job/findings.h"

#include <QJsonValue>
#include <QString>

namespace braketeer::sandbox {

/// A JSON value as the checks read it.
job::Value toValue(const QJsonValue &json);

/// Findings that block, in one sentence worded as AWS services word violations of their model:
/// "1 validation error detected: Value at 'jobName' failed to satisfy constraint: Member must …". Empty where none
/// does.
QString modelErrors(const job::Findings &findings);

} // namespace braketeer::sandbox
