#pragma once

#include "exchange/exported.h"

#include <QString>

namespace braketeer::exchange {

/// One sentence: the lowest versions of the AWS CLI that know all members of the document, and because of which.
/// Members that the service model does not know are named as unchecked.
QString lowestCliVersion(const QList<ExportMember> &members);

} // namespace braketeer::exchange
