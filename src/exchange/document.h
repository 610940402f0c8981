#pragma once

#include "core/result.h"
#include "job/jobspec.h"

#include <QByteArrayView>

namespace braketeer::exchange {

enum class Format {
    Auto, ///< JSON when the first character that is no blank is { or [, else YAML
    Json,
    Yaml,
};

/// Reads a CreateJob document from a file's bytes. It need not be valid, but must be an object at the top. The error
/// (Kind::Usage) names line and column.
core::Result<job::JobSpec> readDocument(QByteArrayView utf8, Format format = Format::Auto);

} // namespace braketeer::exchange
