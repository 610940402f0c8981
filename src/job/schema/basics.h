#pragma once

#include "job/schema/member.h"

namespace braketeer::job {

// Source: service model braket-2019-09-01 as of 2026-04-07 (botocore 1.43.11), CreateJobRequest.
// The model requires clientToken; every client fills it in, so that a document without one is complete.
inline constexpr Member basicsMembers[] = {
    {.path = "jobName",
     .option = "--job-name",
     .label = QT_TRANSLATE_NOOP("Schema", "Job name"),
     .help = QT_TRANSLATE_NOOP(
         "Schema", "Up to 50 letters, digits and hyphens, with a letter or digit at both ends. Names need not be "
                   "unique, but logs and results are easier to find when they are."),
     .example = "bell-pair-01",
     .defaultText = "",
     .required = true,
     .section = Section::Basics,
     .position = 5,
     .length = {1, 50},
     .pattern = "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,50}",
     .rule = "V01"},
    {.path = "roleArn",
     .option = "--role-arn",
     .label = QT_TRANSLATE_NOOP("Schema", "Execution role"),
     .help = QT_TRANSLATE_NOOP(
         "Schema", "The role that Braket takes on to run the job, as a full ARN. The Braket console makes one under "
                   "Permissions and settings; its name starts with AmazonBraketJobsExecutionRole."),
     .example = "arn:aws:iam::123456789012:role/service-role/AmazonBraketJobsExecutionRole",
     .defaultText = "",
     .required = true,
     .section = Section::Basics,
     .position = 6,
     .pattern = "arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+",
     .rule = "V04"},
    {.path = "clientToken",
     .option = "--client-token",
     .label = QT_TRANSLATE_NOOP("Schema", "Client token"),
     .help = QT_TRANSLATE_NOOP(
         "Schema", "Makes a repeated request safe: the same token never starts a second job. Leave it empty and a "
                   "new one is made for each submission."),
     .example = "8b1f2c1e-0d0a-4a55-9d1b-3f5a1c2d4e6f",
     .defaultText = QT_TRANSLATE_NOOP("Schema", "a new one for each submission"),
     .section = Section::Basics,
     .position = 0,
     .length = {1, 64},
     .rule = "V03"},
    {.path = "tags",
     .option = "--tags",
     .label = QT_TRANSLATE_NOOP("Schema", "Tags"),
     .help = QT_TRANSLATE_NOOP("Schema",
                               "Up to 50 names with values, for cost reports and permissions. They need the permission "
                               "braket:TagResource."),
     .example = "project=bell,team=research",
     .defaultText = "",
     .type = Type::Map,
     .section = Section::Basics,
     .position = 11},
    {.path = "tags.{}",
     .option = "--tags",
     .label = QT_TRANSLATE_NOOP("Schema", "Tag"),
     .help = QT_TRANSLATE_NOOP(
         "Schema",
         "Up to 256 letters, digits, spaces and _ . : / = + - @; it may be empty. Upper and lower case count."),
     .example = "research",
     .defaultText = "",
     .section = Section::Basics},
};

} // namespace braketeer::job
