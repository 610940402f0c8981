#include "exchange/code/sdkcall.h"

#include "exchange/code/structuremembers.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

// Source: service model braket-2019-09-01, JobCheckpointConfig. The SDK's own default is another folder.
constexpr QStringView serviceCheckpointPath = u"/opt/braket/checkpoints/";

class CallWriter
{
public:
    explicit CallWriter(PythonText text) : m_text(text) { }

    SdkCall write(const QList<ExportMember> &members)
    {
        for (const ExportMember &member : members)
            m_members.append(member);
        writeDevice();
        writeAlgorithm();
        writeTextArgument("jobName"_L1, "job_name"_L1);
        writeTextArgument("roleArn"_L1, "role_arn"_L1);
        writeTexts("hyperParameters"_L1, "hyperparameters"_L1);
        writeInputData();
        writeInstances();
        writeStoppingCondition();
        writeOutput();
        writeCheckpoints();
        writeTexts("tags"_L1, "tags"_L1);
        writeReservation();
        for (const ExportMember &member : std::as_const(m_members))
            m_call.uncovered << member.key;
        return m_call;
    }

private:
    std::optional<ExportMember> takeMember(QLatin1StringView key)
    {
        const auto found = std::ranges::find(m_members, key, &ExportMember::key);
        if (found == m_members.end())
            return std::nullopt;
        ExportMember member = *found;
        m_members.erase(found);
        return member;
    }

    std::optional<StructureMembers> takeStructure(QLatin1StringView key)
    {
        const auto member = takeMember(key);
        return member ? std::optional(StructureMembers(member->key, member->value, member->shown)) : std::nullopt;
    }

    void argument(QLatin1StringView name, const QString &expression) { m_call.arguments << name + u'=' + expression; }

    QString literal(const ExportMember &member) const { return pythonLiteral(member.shown, m_text, 1); }

    void require(bool covered, const QString &path)
    {
        if (!covered)
            m_call.uncovered << path;
    }

    /// `name="…"` for every member that is there.
    static void keyword(QStringList &keywords, QLatin1StringView name, const std::optional<QString> &expression)
    {
        if (expression)
            keywords << name + u'=' + *expression;
    }

    std::optional<QString> expression(const std::optional<ExportMember> &member) const
    {
        return member ? std::optional(literal(*member)) : std::nullopt;
    }

    /// Without a name or a role of its own the SDK picks one: that is what an incomplete document gets.
    void writeTextArgument(QLatin1StringView key, QLatin1StringView name)
    {
        const auto member = takeMember(key);
        require(member && member->value.isText() && !member->value.toText().isEmpty(), key);
        if (member)
            argument(name, literal(*member));
    }

    void writeDevice()
    {
        auto config = takeStructure("deviceConfig"_L1);
        const auto device = config ? config->takeText("device"_L1) : std::nullopt;
        require(device.has_value(), u"deviceConfig.device"_s);
        if (device)
            argument("device"_L1, literal(*device));
        if (config)
            m_call.uncovered << config->leftOver();
    }

    void writeAlgorithm()
    {
        auto algorithm = takeStructure("algorithmSpecification"_L1);
        const auto script = algorithm ? algorithm->takeMap("scriptModeConfig"_L1) : std::nullopt;
        require(script.has_value(), u"algorithmSpecification.scriptModeConfig"_s);
        if (script)
            writeScript(*script);
        if (!algorithm)
            return;
        if (const auto image = algorithm->takeMap("containerImage"_L1)) {
            StructureMembers container(u"algorithmSpecification.containerImage"_s, image->value, image->shown);
            const auto uri = container.takeText("uri"_L1);
            require(uri.has_value(), u"algorithmSpecification.containerImage.uri"_s);
            if (uri)
                argument("image_uri"_L1, literal(*uri));
            m_call.uncovered << container.leftOver();
        } else {
            m_call.added << u"algorithmSpecification.containerImage"_s;
        }
        m_call.uncovered << algorithm->leftOver();
    }

    /// The SDK copies the archive to CODE_LOCATION/source.tar.gz, and has nothing to copy where it stands there
    /// already.
    void writeScript(const ExportMember &script)
    {
        // What the SDK takes for an address in S3: its S3_URI_REGEX. All else it takes for a local file.
        static const QRegularExpression archive(u"^s3://[^./\\s]+/(?:[^\\r\\n]*/)?source\\.tar\\.gz\\z"_s);
        StructureMembers config(u"algorithmSpecification.scriptModeConfig"_s, script.value, script.shown);
        const auto uri = config.takeText("s3Uri"_L1);
        const bool inPlace = uri && archive.match(uri->value.toText()).hasMatch();
        require(inPlace, config.path() + u".s3Uri"_s);
        if (inPlace) {
            argument("source_module"_L1, literal(*uri));
            const QString folder = uri->value.toText().chopped(u"/source.tar.gz"_s.size());
            argument("code_location"_L1, pythonString(folder, m_text));
        }
        const auto entryPoint = config.takeText("entryPoint"_L1);
        require(entryPoint.has_value(), config.path() + u".entryPoint"_s);
        if (entryPoint)
            argument("entry_point"_L1, literal(*entryPoint));
        const auto compression = config.takeText("compressionType"_L1);
        require(compression && compression->value.toText() == "GZIP"_L1, config.path() + u".compressionType"_s);
        m_call.uncovered << config.leftOver();
    }

    /// str() is called on every value, so that only texts stay what they are.
    void writeTexts(QLatin1StringView key, QLatin1StringView name)
    {
        const auto member = takeMember(key);
        if (!member)
            return;
        require(member->value.isMap(), key);
        for (const Value::Entry &entry : member->value.entries())
            require(entry.value.isText(), key + u'.' + entry.key);
        argument(name, literal(*member));
    }

