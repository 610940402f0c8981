#pragma once

#include "core/result.h"
#include "exchange/exported.h"

namespace braketeer::exchange {

/// The target "curl": a POSIX shell script that sends the request with curl, which signs it (--aws-sigv4).
///
/// Keys are taken from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN when the script runs, and reach
/// curl as a configuration file on file descriptor 3, so that neither the text nor any list of processes shows them.
/// The service requires a client token, which AWS's own clients make up: the script makes one for each run, unless the
/// document's is wanted. A profile means nothing to curl; the notes say so.
///
/// Fails (Kind::Usage) for a region that is no name of a region, because it becomes part of an address.
///
/// Source: curl manual, --aws-sigv4 (since 7.75.0), --fail-with-body (since 7.76.0), --config.
ExportPart curlPart(const ExportMember &member, Form form);
core::Result<QString> curlCommand(const ExportFrame &frame);
QStringList curlNotes(const ExportFrame &frame);

} // namespace braketeer::exchange
