#pragma once

#include "aws/credentials/credentials.h"
#include "core/result.h"

#include <QByteArrayView>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <optional>

namespace braketeer::aws {

struct Request;

/// What STS AssumeRole is asked for. Empty members are not sent.
/// Source: service model sts-2011-06-15, AssumeRoleRequest.
struct AssumeRoleInput
{
    QString roleArn;
    QString roleSessionName;
    QStringList policyArns;
    QString policy;                      ///< session policy, JSON text
    std::optional<int> durationSeconds;  ///< 900 to 43200
    QList<QPair<QString, QString>> tags; ///< session tags, in the order given
    QStringList transitiveTagKeys;
    QString externalId;
    QString serialNumber; ///< of the MFA device
    QString tokenCode;    ///< six digits of the MFA device
    QString sourceIdentity;
};

/// Keys of a role that was taken on, and the name it goes by.
struct AssumedRole
{
    Credentials credentials; ///< with session token and expiry; `source` is left to the caller
    QString arn;
    QString assumedRoleId;
};

/// Query protocol, version 2011-06-15. May be repeated, but a token code is good for one call only.
Request assumeRoleRequest(const AssumeRoleInput &input);

/// Reads the XML answer. Fails with Network when it is no such answer or a key is missing.
core::Result<AssumedRole> readAssumedRole(QByteArrayView xml);

} // namespace braketeer::aws