    void writeInputData()
    {
        const auto member = takeMember("inputDataConfig"_L1);
        if (!member)
            return;
        require(member->value.isList(), member->key);
        QSet<QString> names;
        QString channels;
        for (qsizetype i = 0; i < member->value.items().size(); ++i) {
            const QString path = u"inputDataConfig[%1]"_s.arg(i);
            StructureMembers channel(path, member->value.items().at(i), member->shown.items().at(i));
            const auto name = channel.takeText("channelName"_L1);
            const bool isNew = name && !names.contains(name->value.toText()); // one dict holds them all
            require(isNew, path + u".channelName"_s);
            if (isNew) {
                names.insert(name->value.toText());
                channels += u"\n        "_s + literal(*name) + u": S3DataSourceConfig("_s + writeSource(channel)
                            + u"),"_s;
            }
            m_call.uncovered << channel.leftOver();
        }
        argument("input_data"_L1, channels.isEmpty() ? u"{}"_s : u'{' + channels + u"\n    }"_s);
    }

    QString writeSource(StructureMembers &channel)
    {
        const auto data = channel.takeMap("dataSource"_L1);
        StructureMembers source(channel.path() + u".dataSource"_s, data ? data->value : Value::map(),
                                data ? data->shown : Value::map());
        const auto place = source.takeMap("s3DataSource"_L1);
        StructureMembers s3(source.path() + u".s3DataSource"_s, place ? place->value : Value::map(),
                            place ? place->shown : Value::map());
        const auto uri = s3.takeText("s3Uri"_L1);
        require(uri.has_value(), s3.path() + u".s3Uri"_s);
        m_call.uncovered << s3.leftOver() << source.leftOver();
        QStringList arguments;
        arguments << (uri ? literal(*uri) : u"\"\""_s);
        keyword(arguments, "content_type"_L1, expression(channel.takeText("contentType"_L1)));
        return arguments.join(u", ");
    }

    void writeInstances()
    {
        auto config = takeStructure("instanceConfig"_L1);
        QStringList keywords;
        if (config) {
            const auto type = config->takeText("instanceType"_L1);
            const auto volume = config->takeInteger("volumeSizeInGb"_L1);
            require(type.has_value(), u"instanceConfig.instanceType"_s);
            require(volume.has_value(), u"instanceConfig.volumeSizeInGb"_s);
            keyword(keywords, "instanceType"_L1, expression(type));
            keyword(keywords, "volumeSizeInGb"_L1, expression(volume));
            keyword(keywords, "instanceCount"_L1, expression(config->takeInteger("instanceCount"_L1)));
            m_call.uncovered << config->leftOver();
        } else {
            m_call.uncovered << u"instanceConfig"_s;
        }
        argument("instance_config"_L1, u"InstanceConfig("_s + keywords.join(u", ") + u')');
    }

    void writeStoppingCondition()
    {
        auto condition = takeStructure("stoppingCondition"_L1);
        if (!condition)
            return; // the SDK sends the five days that the service allows without
        const auto seconds = condition->takeInteger("maxRuntimeInSeconds"_L1);
        if (seconds)
            argument("stopping_condition"_L1, u"StoppingCondition(maxRuntimeInSeconds="_s + literal(*seconds) + u')');
        m_call.uncovered << condition->leftOver();
    }

    /// The key is uncovered: in released versions it is no field of OutputDataConfig, and is not sent.
    void writeOutput()
    {
        auto config = takeStructure("outputDataConfig"_L1);
        const auto path = config ? config->takeText("s3Path"_L1) : std::nullopt;
        require(path.has_value(), u"outputDataConfig.s3Path"_s);
        if (path)
            argument("output_data_config"_L1, u"OutputDataConfig(s3Path="_s + literal(*path) + u')');
        if (config)
            m_call.uncovered << config->leftOver();
    }

    void writeCheckpoints()
    {
        auto config = takeStructure("checkpointConfig"_L1);
        if (!config) {
            m_call.added << u"checkpointConfig"_s;
            return;
        }
        const auto uri = config->takeText("s3Uri"_L1);
        require(uri.has_value(), u"checkpointConfig.s3Uri"_s);
        const auto local = config->takeText("localPath"_L1);
        QStringList keywords;
        keyword(keywords, "s3Uri"_L1, expression(uri));
        keywords << u"localPath="_s + (local ? literal(*local) : pythonString(serviceCheckpointPath, m_text));
        argument("checkpoint_config"_L1, u"CheckpointConfig("_s + keywords.join(u", ") + u')');
        m_call.uncovered << config->leftOver();
    }

    void writeReservation()
    {
        const auto member = takeMember("associations"_L1);
        if (!member || (member->value.isList() && member->value.items().isEmpty()))
            return;
        require(member->value.isList() && member->value.items().size() == 1, member->key);
        if (!member->value.isList())
            return;
        StructureMembers reservation(u"associations[0]"_s, member->value.items().constFirst(),
                                     member->shown.items().constFirst());
        const auto arn = reservation.takeText("arn"_L1);
        require(arn.has_value(), u"associations[0].arn"_s);
        const auto type = reservation.takeText("type"_L1);
        require(type && type->value.toText() == "RESERVATION_TIME_WINDOW_ARN"_L1, u"associations[0].type"_s);
        if (arn)
            argument("reservation_arn"_L1, literal(*arn));
        m_call.uncovered << reservation.leftOver();
    }

    PythonText m_text;
    QList<ExportMember> m_members;
    SdkCall m_call;
};

} // namespace

SdkCall sdkCall(const QList<ExportMember> &members, PythonText text)
{
    SdkCall call = CallWriter(text).write(members);
    call.uncovered.removeDuplicates();
    return call;
}

} // namespace braketeer::exchange
