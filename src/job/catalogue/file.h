#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace braketeer::job::catalogue {

/// The object in resources/catalogue/`name`. Ends the program when there is none: such a build must not go out.
QJsonObject readFile(const QString &name);

/// The list under `key` in that object, which must be there and hold something.
QJsonArray rowsOf(const QJsonObject &file, const QString &key);

} // namespace braketeer::job::catalogue
