#include "exchange/import/shell/callreader.h"

#include "exchange/commandline/parsearguments.h"
#include "exchange/import/files.h"
#include "exchange/import/literaltable.h"
#include "exchange/import/notes.h"
#include "exchange/json/readjson.h"
#include "exchange/shorthand/readoption.h"
#include "exchange/yaml/readyaml.h"
#include "job/schema/schema.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using core::Error; // without core:: in front of a function lupdate finds its texts
using job::Value;
using Takes = OptionRule::Takes;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

/// No option of that many pairs in shorthand is one: the reader of shorthand looks through all it has at each.
constexpr qsizetype mostShorthandPairs = 20000;

/// Global options of the AWS CLI, and those of Braketeer's own command. What describes the job's place is kept.
const QList<OptionRule> &globalRules()
{
    static const QList<OptionRule> rules{
        {.name = u"--region"_s},
        {.name = u"--profile"_s},
        {.name = u"--endpoint-url"_s},
        {.name = u"--output"_s},
        {.name = u"--query"_s},
        {.name = u"--color"_s},
        {.name = u"--ca-bundle"_s},
        {.name = u"--cli-read-timeout"_s},
        {.name = u"--cli-connect-timeout"_s},
        {.name = u"--cli-binary-format"_s},
        {.name = u"--debug"_s, .takes = Takes::Nothing},
        {.name = u"--no-verify-ssl"_s, .takes = Takes::Nothing},
        {.name = u"--no-paginate"_s, .takes = Takes::Nothing},
        {.name = u"--no-sign-request"_s, .takes = Takes::Nothing},
        {.name = u"--no-cli-pager"_s, .takes = Takes::Nothing},
        {.name = u"--cli-auto-prompt"_s, .takes = Takes::Nothing},
        {.name = u"--no-cli-auto-prompt"_s, .takes = Takes::Nothing},
        {.name = u"--no-check"_s, .takes = Takes::Nothing},
        {.name = u"--dry-run"_s, .takes = Takes::Nothing},
        {.name = u"--no-history"_s, .takes = Takes::Nothing},
    };
    return rules;
}

QList<OptionRule> memberRules()
{
    QList<OptionRule> rules{{.name = u"--cli-input-json"_s}, {.name = u"--cli-input-yaml"_s}};
    for (const job::Member *member : job::inModelOrder({}))
        rules.append({.name = QString::fromLatin1(member->option),
                      .takes = member->type == job::Type::List ? Takes::Any : Takes::One});
    return rules;
}

class CallReader
{
public:
    CallReader(ImportSource &source, const ShellScript &script) : m_source(source), m_script(script)
    {
        m_files = [this](const QString &path) { return readFile(path); };
    }

    core::Result<ImportDraft> read(const ShellCommand &command, const QStringList &words)
    {
        m_draft.known = m_script.assignments;
        const auto global = parseArguments(globalRules(), words);
        if (!global)
            return core::fail(global.error());
        QStringList rest = global->rest;
        if (rest.value(0) == u"braket")
            rest.removeFirst();
        if (rest.value(0) != u"create-job")
            return core::fail(Error::Kind::Usage, Text::tr("The command is not aws braket create-job."));
        rest.removeFirst();
        takeGlobals(*global);
        const auto parsed = parseArguments(memberRules(), rest);
        if (!parsed)
            return core::fail(parsed.error());
        if (const auto done = takeMembers(*parsed); !done)
            return core::fail(done.error());
        m_leftOut << parsed->rest;
        if (!m_leftOut.isEmpty())
            m_draft.findings << optionNote(restored(m_leftOut));
        for (const QString &word : command.braces)
            m_draft.findings << bracesNote(m_source.references.restored(word));
        return std::move(m_draft);
    }

private:
    QStringList restored(QStringList texts) const
    {
        for (QString &text : texts)
            text = m_source.references.restored(text);
        return texts;
    }

    void takeGlobals(const ParsedArguments &global)
    {
        m_draft.profile = m_source.references.restored(global.value(u"--profile"_s));
        m_draft.region = m_source.references.restored(global.value(u"--region"_s));
        m_draft.endpointUrl = m_source.references.restored(global.value(u"--endpoint-url"_s));
        for (const OptionRule &rule : globalRules().sliced(3)) {
            if (global.has(rule.name))
                m_leftOut << rule.name;
        }
    }

