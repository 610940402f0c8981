#pragma once

#include "job/schema/member.h"
#include "job/schema/patterns.h"

namespace braketeer::job {

inline constexpr const char *compressionTypes[] = {"NONE", "GZIP"};

// Source: service model braket-2019-09-01 as of 2026-04-07 (botocore 1.43.11), AlgorithmSpecification.
// What the container does with entry point and archive: amazon-braket-containers, src/braket_container.py (2026-08-19).
inline constexpr Member algorithmMembers[] = {
    {.path = "algorithmSpecification",
     .option = "--algorithm-specification",
     .label = QT_TRANSLATE_NOOP("Schema", "Algorithm"),
     .help = QT_TRANSLATE_NOOP("Schema", "Where the code is, how it is started, and the container image it runs in."),
     .example = "scriptModeConfig={entryPoint=bell,s3Uri=s3://amazon-braket-us-west-2-123456789012/bell/source.tar.gz,"
                "compressionType=GZIP}",
     .defaultText = "",
     .type = Type::Structure,
     .required = true,
     .section = Section::Algorithm,
     .position = 1},
    {.path = "algorithmSpecification.scriptModeConfig",
     .option = "--algorithm-specification",
     .label = QT_TRANSLATE_NOOP("Schema", "Script"),
     .help = QT_TRANSLATE_NOOP(
         "Schema", "Python code of your own, taken from Amazon S3 when the job starts. It may be left out only when "
                   "your own container image holds the code."),
     .example =
         "entryPoint=bell,s3Uri=s3://amazon-braket-us-west-2-123456789012/bell/source.tar.gz,compressionType=GZIP",
     .defaultText = "",
     .type = Type::Structure,
     .section = Section::Algorithm,
     .position = 0,
     .rule = "V10"},
    {.path = "algorithmSpecification.scriptModeConfig.s3Uri",
     .option = "--algorithm-specification",
     .label = QT_TRANSLATE_NOOP("Schema", "Script archive"),
     .help = QT_TRANSLATE_NOOP(
         "Schema", "One object in Amazon S3: a .tar.gz archive, or a single .py file. A folder does not work: the job "
                   "would fail after it has waited in the queue."),
     .example = "s3://amazon-braket-us-west-2-123456789012/bell/source.tar.gz",
     .defaultText = "",
     .required = true,
     .section = Section::Algorithm,
     .position = 1,
     .length = {0, s3PathMaxLength},
     .pattern = s3PathPattern,
     .rule = "V40"},
    {.path = "algorithmSpecification.scriptModeConfig.entryPoint",
     .option = "--algorithm-specification",
     .label = QT_TRANSLATE_NOOP("Schema", "Entry point"),
     .help = QT_TRANSLATE_NOOP(
         "Schema", "A Python module, as an import statement names it: “bell” for bell.py, “project.train:main” for the "
                   "function main in project/train.py. Neither a file name nor a path."),
     .example = "bell",
     .defaultText = "",
     .required = true,
     .section = Section::Algorithm,
     .position = 0},
    {.path = "algorithmSpecification.scriptModeConfig.compressionType",
     .option = "--algorithm-specification",
     .label = QT_TRANSLATE_NOOP("Schema", "Compression"),
     .help = QT_TRANSLATE_NOOP("Schema", "GZIP for a .tar.gz archive, NONE for a single Python file."),
     .example = "GZIP",
     .defaultText = "",
     .type = Type::Enum,
     .section = Section::Algorithm,
     .position = 2,
     .values = compressionTypes,
     .rule = "V15"},
    {.path = "algorithmSpecification.containerImage",
     .option = "--algorithm-specification",
     .label = QT_TRANSLATE_NOOP("Schema", "Container"),
     .help = QT_TRANSLATE_NOOP("Schema", "The container image that the job runs in: one of Braket's own, or yours."),
     .example = "uri=292282985366.dkr.ecr.us-west-2.amazonaws.com/amazon-braket-base-jobs:1.0-cpu-py312-ubuntu24.04",
     .defaultText = "",
     .type = Type::Structure,
     .section = Section::Algorithm,
     .position = 1},
    {.path = "algorithmSpecification.containerImage.uri",
     .option = "--algorithm-specification",
     .label = QT_TRANSLATE_NOOP("Schema", "Container image"),
     .help = QT_TRANSLATE_NOOP(
         "Schema",
         "An image in a private Amazon ECR repository of the job's own region, with a tag or a digest. Prefer "
         "a pinned tag: “latest” changes under your feet."),
     .example = "292282985366.dkr.ecr.us-west-2.amazonaws.com/amazon-braket-base-jobs:1.0-cpu-py312-ubuntu24.04",
     .defaultText = "",
     .required = true,
     .section = Section::Algorithm,
     .position = 0,
     .length = {1, 255},
     .pattern = "\\d{10,14}\\.dkr\\.ecr.[a-z0-9-]+\\.amazonaws\\.com\\/.+(@sha256)?:.+",
     .rule = "V20"},
};

} // namespace braketeer::job
