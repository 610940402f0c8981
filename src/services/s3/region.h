#pragma once

#include "aws/http/request.h"

#include <QByteArrayView>
#include <QString>

namespace braketeer::services::s3 {

/// The region a refusal names, empty where it names none: the header x-amz-bucket-region, `<Region>`, the host in
/// `<Endpoint>` or Location, or the words of the message ("expecting 'eu-west-1'").
/// Source: Amazon S3 API Reference, "Error responses"; botocore, utils.S3RegionRedirectorv2.
QString regionOf(const aws::Refusal &refusal);

/// Whether a refusal may be due to the region alone: redirects, a signature for another region, and the bare 400 and
/// 403 that a HEAD gets. Only with another region told is it certain.
bool isElsewhere(const core::Error &error);

/// The region of a LocationConstraint: empty is us-east-1, "EU" is eu-west-1. Source: GetBucketLocation, API Reference.
QString regionOfConstraint(const QString &constraint);

/// The region in the name of one of S3's hosts, with or without a bucket in front: "s3.eu-west-1.amazonaws.com",
/// "b.s3-eu-west-1.amazonaws.com", "s3.dualstack.eu-west-1.amazonaws.com". "s3.amazonaws.com" and all others: empty.
QString regionOfHost(QStringView host);

/// Whether it can be one: letters a to z, digits and hyphens, as it becomes part of a host's name.
bool isRegionName(QStringView region);

} // namespace braketeer::services::s3
