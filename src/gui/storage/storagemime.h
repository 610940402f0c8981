#pragma once

#include "core/s3uri.h"

#include <QList>
#include <QStringList>

#include <memory>

QT_BEGIN_NAMESPACE
class QMimeData;
QT_END_NAMESPACE

namespace braketeer::gui {

/// What S3 places are as something to drag or copy: `s3://` URIs a line each, as text (raw) and as a list of URLs
/// (percent-encoded, as such lists must be).
std::unique_ptr<QMimeData> storageMime(const QList<core::S3Uri> &places);

QStringList storageMimeTypes();

} // namespace braketeer::gui
