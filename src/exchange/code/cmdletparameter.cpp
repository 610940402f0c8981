#include "exchange/code/cmdletparameter.h"

#include "exchange/code/powershelltext.h"
#include "job/schema/schema.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <optional>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Member;
using job::Type;
using job::Value;

namespace {

constexpr auto lineEnd = "\n"_L1;
constexpr int firstLevel = 2; // parameters stand at level 1, what is in their brackets one deeper

QString indent(int level)
{
    return QString(qsizetype(4) * level, u' ');
}

// Source: New-BRKTJob-Cmdlet.cs. The generator joins the last two steps of a path; plurals lose their s.
constexpr struct
{
    const char *path;
    const char *name;
} parameterNames[] = {
    {"algorithmSpecification.containerImage.uri", "ContainerImage_Uri"},
    {"algorithmSpecification.scriptModeConfig.compressionType", "ScriptModeConfig_CompressionType"},
    {"algorithmSpecification.scriptModeConfig.entryPoint", "ScriptModeConfig_EntryPoint"},
    {"algorithmSpecification.scriptModeConfig.s3Uri", "ScriptModeConfig_S3Uri"},
    {"associations", "Association"},
    {"checkpointConfig.localPath", "CheckpointConfig_LocalPath"},
    {"checkpointConfig.s3Uri", "CheckpointConfig_S3Uri"},
    {"clientToken", "ClientToken"},
    {"deviceConfig.device", "DeviceConfig_Device"},
    {"hyperParameters", "HyperParameter"},
    {"inputDataConfig", "InputDataConfig"},
    {"instanceConfig.instanceCount", "InstanceConfig_InstanceCount"},
    {"instanceConfig.instanceType", "InstanceConfig_InstanceType"},
    {"instanceConfig.volumeSizeInGb", "InstanceConfig_VolumeSizeInGb"},
    {"jobName", "JobName"},
    {"outputDataConfig.kmsKeyId", "OutputDataConfig_KmsKeyId"},
    {"outputDataConfig.s3Path", "OutputDataConfig_S3Path"},
    {"roleArn", "RoleArn"},
    {"stoppingCondition.maxRuntimeInSeconds", "StoppingCondition_MaxRuntimeInSecond"},
    {"tags", "Tag"},
};

QLatin1StringView parameterName(const Member &member)
{
    for (const auto &row : parameterNames) {
        if (QLatin1StringView(row.path) == QLatin1StringView(member.path))
            return QLatin1StringView(row.name);
    }
    return {};
}

/// Properties of the cmdlet's types are the members with a capital: "s3Uri" is S3Uri.
QString propertyName(const Member &member)
{
    QString name = job::name(member);
    name.replace(0, 1, name.at(0).toUpper());
    return name;
}

bool isParameterInteger(const Value &value)
{
    const auto number = value.toInteger();
    return number && QString::number(*number) == value.toText() && *number >= std::numeric_limits<qint32>::min()
           && *number <= std::numeric_limits<qint32>::max();
}

/// Whether PowerShell keeps the keys apart: it compares them by the rules of a language, without regard to case.
bool areKeysApart(const Value &map)
{
    QSet<QString> keys;
    for (const Value::Entry &entry : map.entries()) {
        const bool ascii = std::ranges::all_of(
            entry.key, [](QChar unit) { return unit.unicode() >= 0x20 && unit.unicode() < 0x7F; });
        keys.insert(entry.key.toLower());
        if (!ascii && map.entries().size() > 1)
            return false;
    }
    return keys.size() == map.entries().size();
}

class ParameterWriter
{
public:
    CmdletParameters write(const Member &member, const Value &value, const Value &shown)
    {
        const QString path = QString::fromLatin1(member.path);
        const QLatin1StringView name = parameterName(member);
        if (name.isEmpty())
            writeStructure(path, value, shown, path);
        else if (member.type == Type::Map)
            writeMap(name, value, shown, path);
        else if (const auto text = expression(member, value, shown, path, firstLevel))
            m_result.parameters << u'-' + name + u' ' + *text;
        return m_result;
    }

private:
    void leaveOut(const QString &path) { m_result.leftOut << path; }

