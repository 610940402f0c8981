#pragma once

#include <QString>
#include <QStringView>

namespace braketeer::aws {

/// One translated sentence on what to do about a service's error, empty where nothing is known.
/// `message` is the service's own text: some codes mean several things.
QString suggestionFor(QStringView code, int status, QStringView message);

} // namespace braketeer::aws
