#pragma once

#include <QString>

namespace braketeer::exchange {

/// The address of a service without the user name and password that it may hold, also where it is no proper URL.
QString publicAddress(QString url);

} // namespace braketeer::exchange
