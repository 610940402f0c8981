#pragma once

#include <QByteArray>

namespace braketeer::exchange {

enum class SkeletonKind {
    Input,     ///< a CreateJob document with every member, as JSON for --cli-input-json
    YamlInput, ///< the same as YAML, with what is required and what each member is for in comments
    Output,    ///< an answer of CreateJob, as JSON
};

/// What `--generate-cli-skeleton` prints, made from the schema; the same members as the AWS CLI's.
QByteArray skeleton(SkeletonKind kind);

} // namespace braketeer::exchange
