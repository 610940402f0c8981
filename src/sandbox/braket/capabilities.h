#pragma once

#include "job/catalogue/device.h"

#include <QDateTime>
#include <QJsonObject>

namespace braketeer::sandbox {

/// The document that GetDevice sends as a string, with the members that concern a job: service (windows, shots, cost)
/// and action. Qubits, gates and calibration are left out: they belong to real devices.
QJsonObject capabilitiesOf(const job::Device &device, const QDateTime &now, bool openQasm);

} // namespace braketeer::sandbox
