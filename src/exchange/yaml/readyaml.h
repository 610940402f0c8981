#pragma once

#include "core/result.h"
#include "job/value.h"

#include <QByteArrayView>

namespace braketeer::exchange {

/// Reads one YAML 1.2 document (UTF-8) with the types that the AWS CLI finds in it (ruamel.yaml, safe and pure):
/// `yes`, `no`, `on`, `off` and `12:30` are text; `true`, `null`, `~`, `010`, `0x10`, `1_000`, `1e3` and `.5` are not.
/// Numbers get the text that JSON has for them (`0x10` is 16, `.5` is 0.5).
///
/// The error (Kind::Usage) names line and column. Refused besides broken YAML: more than one document, keys that come
/// twice or are no text, `=`, unknown tags, dates and infinities (put quotes round them), tabs as indentation, nesting
/// beyond maximumDocumentDepth, more than maximumDocumentBytes before or after aliases are followed.
core::Result<job::Value> readYaml(QByteArrayView utf8);

} // namespace braketeer::exchange