    /// A structure is no parameter, its members are.
    void writeStructure(const QString &schemaPath, const Value &value, const Value &shown, const QString &path)
    {
        if (!value.isMap() || value.entries().isEmpty())
            leaveOut(path);
        for (const Value::Entry &entry : value.entries()) {
            const QString place = path + u'.' + entry.key;
            const Member *member = job::findMember(schemaPath + u'.' + entry.key);
            if (!member) {
                leaveOut(place);
                continue;
            }
            const QLatin1StringView name = parameterName(*member);
            const Value *brief = shown.find(entry.key);
            if (name.isEmpty())
                writeStructure(QString::fromLatin1(member->path), entry.value, *brief, place);
            else if (const auto text = expression(*member, entry.value, *brief, place, firstLevel))
                m_result.parameters << u'-' + name + u' ' + *text;
        }
    }

    void writeMap(QLatin1StringView name, const Value &value, const Value &shown, const QString &path)
    {
        if (!value.isMap())
            return leaveOut(path);
        for (const Value::Entry &entry : value.entries()) {
            if (!entry.value.isText())
                leaveOut(path + u'.' + entry.key);
        }
        if (!areKeysApart(value))
            return writeTable(name, shown);
        QStringList lines;
        for (const Value::Entry &entry : shown.entries()) {
            if (entry.value.isText())
                lines << indent(firstLevel) + powerShellText(entry.key) + u" = "_s
                             + powerShellText(entry.value.toText());
        }
        m_result.parameters << u'-' + name + u' ' + block(u"@{"_s, lines, u"}"_s, firstLevel);
    }

    /// A hashtable that compares keys by their code units.
    void writeTable(QLatin1StringView name, const Value &shown)
    {
        const QString variable = u'$' + QString(name).replace(0, 1, QString(name).at(0).toLower());
        m_result.statements << variable + u" = New-Object System.Collections.Hashtable"_s;
        for (const Value::Entry &entry : shown.entries()) {
            if (entry.value.isText())
                m_result.statements << variable + u'[' + powerShellText(entry.key) + u"] = "_s
                                           + powerShellText(entry.value.toText());
        }
        m_result.parameters << u'-' + name + u' ' + variable;
    }

    static QString block(const QString &start, const QStringList &lines, const QString &end, int level)
    {
        if (lines.isEmpty())
            return start + end;
        return start + lineEnd + lines.join(lineEnd) + lineEnd + indent(level - 1) + end;
    }

    std::optional<QString> expression(const Member &member, const Value &value, const Value &shown, const QString &path,
                                      int level)
    {
        const bool isText = (member.type == Type::Text || member.type == Type::Enum) && value.isText();
        if (isText)
            return powerShellText(shown.toText());
        if (member.type == Type::Integer && isParameterInteger(value))
            return value.toText();
        if (member.type == Type::List && value.isList())
            return list(member, value, shown, path, level);
        if (member.type == Type::Structure && value.isMap())
            return table(member, value, shown, path, level);
        leaveOut(path);
        return std::nullopt;
    }

    QString list(const Member &member, const Value &value, const Value &shown, const QString &path, int level)
    {
        const Member &item = *job::childrenOf(QString::fromLatin1(member.path)).constFirst();
        QStringList lines;
        for (qsizetype i = 0; i < value.items().size(); ++i) {
            const QString place = path + u'[' + QString::number(i) + u']';
            if (const auto text = expression(item, value.items().at(i), shown.items().at(i), place, level + 1))
                lines << indent(level) + *text;
        }
        return block(u"@("_s, lines, u")"_s, level);
    }

    QString table(const Member &member, const Value &value, const Value &shown, const QString &path, int level)
    {
        QStringList lines;
        for (const Value::Entry &entry : value.entries()) {
            const QString place = path + u'.' + entry.key;
            const Member *child = job::findMember(QString::fromLatin1(member.path) + u'.' + entry.key);
            if (!child) {
                leaveOut(place);
                continue;
            }
            if (const auto text = expression(*child, entry.value, *shown.find(entry.key), place, level + 1))
                lines << indent(level) + propertyName(*child) + u" = "_s + *text;
        }
        return block(u"@{"_s, lines, u"}"_s, level);
    }

    CmdletParameters m_result;
};

} // namespace

CmdletParameters cmdletParameters(const ExportMember &member)
{
    const Member *row = job::findMember(member.key);
    const bool known = row && QLatin1StringView(row->path) == member.key && !member.key.contains(u'.');
    if (!known)
        return {{}, {}, {member.key}};
    return ParameterWriter().write(*row, member.value, member.shown);
}

} // namespace braketeer::exchange
