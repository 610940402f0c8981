#pragma once

#include "core/result.h"
#include "exchange/exported.h"

namespace braketeer::exchange {

/// The target "braket-sdk": a Python script for the Amazon Braket SDK.
///
/// It calls AwsQuantumJob.create() where the request that leaves the SDK is the document (see sdkCall()), else
/// AwsSession.create_job(), which sends its arguments as they are. The notes say which members kept the former from
/// being used, or what it adds. It has no text of single members: one member decides about the whole script.
core::Result<QString> braketSdkScript(const ExportFrame &frame);
QStringList braketSdkNotes(const ExportFrame &frame);

} // namespace braketeer::exchange
