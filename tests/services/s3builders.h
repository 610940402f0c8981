#pragma once

#include "aws/http/request.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

/// The request builders of S3 by operation, fed with the parameters of a golden case as botocore names them.
const QHash<QString, braketeer::aws::Request (*)(const QJsonObject &params)> &s3Builders();
