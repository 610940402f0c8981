#pragma once

#include "job/schema/member.h"
#include "job/schema/patterns.h"

namespace braketeer::job {

// Source: service model braket-2019-09-01 as of 2026-04-07 (botocore 1.43.11), JobOutputDataConfig and
// JobCheckpointConfig.
inline constexpr Member outputMembers[] = {
    {.path = "outputDataConfig",
     .option = "--output-data-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Output"),
     .help = QT_TRANSLATE_NOOP("Schema",
                               "Where the results go when the job has ended, and the key they are encrypted with."),
     .example = "s3Path=s3://amazon-braket-us-west-2-123456789012/bell/output",
     .defaultText = "",
     .type = Type::Structure,
     .required = true,
     .section = Section::Output,
     .position = 3},
    {.path = "outputDataConfig.s3Path",
     .option = "--output-data-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Results folder"),
     .help = QT_TRANSLATE_NOOP(
         "Schema",
         "A prefix in a bucket that exists, as s3://bucket/prefix; the results come to output/model.tar.gz below "
         "it. Give each job a prefix of its own: equal ones overwrite each other."),
     .example = "s3://amazon-braket-us-west-2-123456789012/bell/output",
     .defaultText = "",
     .required = true,
     .section = Section::Output,
     .position = 1,
     .length = {0, s3PathMaxLength},
     .pattern = s3PathPattern,
     .rule = "V40"},
    {.path = "outputDataConfig.kmsKeyId",
     .option = "--output-data-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Encryption key"),
     .help = QT_TRANSLATE_NOOP("Schema", "A KMS key: its id, its ARN, or alias/name. The execution role needs "
                                         "the right to use it."),
     .example = "arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
     .defaultText = "",
     .section = Section::Output,
     .position = 0,
     .length = {1, 2048},
     .rule = "V53"},
    {.path = "checkpointConfig",
     .option = "--checkpoint-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Checkpoints"),
     .help = QT_TRANSLATE_NOOP(
         "Schema",
         "Copies what the code saves in one folder of the container to Amazon S3 while the job runs, so that a "
         "later job can go on from there."),
     .example = "s3Uri=s3://amazon-braket-us-west-2-123456789012/bell/checkpoints",
     .defaultText = "",
     .type = Type::Structure,
     .section = Section::Output,
     .position = 4},
    {.path = "checkpointConfig.s3Uri",
     .option = "--checkpoint-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Checkpoint folder"),
     .help = QT_TRANSLATE_NOOP(
         "Schema", "A prefix of its own for each job, as s3://bucket/prefix, apart from the results folder."),
     .example = "s3://amazon-braket-us-west-2-123456789012/bell/checkpoints",
     .defaultText = "",
     .required = true,
     .section = Section::Output,
     .position = 1,
     .length = {0, s3PathMaxLength},
     .pattern = s3PathPattern,
     .rule = "V40"},
    {.path = "checkpointConfig.localPath",
     .option = "--checkpoint-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Folder in the container"),
     .help = QT_TRANSLATE_NOOP(
         "Schema",
         "The absolute path that the code writes checkpoints to. The Python SDK uses /opt/jobs/checkpoints; keep "
         "out of /tmp, /opt/ml and /opt/braket."),
     .example = "/opt/jobs/checkpoints",
     .defaultText = "/opt/braket/checkpoints/",
     .section = Section::Output,
     .position = 0,
     .length = {1, 4096},
     .rule = "V52"},
};

} // namespace braketeer::job
