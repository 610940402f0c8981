#pragma once

#include "job/catalogue/device.h"
#include "job/catalogue/image.h"
#include "job/catalogue/instance.h"
#include "job/catalogue/region.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringView>

namespace braketeer::job {

/// What AWS has published about the things a job can name, as of a date: a hint for forms and warnings, never the
/// last word. Read from resources/catalogue on first use, on whatever thread that is; each file names its source.
/// A file that cannot be read is a fault of the build and ends the program.

/// Every instance type of the schema, in the schema's order of families.
const QList<Instance> &instances();

/// The instance type of that exact name, null when it is not known.
const Instance *findInstance(QStringView type);

/// All devices, or with a region those a job in that region can use; embedded simulators are in every region.
/// Retired ones are left out unless asked for.
enum class Retired { Without, With };
QList<Device> devices(QStringView region = {}, Retired retired = Retired::Without);

/// The device of that exact ARN or local: name, retired or not.
const Device *findDevice(QStringView device);

/// Braket's own container images with their addresses in `region`, current ones first. A region outside the catalogue
/// has none.
QList<Image> images(QStringView region);

/// The account that owns Braket's images.
QString imageAccount();

/// The regions that Braket is offered in, in the order of its documentation.
const QList<Region> &regions();
const Region *findRegion(QStringView region);

/// When the youngest source of the instances was published.
QDate instancesDate();

} // namespace braketeer::job
