#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace braketeer::aws {

/// One header or query member: name and value as raw bytes.
using Header = QPair<QByteArray, QByteArray>;
using Headers = QList<Header>;

/// Value of the first header of that name, in any case; empty where there is none.
QByteArray headerValue(const Headers &headers, QByteArrayView name);

} // namespace braketeer::aws
