#include "exchange/import/notes.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Finding;
using job::Path;
using job::Severity;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

QString brief(const QString &text)
{
    constexpr qsizetype longest = 80;
    return text.size() <= longest ? text : text.first(longest) + u'…';
}

QString listed(const QStringList &texts)
{
    constexpr qsizetype most = 12;
    QStringList shown;
    for (const QString &text : texts.first(qMin(most, texts.size())))
        shown << Text::tr("“%1”").arg(brief(text));
    if (texts.size() > most)
        shown << u"…"_s;
    return shown.join(u", "_s);
}

Finding note(const QString &id, Severity severity, const Path &path, const QString &message)
{
    Finding finding;
    finding.id = id;
    finding.severity = severity;
    finding.path = path;
    finding.message = message;
    return finding;
}

} // namespace

Finding openNote(const Path &path, const QStringList &sources, const std::optional<job::Value> &fix)
{
    Finding finding = note(u"I-open"_s, Severity::Warning, path,
                           Text::tr("%1 stands here, as the text has it: nothing is run or expanded. Put its value in "
                                    "its place.")
                               .arg(listed(sources)));
    if (fix) {
        const QString shown = fix->isText() ? Text::tr("Use “%1”").arg(brief(fix->toText()))
                                            : Text::tr("Use what the text assigns to it");
        finding.fix = job::Fix{shown, path, *fix};
    }
    return finding;
}

Finding fileNote(const Path &path, const QString &name)
{
    return note(u"I-file"_s, Severity::Warning, path,
                Text::tr("The file “%1” is not there; choose it, or put its content in its place.").arg(brief(name)));
}

Finding unknownNote(const Path &path)
{
    return note(u"I-unknown"_s, Severity::Info, path,
                Text::tr("The service model has no member of this name; it was kept as it is."));
}

Finding renamedNote(const Path &now, const QString &before)
{
    return note(
        u"I-renamed"_s, Severity::Info, now,
        Text::tr("It stood at %1, where the API had it before; it was moved to its place of today.").arg(before));
}

Finding obsoleteNote(const Path &path)
{
    return note(u"I-obsolete"_s, Severity::Warning, path,
                Text::tr("An early version of the API had this member; today's refuses it. Remove it."));
}

Finding placeholderNote(int count)
{
    return note(u"I-placeholder"_s, Severity::Info, {},
                Text::tr("%n place(s) of a skeleton that nobody filled in were left out.", nullptr, count));
}

Finding answerNote(const QStringList &members)
{
    return note(u"I-answer"_s, Severity::Info, {},
                Text::tr("This was left out, because only answers of the service have it: %1.").arg(listed(members)));
}

Finding hiddenNote(const QString &member)
{
    return note(u"I-hidden"_s, Severity::Warning, {},
                Text::tr("The service had hidden the value of %1; it was left out. Fill it in again.").arg(member));
}

Finding tokenNote()
{
    return note(u"I-token"_s, Severity::Warning, Path::parse(u"clientToken"),
                Text::tr("With this client token the service takes the job for the one that was submitted with it "
                         "before, and starts no other. Clear it unless that is what you want."));
}

Finding droppedTokenNote()
{
    return note(u"I-token"_s, Severity::Info, {},
                Text::tr("The client token of the recorded request was left out: with it no new job would start."));
}

Finding optionNote(const QStringList &options)
{
    return note(u"I-option"_s, Severity::Info, {},
                Text::tr("This was left out, because it does not describe the job: %1.").arg(listed(options)));
}

Finding repeatedNote(const QString &member)
{
    return note(u"I-repeated"_s, Severity::Warning, {},
                Text::tr("“%1” is here more than once; the last one counts.").arg(brief(member)));
}

Finding bracesNote(const QString &word)
{
    return note(u"I-braces"_s, Severity::Info, {},
                Text::tr("Without quotes round it, bash takes %1 apart at its commas. It was read as the AWS CLI would "
                         "read it in quotes.")
                    .arg(listed({word})));
}

Finding ambiguousNote(const QStringList &shells)
{
    return note(u"I-ambiguous"_s, Severity::Warning, {},
                Text::tr("This text means something else to %1. Say which shell it was written for, should that be "
                         "the case.")
                    .arg(shells.join(u", "_s)));
}

} // namespace braketeer::exchange
