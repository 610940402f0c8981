#pragma once

#include "job/schema/member.h"

namespace braketeer::job {

inline constexpr const char *associationTypes[] = {"RESERVATION_TIME_WINDOW_ARN"};

// Source: service model braket-2019-09-01 as of 2026-04-07 (botocore 1.43.11), DeviceConfig and Association.
inline constexpr Member deviceMembers[] = {
    {.path = "deviceConfig",
     .option = "--device-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Device"),
     .help = QT_TRANSLATE_NOOP("Schema", "The quantum computer or simulator that the job has priority on."),
     .example = "device=arn:aws:braket:::device/quantum-simulator/amazon/sv1",
     .defaultText = "",
     .type = Type::Structure,
     .required = true,
     .section = Section::Device,
     .position = 10},
    {.path = "deviceConfig.device",
     .option = "--device-config",
     .label = QT_TRANSLATE_NOOP("Schema", "Primary device"),
     .help = QT_TRANSLATE_NOOP(
         "Schema", "The ARN of a device in the job's own region, upper and lower case as Braket writes it, or "
                   "local:provider/simulator for one that is embedded in the job, such as local:braket/default."),
     .example = "arn:aws:braket:::device/quantum-simulator/amazon/sv1",
     .defaultText = "",
     .required = true,
     .section = Section::Device,
     .position = 0,
     .length = {1, 256},
     .rule = "V30"},
    {.path = "associations",
     .option = "--associations",
     .label = QT_TRANSLATE_NOOP("Schema", "Reservation"),
     .help = QT_TRANSLATE_NOOP(
         "Schema",
         "A time window that was reserved on the device with Braket Direct. The job then waits until the window "
         "starts and can use no other quantum computer inside it."),
     .example = "arn=arn:aws:braket:us-east-1:123456789012:reservation/5eabb790-d3ff-47cc-98ed-b4025e9e296f,"
                "type=RESERVATION_TIME_WINDOW_ARN",
     .defaultText = "",
     .type = Type::List,
     .section = Section::Device,
     .position = 12,
     .length = {0, 1},
     .rule = "V76"},
    {.path = "associations[]",
     .option = "--associations",
     .label = QT_TRANSLATE_NOOP("Schema", "Reservation"),
     .help = QT_TRANSLATE_NOOP("Schema", "One reservation; a job can have no more than one."),
     .example = "arn=arn:aws:braket:us-east-1:123456789012:reservation/5eabb790-d3ff-47cc-98ed-b4025e9e296f,"
                "type=RESERVATION_TIME_WINDOW_ARN",
     .defaultText = "",
     .type = Type::Structure,
     .section = Section::Device},
    {.path = "associations[].arn",
     .option = "--associations",
     .label = QT_TRANSLATE_NOOP("Schema", "Reservation ARN"),
     .help = QT_TRANSLATE_NOOP("Schema",
                               "The ARN from the e-mail that confirmed the reservation; Braket has no list of them."),
     .example = "arn:aws:braket:us-east-1:123456789012:reservation/5eabb790-d3ff-47cc-98ed-b4025e9e296f",
     .defaultText = "",
     .required = true,
     .section = Section::Device,
     .position = 0,
     .pattern = "arn:aws[a-z\\-]*:braket:[a-z0-9\\-]*:[0-9]{12}:.*",
     .rule = "V76"},
    {.path = "associations[].type",
     .option = "--associations",
     .label = QT_TRANSLATE_NOOP("Schema", "Kind"),
     .help = QT_TRANSLATE_NOOP("Schema", "RESERVATION_TIME_WINDOW_ARN is the only kind there is."),
     .example = "RESERVATION_TIME_WINDOW_ARN",
     .defaultText = "",
     .type = Type::Enum,
     .required = true,
     .section = Section::Device,
     .position = 1,
     .values = associationTypes,
     .rule = "V76"},
};

} // namespace braketeer::job