    /// Files that the text itself writes come first.
    core::Result<QByteArray> readFile(const QString &path)
    {
        const auto written = m_script.files.constFind(path);
        if (written != m_script.files.constEnd())
            return written->toUtf8();
        const bool isOpen = m_source.references.isIn(path);
        core::Result<QByteArray> bytes = !isOpen && m_source.files ? m_source.files(path) : noFile(path);
        if (!bytes) {
            const QString name = m_source.references.restored(path);
            m_missing << name;
            if (!m_draft.missingFiles.contains(name))
                m_draft.missingFiles << name;
        }
        return bytes;
    }

    core::Result<> takeMembers(const ParsedArguments &parsed)
    {
        if (auto done = takeInput(parsed); !done)
            return done;
        for (const job::Member *member : job::inModelOrder({})) {
            const QString option = QString::fromLatin1(member->option);
            if (!parsed.has(option))
                continue;
            auto value = readMember(*member, parsed.options.value(option));
            if (!value)
                return core::fail(value.error());
            m_draft.root.insert(job::name(*member), std::move(*value));
        }
        return {};
    }

    /// A value that cannot be read because of a file or of what is left open stays as it was written.
    core::Result<Value> readMember(const job::Member &member, const QStringList &arguments)
    {
        const bool isOpen = std::ranges::any_of(
            arguments, [this](const QString &argument) { return m_source.references.isIn(argument); });
        if (const auto done = checkSize(member, arguments); !done)
            return core::fail(done.error());
        m_missing.clear();
        QStringList repeated;
        core::Result<Value> value = readOption(member, arguments, m_files, &repeated);
        for (const QString &key : std::as_const(repeated))
            m_draft.findings << repeatedNote(key);
        const job::Path path = job::Path().child(job::name(member));
        for (const QString &name : std::as_const(m_missing))
            m_draft.findings << fileNote(path, name);
        if (value || (!isOpen && m_missing.isEmpty()))
            return value;
        if (isOpen)
            m_draft.arguments.insert(job::name(member), arguments);
        return Value::text(arguments.join(u' '));
    }

    static core::Result<> checkSize(const job::Member &member, const QStringList &arguments)
    {
        for (const QString &argument : arguments) {
            const bool isShorthand = member.type != job::Type::Text && !argument.trimmed().startsWith(u'{')
                                     && !argument.trimmed().startsWith(u'[');
            if (isShorthand && argument.count(u',') > mostShorthandPairs)
                return core::fail(Error::Kind::Usage, Text::tr("%1 has more pairs than any job can have. Shorten it.")
                                                          .arg(QString::fromLatin1(member.option)));
        }
        return {};
    }

    core::Result<> takeInput(const ParsedArguments &parsed)
    {
        for (const QString &option : {u"--cli-input-json"_s, u"--cli-input-yaml"_s}) {
            if (!parsed.has(option))
                continue;
            auto value = readInput(option, parsed.value(option));
            if (!value)
                return core::fail(value.error());
            LiteralTable root(m_draft.root);
            for (const Value::Entry &entry : value->entries())
                root.put(entry.key, entry.value);
            m_draft.root = root.take();
        }
        return {};
    }

    core::Result<Value> readInput(const QString &option, const QString &argument)
    {
        m_missing.clear();
        const auto content = readReference(argument, m_files);
        for (const QString &name : std::as_const(m_missing))
            m_draft.findings << fileNote({}, name);
        if (!m_missing.isEmpty())
            return Value::map();
        if (content && !*content)
            return core::fail(content->error());
        const QByteArray text = (content ? **content : argument).toUtf8();
        QStringList repeated;
        const bool isJson = option == u"--cli-input-json";
        core::Result<Value> value = isJson ? readJson(text, DuplicateKeys::LastWins, &repeated) : readYaml(text);
        for (const QString &key : std::as_const(repeated))
            m_draft.findings << repeatedNote(key);
        if (value && value->isMap())
            return value;
        if (m_source.references.isIn(argument)) {
            m_draft.findings << openNote({}, m_source.references.sourcesIn(argument), std::nullopt);
            return Value::map();
        }
        Error error = value ? Error() : value.error();
        if (value)
            error.message = Text::tr("the document must be an object with CreateJob's members.");
        error.message = Text::tr("%1: %2").arg(option, error.message);
        return core::fail(std::move(error));
    }

    ImportSource &m_source;
    const ShellScript &m_script;
    FileReader m_files;
    ImportDraft m_draft;
    QStringList m_missing; ///< of the option that is being read
    QStringList m_leftOut;
};

} // namespace

core::Result<ImportDraft> readCall(ImportSource &source, const ShellScript &script, const ShellCommand &command,
                                   const QStringList &words)
{
    return CallReader(source, script).read(command, words);
}

} // namespace braketeer::exchange
