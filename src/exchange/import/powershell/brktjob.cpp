#include "exchange/import/powershell/brktjob.h"

#include "exchange/import/literaltable.h"
#include "exchange/import/notes.h"
#include "exchange/import/powershell/psscript.h"
#include "exchange/shorthand/pythoninteger.h"
#include "job/jobspec.h"
#include "job/schema/schema.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Member;
using job::Path;
using job::Type;
using job::Value;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

/// A parameter and the member that it carries: the names that the cmdlet knows it by, in lower case. A path's last two
/// steps make the name, all its steps an alias of older versions; the cmdlet drops a plural's s.
struct Parameter
{
    QStringList names;
    const Member *member;
};

QStringList namesOf(const Member &member)
{
    const QStringList steps = QString::fromLatin1(member.path).toLower().split(u'.');
    QStringList names{steps.mid(qMax<qsizetype>(steps.size() - 2, 0)).join(u'_'), steps.join(u'_')};
    for (const QString &name : QStringList(names)) {
        if (name.endsWith(u's'))
            names << name.chopped(1);
    }
    names.removeDuplicates();
    return names;
}

const QList<Parameter> &parameters()
{
    static const QList<Parameter> rows = [] {
        QList<Parameter> list;
        for (const Member &member : job::members()) {
            const QLatin1StringView path(member.path);
            const bool isInner = path.contains(u'[') || path.contains(u'{');
            if (!isInner && member.type != Type::Structure)
                list.append({namesOf(member), &member});
        }
        return list;
    }();
    return rows;
}

/// Parameters that every cmdlet of AWS has, and those of PowerShell itself that one finds in practice.
bool isCommon(const QString &name)
{
    static const QStringList names{
        u"region"_s,       u"profilename"_s,     u"endpointurl"_s,       u"select"_s,      u"force"_s,
        u"clientconfig"_s, u"passthru"_s,        u"accesskey"_s,         u"secretkey"_s,   u"sessiontoken"_s,
        u"credential"_s,   u"profilelocation"_s, u"networkcredential"_s, u"erroraction"_s, u"verbose"_s,
        u"whatif"_s,       u"confirm"_s};
    return names.contains(name);
}

bool isSwitch(const QString &name)
{
    return name == u"force" || name == u"verbose" || name == u"whatif" || name == u"confirm" || name == u"passthru";
}

/// The row of a name or of an unambiguous beginning of one.
const Member *memberOf(const QString &name)
{
    const Member *found = nullptr;
    for (const Parameter &parameter : parameters()) {
        if (parameter.names.contains(name))
            return parameter.member;
    }
    for (const Parameter &parameter : parameters()) {
        const bool fits = std::ranges::any_of(parameter.names,
                                              [&name](const QString &known) { return known.startsWith(name); });
        if (fits && found)
            return nullptr;
        if (fits)
            found = parameter.member;
    }
    return found;
}

/// The member of a structure that a property names: S3Uri is s3Uri.
QString memberName(const QString &property, QStringView schemaPath)
{
    for (const Member *child : job::childrenOf(schemaPath)) {
        if (QString(job::name(*child)).compare(property, Qt::CaseInsensitive) == 0)
            return job::name(*child);
    }
    return property.isEmpty() ? property : property.at(0).toLower() + property.sliced(1);
}

Value fitted(const Value &value, const QString &schemaPath);

Value fittedStructure(const Value &value, const QString &schemaPath)
{
    LiteralTable table;
    for (const Value::Entry &entry : value.entries()) {
        const QString name = memberName(entry.key, schemaPath);
        table.put(name, fitted(entry.value, schemaPath + u'.' + name));
    }
    return table.take();
}

Value fittedList(const Value &value, const QString &schemaPath)
{
    QList<Value> items;
    const QList<Value> given = value.isList() ? value.items() : QList<Value>{value};
    for (const Value &item : given)
        items.append(fitted(item, schemaPath + u"[]"_s));
    return Value::list(std::move(items));
}

Value fittedMap(Value value)
{
    for (Value::Entry &entry : value.entries()) {
        if (entry.value.isNumber()) // the cmdlet turns it into text
            entry.value = Value::text(entry.value.toText());
    }
    return value;
}

/// A value as the cmdlet converts it to the type of its member.
Value fitted(const Value &value, const QString &schemaPath)
{
    const Member *member = job::findMember(schemaPath);
    if (!member)
        return value;
    switch (member->type) {
    case Type::Structure:
        return value.isMap() ? fittedStructure(value, schemaPath) : value;
    case Type::List:
        return fittedList(value, schemaPath);
    case Type::Map:
        return value.isMap() ? fittedMap(value) : value;
    case Type::Integer:
        if (const auto number = value.isText() ? readPythonInteger(value.toText()) : std::nullopt)
            return Value::number(*number);
        return value;
    case Type::Text:
    case Type::Enum:
        return value.isNumber() ? Value::text(value.toText()) : value;
    }
    return value;
}

