#pragma once

#include "job/schema/member.h"

namespace braketeer::job {

// Source: service model braket-2019-09-01 as of 2026-04-07 (botocore 1.43.11), HyperParameters.
inline constexpr Member hyperParametersMembers[] = {
    {.path = "hyperParameters",
     .option = "--hyper-parameters",
     .label = QT_TRANSLATE_NOOP("Schema", "Hyperparameters"),
     .help = QT_TRANSLATE_NOOP(
         "Schema",
         "Up to 100 names with values that the code reads. They are stored with the job and appear in its logs: "
         "never put a secret here."),
     .example = "shots=1000,layers=3",
     .defaultText = "",
     .type = Type::Map,
     .section = Section::HyperParameters,
     .position = 9,
     .length = {0, 100},
     .keyLength = {1, 256},
     .rule = "V71"},
    {.path = "hyperParameters.{}",
     .option = "--hyper-parameters",
     .label = QT_TRANSLATE_NOOP("Schema", "Hyperparameter"),
     .help = QT_TRANSLATE_NOOP(
         "Schema", "Text of 1 to 2500 characters on one line. Numbers and true or false are text too: the code turns "
                   "them back."),
     .example = "1000",
     .defaultText = "",
     .section = Section::HyperParameters,
     .length = {1, 2500},
     .pattern = ".*",
     .rule = "V71"},
};

} // namespace braketeer::job
