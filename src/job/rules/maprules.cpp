#include "job/rules/families.h"
#include "job/rules/say.h"
#include "job/rules/secretlike.h"

#include <algorithm>

namespace braketeer::job::rules {

using namespace Qt::StringLiterals;

namespace {

Path hyperParameters()
{
    return Path().child(u"hyperParameters"_s);
}

Path tags()
{
    return Path().child(u"tags"_s);
}

const QList<Value::Entry> &entriesAt(const JobSpec &spec, const Path &path)
{
    static const QList<Value::Entry> none;
    const Value *map = spec.find(path);
    return map ? map->entries() : none;
}

bool isTagCharacter(QChar c)
{
    const bool alphanumeric = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    return alphanumeric || QStringView(u" _.:/=+-@").contains(c);
}

// Source for the limits of tags: Amazon Braket Developer Guide, "Tagging restrictions".
constexpr qsizetype mostTags = 50;
constexpr qsizetype longestTagKey = 128;
constexpr qsizetype longestTagValue = 256;

void checkTagKey(const QString &key, Findings &findings)
{
    const auto say = [&key, &findings](Severity severity, const QString &message) {
        findings.append(finding(u"V75"_s, severity, tags().child(key), message));
    };
    const qsizetype length = codePoints(key);
    if (key.isEmpty())
        say(Severity::Error, Rules::tr("A tag has no name: give it one, or remove it."));
    if (length > longestTagKey)
        say(Severity::Error, Rules::tr("The tag name %1 has %2 characters, and at most %3 are allowed: shorten it.")
                                 .arg(quoted(key), QString::number(length), QString::number(longestTagKey)));
    if (key.startsWith("aws:"_L1, Qt::CaseInsensitive))
        say(Severity::Error,
            Rules::tr("Tag names that start with “aws:” belong to AWS: choose another for %1.").arg(quoted(key)));
    else if (key.startsWith("aws"_L1, Qt::CaseInsensitive))
        say(Severity::Warning,
            Rules::tr("Tag names that start with “aws” are reserved: choose another for %1.").arg(quoted(key)));
    if (!std::ranges::all_of(key, isTagCharacter))
        say(Severity::Warning, Rules::tr("The tag name %1 has characters other than letters, digits, spaces and "
                                         "_ . : / = + - @: they may be refused.")
                                   .arg(quoted(key)));
}

void checkTagValue(const QString &key, const QString &value, Findings &findings)
{
    const qsizetype length = codePoints(value);
    if (length > longestTagValue)
        findings.append(
            finding(u"V75"_s, Severity::Error, tags().child(key),
                    Rules::tr("The value of the tag %1 has %2 characters, and at most %3 are allowed: shorten it.")
                        .arg(quoted(key), QString::number(length), QString::number(longestTagValue))));
    if (!std::ranges::all_of(value, isTagCharacter))
        findings.append(
            finding(u"V75"_s, Severity::Warning, tags().child(key),
                    Rules::tr("The value of the tag %1 has characters other than letters, digits, spaces and "
                              "_ . : / = + - @: they may be refused.")
                        .arg(quoted(key))));
}

} // namespace

void checkHyperParameterCharacters(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    for (const Value::Entry &entry : entriesAt(spec, hyperParameters())) {
        const QString &value = entry.value.toText();
        const QStringView rewritten = u"$(&`";
        const auto odd = std::ranges::find_if(rewritten, [&value](QChar c) { return value.contains(c); });
        if (odd == rewritten.end())
            continue;
        // Source: amazon-braket-sdk-python 1.125.0, jobs/hybrid_job.py.
        findings.append(
            finding(u"V72"_s, Severity::Warning, hyperParameters().child(entry.key),
                    Rules::tr("The value of %1 has the character %2, which Braket's SDK replaces because the service "
                              "may not take it: write it in another way if the job is refused.")
                        .arg(quoted(entry.key), quoted(QStringView(&*odd, 1)))));
    }
}

void checkHyperParameterSecrets(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    for (const Value::Entry &entry : entriesAt(spec, hyperParameters())) {
        const SecretHint hint = looksSecret(entry.key, entry.value.toText());
        if (hint == SecretHint::None)
            continue;
        // Source: Amazon Braket API Reference, CreateJob. The value itself is never repeated here.
        findings.append(
            finding(u"V73"_s, Severity::Warning, hyperParameters().child(entry.key),
                    Rules::tr("The hyperparameter %1 looks like a secret, and hyperparameters are stored in plain "
                              "text and appear in logs: keep it in AWS Secrets Manager and pass its name.")
                        .arg(quoted(entry.key))));
    }
}

void checkTags(const JobSpec &spec, const CheckContext &, Findings &findings)
{
    const QList<Value::Entry> &entries = entriesAt(spec, tags());
    if (entries.size() > mostTags)
        findings.append(finding(u"V75"_s, Severity::Error, tags(),
                                Rules::tr("There are %1 tags, and at most %2 are allowed: remove %3.")
                                    .arg(QString::number(entries.size()), QString::number(mostTags),
                                         QString::number(entries.size() - mostTags))));
    for (const Value::Entry &entry : entries) {
        checkTagKey(entry.key, findings);
        if (entry.value.isText())
            checkTagValue(entry.key, entry.value.toText(), findings);
    }
}

} // namespace braketeer::job::rules