class CallReader
{
public:
    explicit CallReader(const References &references) : m_references(references) { }

    ImportDraft read(const PsCommand &command)
    {
        const QList<PsArgument> &arguments = command.arguments;
        for (qsizetype i = 1; i < arguments.size(); ++i) {
            const PsArgument &argument = arguments.at(i);
            if (argument.splat) {
                takeTable(argument.value);
                continue;
            }
            const auto name = parameterName(argument);
            if (!name) {
                m_leftOut << m_references.restored(argument.value.toText());
                continue;
            }
            const qsizetype colon = name->indexOf(u':');
            const bool hasNext = i + 1 < arguments.size() && !parameterName(arguments.at(i + 1));
            if (colon > 0 && colon + 1 < name->size())
                take(name->first(colon), Value::text(name->sliced(colon + 1)));
            else if (isSwitch(name->toLower()))
                m_leftOut << u'-' + *name;
            else
                take(colon > 0 ? name->first(colon) : *name, hasNext ? arguments.at(++i).value : Value());
        }
        if (!m_leftOut.isEmpty())
            m_draft.findings << optionNote(m_leftOut);
        m_draft.root = m_spec.root();
        return std::move(m_draft);
    }

private:
    static std::optional<QString> parameterName(const PsArgument &argument)
    {
        const QString &text = argument.value.toText();
        const bool isName = argument.bare && text.size() > 1 && isPsDash(text.at(0)) && text.at(1).isLetter();
        return isName ? std::optional(text.sliced(1)) : std::nullopt;
    }

    void takeTable(const Value &table)
    {
        if (!table.isMap())
            m_leftOut << m_references.restored(table.toText());
        for (const Value::Entry &entry : table.entries())
            take(entry.key, entry.value);
    }

    void take(const QString &given, const Value &value)
    {
        const QString name = given.toLower();
        if (name == u"region")
            m_draft.region = m_references.restored(value.toText());
        else if (name == u"profilename")
            m_draft.profile = m_references.restored(value.toText());
        else if (name == u"endpointurl")
            m_draft.endpointUrl = m_references.restored(value.toText());
        else if (const Member *member = isCommon(name) ? nullptr : memberOf(name))
            put(Path::parse(QString::fromLatin1(member->path)), fitted(value, QString::fromLatin1(member->path)));
        else
            m_leftOut << u'-' + given;
    }

    void put(const Path &path, Value value)
    {
        if (m_spec.find(path))
            m_draft.findings << repeatedNote(path.toString());
        m_spec.set(path, std::move(value));
    }

    const References &m_references;
    job::JobSpec m_spec;
    ImportDraft m_draft;
    QStringList m_leftOut;
};

bool isCall(const PsCommand &command)
{
    const QString name = command.arguments.constFirst().value.toText();
    return name.sliced(name.lastIndexOf(u'\\') + 1).compare(u"New-BRKTJob", Qt::CaseInsensitive) == 0;
}

core::Result<> readCalls(const QString &text, ImportSource &source, int depth, QList<ImportDraft> &drafts)
{
    const auto script = readPsScript(text, source.references);
    if (!script)
        return core::fail(script.error());
    for (const PsCommand &command : script->commands) {
        if (!isCall(command))
            continue;
        ImportDraft draft = CallReader(source.references).read(command);
        for (auto variable = script->variables.cbegin(); variable != script->variables.cend(); ++variable) {
            if (variable->isText() || variable->isNumber())
                draft.known.insert(variable.key(), variable->toText());
        }
        drafts.append(std::move(draft));
    }
    constexpr int deepest = 4;
    if (!drafts.isEmpty() || depth == deepest)
        return {};
    for (const QString &inside : script->substitutions) {
        if (!inside.contains(u"BRKTJob", Qt::CaseInsensitive))
            continue;
        if (auto done = readCalls(inside, source, depth + 1, drafts); !done)
            return done;
    }
    return {};
}

} // namespace

ImportDrafts readBrktJobCalls(ImportSource &source)
{
    QList<ImportDraft> drafts;
    if (const auto done = readCalls(source.text, source, 0, drafts); !done)
        return core::fail(done.error());
    if (drafts.isEmpty())
        return core::fail(core::Error::Kind::Usage,
                          Text::tr("There is no New-BRKTJob call in this text. Copy the whole line."));
    return drafts;
}

} // namespace braketeer::exchange
