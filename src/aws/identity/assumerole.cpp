#include "aws/identity/assumerole.h"

#include "aws/identity/query.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

void add(Headers &members, const QByteArray &name, const QString &value)
{
    if (!value.isEmpty())
        members.append({name, value.toUtf8()});
}

/// Lists in the query protocol: `PolicyArns.member.1.arn=…`.
QByteArray item(const char *list, qsizetype index, const char *field)
{
    return QByteArray(list) + ".member." + QByteArray::number(index + 1) + field;
}

} // namespace

Request assumeRoleRequest(const AssumeRoleInput &input)
{
    Headers members;
    add(members, "RoleArn"_ba, input.roleArn);
    add(members, "RoleSessionName"_ba, input.roleSessionName);
    for (qsizetype i = 0; i < input.policyArns.size(); ++i)
        add(members, item("PolicyArns", i, ".arn"), input.policyArns.at(i));
    add(members, "Policy"_ba, input.policy);
    if (input.durationSeconds)
        add(members, "DurationSeconds"_ba, QString::number(*input.durationSeconds));
    for (qsizetype i = 0; i < input.tags.size(); ++i) {
        members.append({item("Tags", i, ".Key"), input.tags.at(i).first.toUtf8()});
        members.append({item("Tags", i, ".Value"), input.tags.at(i).second.toUtf8()}); // may be empty
    }
    for (qsizetype i = 0; i < input.transitiveTagKeys.size(); ++i)
        add(members, item("TransitiveTagKeys", i, ""), input.transitiveTagKeys.at(i));
    add(members, "ExternalId"_ba, input.externalId);
    add(members, "SerialNumber"_ba, input.serialNumber);
    add(members, "TokenCode"_ba, input.tokenCode);
    add(members, "SourceIdentity"_ba, input.sourceIdentity);
    // A token code is used up by the first call that arrives, so that call must not be repeated blindly.
    return stsRequest("AssumeRole", members, input.tokenCode.isEmpty());
}

core::Result<AssumedRole> readAssumedRole(QByteArrayView xml)
{
    AssumedRole role;
    QXmlStreamReader reader(xml.toByteArray());
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = reader.name().toString();
        if (name == "AccessKeyId"_L1)
            role.credentials.accessKeyId = reader.readElementText();
        else if (name == "SecretAccessKey"_L1)
            role.credentials.secretAccessKey = core::Secret(reader.readElementText().toUtf8());
        else if (name == "SessionToken"_L1)
            role.credentials.sessionToken = core::Secret(reader.readElementText().toUtf8());
        else if (name == "Expiration"_L1)
            role.credentials.expiry = QDateTime::fromString(reader.readElementText(), Qt::ISODateWithMs).toUTC();
        else if (name == "Arn"_L1)
            role.arn = reader.readElementText();
        else if (name == "AssumedRoleId"_L1)
            role.assumedRoleId = reader.readElementText();
    }
    const Credentials &keys = role.credentials;
    if (reader.hasError() || keys.accessKeyId.isEmpty() || keys.secretAccessKey.isEmpty() || keys.sessionToken.isEmpty()
        || !keys.expiry || !keys.expiry->isValid())
        return core::fail(core::Error::Kind::Network,
                          QCoreApplication::translate("Identity", "The answer of AWS STS could not be read."));
    return role;
}

} // namespace braketeer::aws
