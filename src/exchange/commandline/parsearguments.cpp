#include "exchange/commandline/parsearguments.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using Takes = OptionRule::Takes;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// One word of the command line. Source of the rules: Python's argparse.py, _parse_optional and _get_option_tuples.
struct Word
{
    enum class Kind { Argument, Option, UnknownOption, Separator };

    Kind kind = Kind::Argument;
    const OptionRule *rule = nullptr;
    QString text;
    std::optional<QString> joined; ///< what follows the = of `--option=argument`
};

bool isNegativeNumber(const QString &text)
{
    static const QRegularExpression number(u"^-\\d+$|^-\\d*\\.\\d+$"_s);
    return number.match(text).hasMatch();
}

const OptionRule *ruleNamed(const QList<OptionRule> &rules, QStringView name)
{
    const auto found = std::ranges::find_if(rules, [name](const OptionRule &rule) { return rule.name == name; });
    return found == rules.cend() ? nullptr : &*found;
}

core::Result<Word> classify(const QList<OptionRule> &rules, const QString &text)
{
    Word word{Word::Kind::Argument, nullptr, text, std::nullopt};
    if (text.size() < 2 || !text.startsWith(u'-'))
        return word;
    const qsizetype sign = text.indexOf(u'=');
    const QString name = text.left(sign < 0 ? text.size() : sign);
    word.rule = ruleNamed(rules, text);
    if (!word.rule && sign >= 0) {
        word.joined = text.mid(sign + 1);
        word.rule = ruleNamed(rules, name);
    }
    if (!word.rule && text.startsWith("--"_L1)) {
        QStringList candidates;
        for (const OptionRule &rule : rules) {
            if (rule.name.startsWith(name)) {
                candidates << rule.name;
                word.rule = &rule;
            }
        }
        if (candidates.size() > 1)
            return core::fail(
                core::Error::Kind::Usage,
                Text::tr("“%1” could mean %2. Write the option out.").arg(name, candidates.join(u", "_s)));
    }
    if (word.rule)
        word.kind = Word::Kind::Option;
    else if (!isNegativeNumber(text) && !text.contains(u' '))
        word.kind = Word::Kind::UnknownOption;
    return word;
}

core::Result<QList<Word>> classifyAll(const QList<OptionRule> &rules, const QStringList &arguments)
{
    QList<Word> words;
    bool optionsEnded = false;
    for (const QString &text : arguments) {
        if (optionsEnded) {
            words.append({Word::Kind::Argument, nullptr, text, std::nullopt});
        } else if (text == "--"_L1) {
            words.append({Word::Kind::Separator, nullptr, text, std::nullopt});
            optionsEnded = true;
        } else {
            core::Result<Word> word = classify(rules, text);
            if (!word)
                return core::fail(word.error());
            words.append(std::move(*word));
        }
    }
    return words;
}

/// How many of the `available` arguments after an option belong to it; -1 where one is missing.
qsizetype argumentCount(Takes takes, qsizetype available)
{
    switch (takes) {
    case Takes::Nothing:
        return 0;
    case Takes::One:
        return available > 0 ? 1 : -1;
    case Takes::Perhaps:
        return qMin<qsizetype>(available, 1);
    case Takes::Any:
        return available;
    }
    return 0;
}

qsizetype argumentsAfter(const QList<Word> &words, qsizetype index)
{
    qsizetype count = 0;
    while (index + 1 + count < words.size() && words.at(index + 1 + count).kind == Word::Kind::Argument)
        ++count;
    return count;
}

core::Result<QStringList> argumentsOf(const QList<Word> &words, qsizetype index)
{
    const Word &word = words.at(index);
    const OptionRule &rule = *word.rule;
    if (word.joined) {
        if (rule.takes == Takes::Nothing)
            return core::fail(core::Error::Kind::Usage, Text::tr("%1 takes no argument.").arg(rule.name));
        return QStringList{*word.joined};
    }
    const qsizetype count = argumentCount(rule.takes, argumentsAfter(words, index));
    if (count < 0)
        return core::fail(
            core::Error::Kind::Usage,
            Text::tr("%1 needs an argument. Write %1=… when the argument begins with a hyphen.").arg(rule.name));
    QStringList arguments;
    for (qsizetype i = 1; i <= count; ++i)
        arguments << words.at(index + i).text;
    return arguments;
}

core::Result<> checkChoice(const OptionRule &rule, const QStringList &arguments)
{
    if (rule.choices.isEmpty())
        return {};
    for (const QString &argument : arguments) {
        if (!rule.choices.contains(argument))
            return core::fail(
                core::Error::Kind::Usage,
                Text::tr("%1 takes one of %2, not “%3”.").arg(rule.name, rule.choices.join(u", "_s), argument));
    }
    return {};
}

core::Result<> checkRequired(const QList<OptionRule> &rules, const ParsedArguments &parsed)
{
    QStringList missing;
    for (const OptionRule &rule : rules) {
        if (rule.required && !parsed.has(rule.name))
            missing << rule.name;
    }
    if (missing.isEmpty())
        return {};
    return core::fail(core::Error::Kind::Usage,
                      Text::tr("These options are required and missing: %1.").arg(missing.join(u", "_s)));
}

} // namespace

core::Result<ParsedArguments> parseArguments(const QList<OptionRule> &rules, const QStringList &arguments)
{
    const core::Result<QList<Word>> words = classifyAll(rules, arguments);
    if (!words)
        return core::fail(words.error());
    ParsedArguments parsed;
    for (qsizetype i = 0; i < words->size(); ++i) {
        const Word &word = words->at(i);
        if (word.kind != Word::Kind::Option) {
            parsed.rest << word.text;
            continue;
        }
        core::Result<QStringList> own = argumentsOf(*words, i);
        if (!own)
            return core::fail(own.error());
        if (const core::Result<> choice = checkChoice(*word.rule, *own); !choice)
            return core::fail(choice.error());
        if (!word.joined)
            i += own->size();
        if (own->isEmpty() && word.rule->takes == Takes::Perhaps)
            *own << word.rule->withoutArgument;
        parsed.options.insert(word.rule->name, *own);
        parsed.given.append({word.rule->name, *own});
    }
    if (const core::Result<> complete = checkRequired(rules, parsed); !complete)
        return core::fail(complete.error());
    return parsed;
}

} // namespace braketeer::exchange
