#include "cli/commands/s3/options.h"

#include <QCoreApplication>

#include <array>

namespace braketeer::cli {
namespace {

using enum S3Verb;

struct Row
{
    S3Option option = {};
    S3Verbs verbs;
};

constexpr S3Verbs allVerbs = Ls | Cp | Rm | Mb | Presign;

constexpr std::array table{
    Row{{"--recursive", nullptr, QT_TRANSLATE_NOOP("S3Command", "everything below, not one object or one folder")},
        Ls | Cp | Rm},
    Row{{"--exclude", "PATTERN",
         QT_TRANSLATE_NOOP("S3Command", "leave out what the pattern fits: * any text, ? a character, [ab-d] one of "
                                        "those, [!ab] none of those; compared with the name below the source")},
        Cp | Rm},
    Row{{"--include", "PATTERN",
         QT_TRANSLATE_NOOP("S3Command", "take it after all; of several patterns the last that fits decides")},
        Cp | Rm},
    Row{{"--dryrun", nullptr, QT_TRANSLATE_NOOP("S3Command", "say what would be done, and do nothing")}, Cp | Rm},
    Row{{"--no-overwrite", nullptr,
         QT_TRANSLATE_NOOP("S3Command", "leave files and objects alone that are there already")},
        Cp},
    Row{{"--quiet", nullptr, QT_TRANSLATE_NOOP("S3Command", "say nothing at all")}, Cp | Rm},
    Row{{"--only-show-errors", nullptr, QT_TRANSLATE_NOOP("S3Command", "say what fails, and nothing else")}, Cp | Rm},
    Row{{"--no-progress", nullptr, QT_TRANSLATE_NOOP("S3Command", "show no progress, on a terminal either")}, Cp},
    Row{{"--content-type", "TYPE",
         QT_TRANSLATE_NOOP("S3Command", "of the objects that are uploaded; by default by the file's name")},
        Cp},
    Row{{"--storage-class", "CLASS", QT_TRANSLATE_NOOP("S3Command", "of the objects, such as STANDARD_IA")}, Cp},
    Row{{"--expected-size", "BYTES",
         QT_TRANSLATE_NOOP("S3Command", "how long standard input is, for parts of a fitting size; needed by no "
                                        "stream, of use for those of more than 60 GiB")},
        Cp},
    Row{{"--human-readable", nullptr, QT_TRANSLATE_NOOP("S3Command", "sizes as 1.5 MiB")}, Ls},
    Row{{"--summarize", nullptr, QT_TRANSLATE_NOOP("S3Command", "number and size of all objects at the end")}, Ls},
    Row{{"--page-size", "N", QT_TRANSLATE_NOOP("S3Command", "keys of one request: 1 to 1000")}, Ls},
    Row{{"--expires-in", "SECONDS",
         QT_TRANSLATE_NOOP("S3Command", "how long the URL works: 1 to 604800, by default 3600")},
        Presign},
    Row{{"--no-sign-request", nullptr, QT_TRANSLATE_NOOP("S3Command", "ask without keys: for public buckets")},
        allVerbs},
    Row{{"--request-payer", "requester",
         QT_TRANSLATE_NOOP("S3Command", "agree to pay for requests and transfer where the bucket's owner does not; "
                                        "the value may be left out")},
        allVerbs},
};

OptionRule ruleOf(const S3Option &option)
{
    OptionRule rule;
    rule.name = QString::fromLatin1(option.name);
    rule.takes = option.value ? Takes::One : Takes::Nothing;
    if (rule.name == u"--request-payer") {
        rule.takes = Takes::Perhaps;
        rule.withoutArgument = QStringLiteral("requester");
        rule.choices = QStringList{rule.withoutArgument};
    }
    return rule;
}

} // namespace

QList<S3Option> s3Options(S3Verb verb)
{
    QList<S3Option> options;
    for (const Row &row : table) {
        if (row.verbs.testFlag(verb))
            options.append(row.option);
    }
    return options;
}

QList<OptionRule> s3Rules(S3Verb verb)
{
    QList<OptionRule> rules;
    const QList<S3Option> options = s3Options(verb);
    for (const S3Option &option : options)
        rules.append(ruleOf(option));
    return rules;
}

} // namespace braketeer::cli
