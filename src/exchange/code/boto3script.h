#pragma once

#include "core/result.h"
#include "exchange/exported.h"

namespace braketeer::exchange {

/// The target "boto3": a Python script that calls create_job() of boto3 with the document as keyword arguments, one
/// member a literal. Every document can be written; what it sends is the document, as far as boto3 takes it.
///
/// Source: boto3 documentation, Braket.Client.create_job.
ExportPart boto3Part(const ExportMember &member, Form form);
core::Result<QString> boto3Script(const ExportFrame &frame);
QStringList boto3Notes(const ExportFrame &frame);

} // namespace braketeer::exchange
