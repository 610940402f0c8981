#pragma once

#include "sandbox/s3/object.h"

#include <QJsonObject>

namespace braketeer::sandbox::s3 {

/// What the journal's lines hold. Keys and names are text (they are UTF-8), values of headers bytes as Latin-1.
QJsonObject toJson(const Bucket &bucket);
QJsonObject toJson(const Object &object);
QJsonObject toJson(const Part &part);
QJsonObject toJson(const Upload &upload);

Bucket bucketFrom(const QJsonObject &json);
Object objectFrom(const QJsonObject &json);
Part partFrom(const QJsonObject &json);
Upload uploadFrom(const QJsonObject &json);

} // namespace braketeer::sandbox::s3
