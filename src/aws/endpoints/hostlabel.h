#pragma once

#include <QString>
#include <QStringView>
#include <QUrl>

namespace braketeer::aws {

/// Letters, digits and inner hyphens, at most 63; with `dots`, several of them.
bool isHostLabel(QStringView text, bool dots = false);

/// "https://host:port/path" with nothing else in it; an invalid URL for anything else.
QUrl parseEndpoint(const QString &endpoint);

/// Scheme and authority: "https://host:port".
QByteArray originOf(const QUrl &url);

} // namespace braketeer::aws
