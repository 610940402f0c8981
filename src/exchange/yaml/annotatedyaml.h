#pragma once

#include "exchange/exported.h"

namespace braketeer::exchange {

/// The target "yaml": one top-level member as YAML for `--cli-input-yaml`, with what the schema says about each member
/// in comments above it: label, whether it is required, limits, help. Ends without a newline.
///
/// Every text is in double quotes, numbers stand plain, and all of it is ASCII: the AWS CLI reads the file in the
/// encoding of the locale. Comments are the schema's own English for the same reason.
ExportPart yamlPart(const ExportMember &member, Form form);

/// The parts as a document, ending with a newline; `{}` when there are none.
QString yamlDocument(const QList<ExportPart> &parts);

} // namespace braketeer::exchange
