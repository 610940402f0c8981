#pragma once

#include "job/schema/member.h"
#include "job/schema/patterns.h"

namespace braketeer::job {

// Source: service model braket-2019-09-01 as of 2026-04-07 (botocore 1.43.11), InputFileConfig.
inline constexpr Member inputDataMembers[] = {
    {.path = "inputDataConfig",
     .option = "--input-data-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Input data"),
     .help = QT_TRANSLATE_NOOP(
         "Schema", "Up to 20 channels. Each is copied from Amazon S3 into the container before the code starts, under "
                   "/opt/braket/input/data/ and the channel's name."),
     .example =
         "channelName=train,dataSource={s3DataSource={s3Uri=s3://amazon-braket-us-west-2-123456789012/data/train/}}",
     .defaultText = "",
     .type = Type::List,
     .section = Section::InputData,
     .position = 2,
     .length = {0, 20},
     .rule = "V50"},
    {.path = "inputDataConfig[]",
     .option = "--input-data-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Channel"),
     .help = QT_TRANSLATE_NOOP("Schema", "One set of input files, with a name that the code finds it by."),
     .example =
         "channelName=train,dataSource={s3DataSource={s3Uri=s3://amazon-braket-us-west-2-123456789012/data/train/}}",
     .defaultText = "",
     .type = Type::Structure,
     .section = Section::InputData},
    {.path = "inputDataConfig[].channelName",
     .option = "--input-data-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Channel name"),
     .help = QT_TRANSLATE_NOOP(
         "Schema",
         "Up to 64 letters, digits, dots, hyphens and underscores; the name of the folder that the code reads. "
         "No two channels may share one."),
     .example = "train",
     .defaultText = "",
     .required = true,
     .section = Section::InputData,
     .position = 0,
     .length = {1, 64},
     .pattern = "[A-Za-z0-9\\.\\-_]+",
     .rule = "V50"},
    {.path = "inputDataConfig[].dataSource",
     .option = "--input-data-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Source"),
     .help = QT_TRANSLATE_NOOP("Schema", "Where the channel's files come from; Amazon S3 is the only kind of source."),
     .example = "s3DataSource={s3Uri=s3://amazon-braket-us-west-2-123456789012/data/train/}",
     .defaultText = "",
     .type = Type::Structure,
     .required = true,
     .section = Section::InputData,
     .position = 2},
    {.path = "inputDataConfig[].dataSource.s3DataSource",
     .option = "--input-data-config",
     .label = QT_TRANSLATE_NOOP("Schema", "S3 source"),
     .help = QT_TRANSLATE_NOOP("Schema", "The place in Amazon S3 that the channel is copied from."),
     .example = "s3Uri=s3://amazon-braket-us-west-2-123456789012/data/train/",
     .defaultText = "",
     .type = Type::Structure,
     .required = true,
     .section = Section::InputData,
     .position = 0},
    {.path = "inputDataConfig[].dataSource.s3DataSource.s3Uri",
     .option = "--input-data-config",
     .label = QT_TRANSLATE_NOOP("Schema", "S3 location"),
     .help = QT_TRANSLATE_NOOP(
         "Schema", "A prefix or one object, as s3://bucket/key. Everything that begins with it is copied, so end a "
                   "folder with a slash."),
     .example = "s3://amazon-braket-us-west-2-123456789012/data/train/",
     .defaultText = "",
     .required = true,
     .section = Section::InputData,
     .position = 0,
     .length = {0, s3PathMaxLength},
     .pattern = s3PathPattern,
     .rule = "V40"},
    {.path = "inputDataConfig[].contentType",
     .option = "--input-data-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Content type"),
     .help = QT_TRANSLATE_NOOP("Schema",
                               "The MIME type of the files, for the code's own use: “text/csv”, “application/json”."),
     .example = "text/csv",
     .defaultText = "",
     .section = Section::InputData,
     .position = 1,
     .length = {1, 256},
     .rule = "V51"},
};

} // namespace braketeer::job
