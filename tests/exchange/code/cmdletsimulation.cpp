#include "cmdletsimulation.h"

#include "job/jobspec.h"
#include "job/path.h"

#include <algorithm>

using braketeer::job::JobSpec;
using braketeer::job::Path;
using braketeer::job::Value;
using namespace Qt::StringLiterals;
using Kind = PowerShellValue::Kind;

namespace {

/// Parameter, where its value goes, and its type, as the reference of the cmdlet lists them.
struct Parameter
{
    QString name;
    QString place;
    QString type;
};

const QList<Parameter> &parameters()
{
    static const QList<Parameter> list{
        {u"Association"_s, u"associations"_s, u"Association[]"_s},
        {u"CheckpointConfig_LocalPath"_s, u"checkpointConfig.localPath"_s, u"String"_s},
        {u"CheckpointConfig_S3Uri"_s, u"checkpointConfig.s3Uri"_s, u"String"_s},
        {u"ClientToken"_s, u"clientToken"_s, u"String"_s},
        {u"ContainerImage_Uri"_s, u"algorithmSpecification.containerImage.uri"_s, u"String"_s},
        {u"DeviceConfig_Device"_s, u"deviceConfig.device"_s, u"String"_s},
        {u"HyperParameter"_s, u"hyperParameters"_s, u"Hashtable"_s},
        {u"InputDataConfig"_s, u"inputDataConfig"_s, u"InputFileConfig[]"_s},
        {u"InstanceConfig_InstanceCount"_s, u"instanceConfig.instanceCount"_s, u"Int32"_s},
        {u"InstanceConfig_InstanceType"_s, u"instanceConfig.instanceType"_s, u"String"_s},
        {u"InstanceConfig_VolumeSizeInGb"_s, u"instanceConfig.volumeSizeInGb"_s, u"Int32"_s},
        {u"JobName"_s, u"jobName"_s, u"String"_s},
        {u"OutputDataConfig_KmsKeyId"_s, u"outputDataConfig.kmsKeyId"_s, u"String"_s},
        {u"OutputDataConfig_S3Path"_s, u"outputDataConfig.s3Path"_s, u"String"_s},
        {u"RoleArn"_s, u"roleArn"_s, u"String"_s},
        {u"ScriptModeConfig_CompressionType"_s, u"algorithmSpecification.scriptModeConfig.compressionType"_s,
         u"String"_s},
        {u"ScriptModeConfig_EntryPoint"_s, u"algorithmSpecification.scriptModeConfig.entryPoint"_s, u"String"_s},
        {u"ScriptModeConfig_S3Uri"_s, u"algorithmSpecification.scriptModeConfig.s3Uri"_s, u"String"_s},
        {u"StoppingCondition_MaxRuntimeInSecond"_s, u"stoppingCondition.maxRuntimeInSeconds"_s, u"Int32"_s},
        {u"Tag"_s, u"tags"_s, u"Hashtable"_s}};
    return list;
}

/// Properties of the classes that arrays of objects are made of.
const QHash<QString, QList<Parameter>> &classes()
{
    static const QHash<QString, QList<Parameter>> list{
        {u"Association"_s, {{u"Arn"_s, u"arn"_s, u"String"_s}, {u"Type"_s, u"type"_s, u"String"_s}}},
        {u"InputFileConfig"_s,
         {{u"ChannelName"_s, u"channelName"_s, u"String"_s},
          {u"ContentType"_s, u"contentType"_s, u"String"_s},
          {u"DataSource"_s, u"dataSource"_s, u"DataSource"_s}}},
        {u"DataSource"_s, {{u"S3DataSource"_s, u"s3DataSource"_s, u"S3DataSource"_s}}},
        {u"S3DataSource"_s, {{u"S3Uri"_s, u"s3Uri"_s, u"String"_s}}}};
    return list;
}

const Parameter *find(const QList<Parameter> &list, const QString &name)
{
    const auto found = std::ranges::find_if(
        list, [&name](const Parameter &row) { return row.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == list.cend() ? nullptr : &*found;
}

/// The rules of a language ignore some characters altogether; only what is ASCII is compared for certain.
QString comparable(const QString &key)
{
    QString plain;
    for (const QChar unit : key.toLower()) {
        if (unit.unicode() >= 0x20 && unit.unicode() < 0x7F)
            plain += unit;
    }
    return plain;
}

} // namespace

const PowerShellValue *PowerShellValue::find(const QString &key) const
{
    for (const auto &[name, value] : table) {
        if (ordinal ? name == key : comparable(name) == comparable(key))
            return &value;
    }
    return nullptr;
}

void PowerShellValue::put(const QString &key, PowerShellValue value)
{
    for (auto &[name, old] : table) {
        if (name == key) {
            old = std::move(value);
            return;
        }
    }
    table.append({key, std::move(value)});
}

CmdletSimulation::Outcome CmdletSimulation::run(const QString &script)
{
    CmdletSimulation simulation(script);
    const bool ascii = std::ranges::all_of(
        script, [](QChar unit) { return unit == u'\n' || (unit.unicode() >= 0x20 && unit.unicode() < 0x7F); });
    if (!ascii)
        simulation.fail(u"not ASCII"_s);
    simulation.skipBlanks(true);
    while (simulation.m_outcome.problem.isEmpty() && simulation.m_at < script.size()) {
        simulation.statement();
        simulation.skipBlanks(true);
    }
    if (!simulation.m_called)
        simulation.fail(u"New-BRKTJob was not called"_s);
    return simulation.m_outcome;
}

bool CmdletSimulation::fail(const QString &problem)
{
    if (m_outcome.problem.isEmpty())
        m_outcome.problem = problem + u" at "_s + m_script.mid(m_at, 30);
    return false;
}

/// Blanks, escaped line ends and, where `lines`, line ends.
void CmdletSimulation::skipBlanks(bool lines)
{
    while (m_at < m_script.size()) {
        if (peek() == u' ' || (lines && peek() == u'\n'))
            ++m_at;
        else if (peek() == u'`' && peek(1) == u'\n')
            m_at += 2;
        else
            return;
    }
}

bool CmdletSimulation::take(const QString &token)
{
    if (m_script.mid(m_at, token.size()).compare(token, Qt::CaseInsensitive) != 0)
        return false;
    m_at += token.size();
    return true;
}

QString CmdletSimulation::word()
{
    const qsizetype start = m_at;
    while (peek().isLetterOrNumber() || peek() == u'_')
        ++m_at;
    return m_script.mid(start, m_at - start);
}

bool CmdletSimulation::statement()
{
    if (peek() == u'$')
        return assignment();
    if (take(u"New-BRKTJob"_s))
        return call();
    return fail(u"another command"_s);
}

/// `$name = New-Object System.Collections.Hashtable` or `$name['key'] = value`, to the end of the line.
bool CmdletSimulation::assignment()
{
    ++m_at;
    const QString name = word().toLower();
    if (name.isEmpty())
        return fail(u"a variable without a name"_s);
    if (peek() == u'[') {
        ++m_at;
        const Parsed key = expression();
        if (!key || key->kind != Kind::Text || !take(u"]"_s) || !m_variables.contains(name))
            return fail(u"an index"_s);
        skipBlanks(false);
        if (!take(u"="_s))
            return fail(u"= expected"_s);
        const Parsed value = expression();
        if (!value)
            return false;
        m_variables[name].put(key->text, *value);
    } else {
        skipBlanks(false);
        if (!take(u"= New-Object System.Collections.Hashtable"_s))
            return fail(u"an assignment"_s);
        m_variables[name] = {.kind = Kind::Table, .ordinal = true};
    }
    return peek() == u'\n' || fail(u"the end of the line expected"_s);
}

bool CmdletSimulation::call()
{
    if (m_called)
        return fail(u"called twice"_s);
    m_called = true;
    for (skipBlanks(false); m_at < m_script.size() && peek() != u'\n'; skipBlanks(false)) {
        if (peek() != u'-' || !peek(1).isLetter())
            return fail(u"a parameter expected"_s);
        ++m_at;
        const QString parameter = word();
        if (peek() != u' ')
            return fail(u"a blank expected"_s);
        const Parsed value = expression();
        if (!value)
            return false;
        bind(parameter, *value);
    }
    return true;
}

CmdletSimulation::Parsed CmdletSimulation::expression()
{
    skipBlanks(false);
    const Parsed value = primary();
    const bool ends = m_at == m_script.size() || u" \n])},"_s.contains(peek());
    if (value && !ends)
        fail(u"something follows a value"_s);
    return m_outcome.problem.isEmpty() ? value : std::nullopt;
}

CmdletSimulation::Parsed CmdletSimulation::primary()
{
    if (peek() == u'\'')
        return quoted();
    if (peek().isDigit() || (peek() == u'-' && peek(1).isDigit()))
        return number();
    if (take(u"@{"_s))
        return table();
    if (take(u"@("_s))
        return array();
    if (take(u"(-join ("_s))
        return join();
    if (take(u"[char]0x"_s)) {
        const ushort unit = word().toUShort(nullptr, 16);
        return PowerShellValue{.kind = Kind::Character, .text = QString(QChar(unit))};
    }
    if (peek() == u'$') {
        ++m_at;
        const QString name = word().toLower();
        if (m_variables.contains(name))
            return m_variables.value(name);
    }
    fail(u"no literal"_s);
    return std::nullopt;
}

CmdletSimulation::Parsed CmdletSimulation::quoted()
{
    QString text;
    for (++m_at; m_at < m_script.size(); ++m_at) {
        if (peek() == u'\n')
            break; // legal, but a pasted script would be shown line by line
        if (peek() != u'\'') {
            text += peek();
        } else if (peek(1) == u'\'') {
            text += peek();
            ++m_at;
        } else {
            ++m_at;
            return PowerShellValue{.kind = Kind::Text, .text = text};
        }
    }
    fail(u"a quote is not closed"_s);
    return std::nullopt;
}

CmdletSimulation::Parsed CmdletSimulation::number()
{
    const qsizetype start = m_at;
    if (peek() == u'-')
        ++m_at;
    while (peek().isDigit())
        ++m_at;
    return PowerShellValue{.kind = Kind::Integer, .text = m_script.mid(start, m_at - start)};
}

CmdletSimulation::Parsed CmdletSimulation::table()
{
    PowerShellValue result{.kind = Kind::Table};
    for (skipBlanks(true); !take(u"}"_s); skipBlanks(true)) {
        QString key;
        if (peek().isLetter()) {
            key = word();
        } else if (const Parsed parsed = expression(); parsed && parsed->kind == Kind::Text) {
            key = parsed->text;
        } else {
            fail(u"a key expected"_s);
            return std::nullopt;
        }
        skipBlanks(false);
        if (!take(u"="_s)) {
            fail(u"= expected"_s);
            return std::nullopt;
        }
        const Parsed value = expression();
        if (!value)
            return std::nullopt;
        if (result.find(key)) {
            fail(u"duplicate key"_s);
            return std::nullopt;
        }
        result.put(key, *value);
        if (!take(u"\n"_s) && peek() != u'}') {
            fail(u"one member a line"_s);
            return std::nullopt;
        }
    }
    return result;
}

CmdletSimulation::Parsed CmdletSimulation::array()
{
    PowerShellValue result{.kind = Kind::Array};
    for (skipBlanks(true); !take(u")"_s); skipBlanks(true)) {
        const Parsed item = expression();
        if (!item)
            return std::nullopt;
        result.items.append(*item);
    }
    return result;
}

/// Behind `(-join (`: items with commas, then `))`.
CmdletSimulation::Parsed CmdletSimulation::join()
{
    QString text;
    while (true) {
        const Parsed item = expression();
        if (!item || (item->kind != Kind::Text && item->kind != Kind::Character)) {
            fail(u"a text expected"_s);
            return std::nullopt;
        }
        text += item->text;
        if (take(u"))"_s))
            return PowerShellValue{.kind = Kind::Text, .text = text};
        if (!take(u", "_s)) {
            fail(u", expected"_s);
            return std::nullopt;
        }
    }
}

void CmdletSimulation::bind(const QString &name, const PowerShellValue &value)
{
    const Parameter *parameter = find(parameters(), name);
    if (!parameter) {
        if (!QStringList{u"Region"_s, u"ProfileName"_s, u"EndpointUrl"_s}.contains(name))
            fail(u"no such parameter: "_s + name);
        m_outcome.common.insert(name, value.text);
        return;
    }
    const Path place = Path::parse(parameter->place);
    JobSpec request(m_outcome.request.isMap() ? m_outcome.request : Value::map());
    if (request.find(place))
        fail(u"a parameter twice"_s);
    if (parameter->type == "Hashtable"_L1) {
        request.set(place, texts(value));
    } else if (parameter->type.endsWith("[]"_L1)) {
        QList<Value> items;
        for (const PowerShellValue &item : value.items)
            items.append(object(item, parameter->type.chopped(2)));
        request.set(place, Value::list(std::move(items)));
    } else {
        request.set(place, object(value, parameter->type));
    }
    m_outcome.request = request.root();
}

/// (String) of anything but a string fails in the cmdlet.
Value CmdletSimulation::texts(const PowerShellValue &value)
{
    QList<Value::Entry> entries;
    for (const auto &[key, text] : value.table) {
        if (text.kind != Kind::Text)
            fail(u"no text in a hashtable"_s);
        entries.append({key, Value::text(text.text)});
    }
    return Value::map(std::move(entries));
}

Value CmdletSimulation::object(const PowerShellValue &value, const QString &type)
{
    if (type == "String"_L1 && value.kind == Kind::Text)
        return Value::text(value.text);
    if (type == "Int32"_L1 && value.kind == Kind::Integer)
        return Value::number(value.text);
    if (!classes().contains(type) || value.kind != Kind::Table) {
        fail(u"a value of another type"_s);
        return {};
    }
    QList<Value::Entry> entries;
    for (const auto &[name, member] : value.table) {
        const Parameter *property = find(classes().value(type), name);
        if (!property) {
            fail(u"no such property"_s);
            return {};
        }
        entries.append({property->place, object(member, property->type)});
    }
    return Value::map(std::move(entries));
}
