#include "exchange/commandline/createjobarguments.h"

#include "exchange/json/readjson.h"
#include "exchange/shorthand/readoption.h"
#include "exchange/yaml/readyaml.h"
#include "job/schema/schema.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using core::Error; // without core:: in front of a function lupdate finds its texts
using job::Value;
using Takes = OptionRule::Takes;

namespace {

constexpr auto inputJson = "--cli-input-json"_L1;
constexpr auto inputYaml = "--cli-input-yaml"_L1;
constexpr auto generateSkeleton = "--generate-cli-skeleton"_L1;

struct SkeletonName
{
    QLatin1StringView name;
    SkeletonKind kind = SkeletonKind::Input;
};

constexpr SkeletonName skeletonNames[] = {
    {"input"_L1, SkeletonKind::Input}, {"output"_L1, SkeletonKind::Output}, {"yaml-input"_L1, SkeletonKind::YamlInput}};

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CreateJobArguments)
};

/// Whether required options may be left out. The AWS CLI looks for the bare words: written with = they do not count.
bool liftsRequired(const QStringList &arguments)
{
    if (arguments.contains(inputJson) || arguments.contains(inputYaml))
        return true;
    const qsizetype skeleton = arguments.indexOf(generateSkeleton);
    return skeleton >= 0 && arguments.value(skeleton + 1) != "output"_L1;
}

QList<OptionRule> rulesFor(const QStringList &arguments, const QList<OptionRule> &ownOptions)
{
    const bool lifted = liftsRequired(arguments);
    QList<OptionRule> rules;
    for (const job::Member *member : job::inModelOrder({}))
        rules.append({.name = QString::fromLatin1(member->option),
                      .takes = member->type == job::Type::List ? Takes::Any : Takes::One,
                      .required = member->required && !lifted});
    QStringList skeletons;
    for (const SkeletonName &skeleton : skeletonNames)
        skeletons << skeleton.name;
    rules.append({.name = inputJson});
    rules.append({.name = inputYaml});
    rules.append(
        {.name = generateSkeleton, .takes = Takes::Perhaps, .choices = skeletons, .withoutArgument = u"input"_s});
    rules.append(ownOptions);
    return rules;
}

std::optional<SkeletonKind> skeletonKind(const ParsedArguments &parsed)
{
    for (const SkeletonName &skeleton : skeletonNames) {
        if (parsed.value(generateSkeleton) == skeleton.name)
            return skeleton.kind;
    }
    return std::nullopt;
}

Error withOption(core::Error error, QLatin1StringView option)
{
    error.message = Text::tr("%1: %2").arg(option, error.message);
    return error;
}

/// The object that --cli-input-json or --cli-input-yaml gives; an empty one without them.
core::Result<Value> readInput(const ParsedArguments &parsed, const FileReader &readFile, QStringList &repeated)
{
    const bool json = parsed.has(inputJson);
    if (!json && !parsed.has(inputYaml))
        return Value::map();
    if (json && parsed.has(inputYaml))
        return core::fail(core::Error::Kind::Usage,
                          Text::tr("Give either %1 or %2, not both.").arg(inputJson, inputYaml));
    const QLatin1StringView option = json ? inputJson : inputYaml;
    const QString argument = parsed.value(option);
    const auto content = readReference(argument, readFile);
    if (content && !*content)
        return core::fail(withOption(content->error(), option));
    const QByteArray text = (content ? **content : argument).toUtf8();
    core::Result<Value> value = json ? readJson(text, DuplicateKeys::LastWins, &repeated) : readYaml(text);
    if (!value || !value->isMap()) {
        core::Error error = value ? core::Error() : value.error();
        if (value)
            error.message = Text::tr("the document must be an object with CreateJob's members.");
        if (!content)
            error.suggestion = Text::tr("To read a file, write file:// before its name.");
        return core::fail(withOption(std::move(error), option));
    }
    return value;
}

} // namespace

core::Result<CreateJobArguments> parseCreateJobArguments(const QStringList &arguments, const FileReader &readFile,
                                                         const QList<OptionRule> &ownOptions)
{
    core::Result<ParsedArguments> parsed = parseArguments(rulesFor(arguments, ownOptions), arguments);
    if (!parsed)
        return core::fail(parsed.error());
    if (!parsed->rest.isEmpty())
        return core::fail(core::Error::Kind::Usage, Text::tr("create-job knows no “%1”. See create-job --help for its "
                                                             "options.")
                                                        .arg(parsed->rest.join(u' ')));
    CreateJobArguments result;
    QList<Value::Entry> given;
    for (const job::Member *member : job::inModelOrder({})) {
        const QString option = QString::fromLatin1(member->option);
        if (!parsed->has(option))
            continue;
        core::Result<Value> value = readOption(*member, parsed->options.value(option), readFile, &result.repeatedKeys);
        if (!value)
            return core::fail(value.error());
        given.append({job::name(*member), std::move(*value)});
    }
    core::Result<Value> document = readInput(*parsed, readFile, result.repeatedKeys);
    if (!document)
        return core::fail(document.error());
    for (Value::Entry &entry : given)
        document->insert(std::move(entry.key), std::move(entry.value));
    result.spec = job::JobSpec(std::move(*document));
    result.skeleton = skeletonKind(*parsed);
    result.own = std::move(*parsed);
    return result;
}

} // namespace braketeer::exchange
