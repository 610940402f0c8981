#pragma once

#include "job/schema/member.h"

namespace braketeer::job {

// The union of what AWS has published: the API reference of September 2026 no longer lists p2, p3 and p3dn.
inline constexpr const char *instanceTypes[] = {
    "ml.t3.large",     "ml.t3.xlarge",    "ml.t3.2xlarge",   "ml.m4.xlarge",    "ml.m4.2xlarge",    "ml.m4.4xlarge",
    "ml.m4.10xlarge",  "ml.m4.16xlarge",  "ml.m5.large",     "ml.m5.xlarge",    "ml.m5.2xlarge",    "ml.m5.4xlarge",
    "ml.m5.12xlarge",  "ml.m5.24xlarge",  "ml.c4.xlarge",    "ml.c4.2xlarge",   "ml.c4.4xlarge",    "ml.c4.8xlarge",
    "ml.c5.xlarge",    "ml.c5.2xlarge",   "ml.c5.4xlarge",   "ml.c5.9xlarge",   "ml.c5.18xlarge",   "ml.c5n.xlarge",
    "ml.c5n.2xlarge",  "ml.c5n.4xlarge",  "ml.c5n.9xlarge",  "ml.c5n.18xlarge", "ml.p2.xlarge",     "ml.p2.8xlarge",
    "ml.p2.16xlarge",  "ml.p3.2xlarge",   "ml.p3.8xlarge",   "ml.p3.16xlarge",  "ml.p3dn.24xlarge", "ml.p4d.24xlarge",
    "ml.g4dn.xlarge",  "ml.g4dn.2xlarge", "ml.g4dn.4xlarge", "ml.g4dn.8xlarge", "ml.g4dn.12xlarge", "ml.g4dn.16xlarge",
    "ml.g6.xlarge",    "ml.g6.2xlarge",   "ml.g6.4xlarge",   "ml.g6.8xlarge",   "ml.g6.12xlarge",   "ml.g6.16xlarge",
    "ml.g6.24xlarge",  "ml.g6.48xlarge",  "ml.g6e.xlarge",   "ml.g6e.2xlarge",  "ml.g6e.4xlarge",   "ml.g6e.8xlarge",
    "ml.g6e.12xlarge", "ml.g6e.16xlarge", "ml.g6e.24xlarge", "ml.g6e.48xlarge",
};

// Source: service model braket-2019-09-01 as of 2026-04-07 (botocore 1.43.11), InstanceConfig and JobStoppingCondition.
inline constexpr Member computeMembers[] = {
    {.path = "instanceConfig",
     .option = "--instance-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Compute"),
     .help = QT_TRANSLATE_NOOP("Schema",
                               "The machine that runs the classical part of the job. It is billed by the minute."),
     .example = "instanceType=ml.m5.large,volumeSizeInGb=30",
     .defaultText = "",
     .type = Type::Structure,
     .required = true,
     .section = Section::Compute,
     .position = 8},
    {.path = "instanceConfig.instanceType",
     .option = "--instance-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Instance type"),
     .help = QT_TRANSLATE_NOOP(
         "Schema",
         "ml.m5.large is enough for most jobs. Types with GPUs and the largest ones have a quota of 0 in many "
         "accounts until more is asked for."),
     .example = "ml.m5.large",
     .defaultText = "",
     .type = Type::Enum,
     .required = true,
     .section = Section::Compute,
     .position = 0,
     .values = instanceTypes,
     .rule = "V60"},
    {.path = "instanceConfig.instanceCount",
     .option = "--instance-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Instances"),
     .help = QT_TRANSLATE_NOOP(
         "Schema",
         "How many machines run the same code side by side. More than one needs a larger quota and a simulator "
         "that is embedded in the job (a local: device)."),
     .example = "1",
     .defaultText = "1",
     .type = Type::Integer,
     .section = Section::Compute,
     .position = 2,
     .length = {1, -1},
     .rule = "V62"},
    {.path = "instanceConfig.volumeSizeInGb",
     .option = "--instance-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Storage"),
     .help = QT_TRANSLATE_NOOP(
         "Schema", "Disk space of each instance in gigabytes. It must hold the script archive and all input data; the "
                   "Python SDK asks for 30."),
     .example = "30",
     .defaultText = "",
     .type = Type::Integer,
     .required = true,
     .section = Section::Compute,
     .position = 1,
     .length = {1, -1},
     .rule = "V63"},
    {.path = "stoppingCondition",
     .option = "--stopping-condition",
     .label = QT_TRANSLATE_NOOP("Schema", "Stop"),
     .help = QT_TRANSLATE_NOOP("Schema",
                               "When the job is stopped even if it has not ended; the surest ceiling for its cost."),
     .example = "maxRuntimeInSeconds=3600",
     .defaultText = "",
     .type = Type::Structure,
     .section = Section::Compute,
     .position = 7},
    {.path = "stoppingCondition.maxRuntimeInSeconds",
     .option = "--stopping-condition",
     .label = QT_TRANSLATE_NOOP("Schema", "Maximum run time"),
     .help = QT_TRANSLATE_NOOP(
         "Schema",
         "In seconds, at most 432000 (5 days). The job is stopped when it is over, and no result that was not "
         "saved by then is kept."),
     .example = "3600",
     .defaultText = QT_TRANSLATE_NOOP("Schema", "5 days"),
     .type = Type::Integer,
     .section = Section::Compute,
     .position = 0,
     .length = {1, 432000},
     .rule = "V70"},
};

} // namespace braketeer::job
