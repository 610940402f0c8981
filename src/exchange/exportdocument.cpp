#include "exchange/exportdocument.h"

#include "exchange/command/filename.h"
#include "exchange/command/parameter.h"
#include "exchange/json/writejson.h"
#include "job/schema/schema.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using core::Error;
using job::Value;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportDocument)
};

constexpr auto clientToken = "clientToken"_L1;

bool hasNul(const Value &value)
{
    return (value.isText() && value.toText().contains(QChar::Null)) || std::ranges::any_of(value.items(), hasNul)
           || std::ranges::any_of(value.entries(), [](const Value::Entry &entry) {
                  return entry.key.contains(QChar::Null) || hasNul(entry.value);
              });
}

qsizetype charactersIn(const Value &value)
{
    qsizetype count = value.isText() ? value.toText().size() : 0;
    for (const Value &item : value.items())
        count += charactersIn(item);
    for (const Value::Entry &entry : value.entries())
        count += entry.key.size() + charactersIn(entry.value);
    return count;
}

QString withoutNul(QString text)
{
    return text.replace(QChar::Null, u"\u2400"_s);
}

core::Result<QString> writeText(const Target &target, ExportFrame &frame)
{
    frame.parts.clear();
    if (target.part && frame.form != Form::File) {
        for (const ExportMember &member : std::as_const(frame.members))
            frame.parts.append(target.part(member, frame.form));
    }
    return target.assemble(frame);
}

QStringList notesOn(const Target &target, const ExportFrame &frame)
{
    QStringList notes;
    const Form wanted = frame.context.form;
    if (frame.form == Form::File && wanted != Form::File)
        notes << Text::tr("The text would be longer than %n character(s), too much for some shells and systems: the "
                          "document stands in the file %1 instead.",
                          nullptr, int(longestExportedText))
                     .arg(frame.fileName);
    else if (frame.form != wanted)
        notes << Text::tr("“%1” has no form of its own for that; this is the readable one.").arg(label(target));
    if (target.notes)
        notes << target.notes(frame);
    const bool hasToken = std::ranges::any_of(frame.members,
                                              [](const ExportMember &member) { return member.key == clientToken; });
    if (hasToken)
        notes << Text::tr("It holds the client token: sent again, it is the same request and starts no second job. "
                          "Leave the token out to start another job.");
    return notes;
}

} // namespace

QList<Value::Entry> exportedMembers(const job::JobSpec &spec, const CommandContext &context)
{
    QList<Value::Entry> known;
    for (const job::Member *member : job::inModelOrder({})) {
        const Value *value = spec.root().find(QString(job::name(*member)));
        if (value && (context.withClientToken || job::name(*member) != clientToken))
            known.append({job::name(*member), *value});
    }
    for (const Value::Entry &entry : spec.root().entries()) {
        if (!findTopLevelMember(entry.key))
            known.append(entry);
    }
    return known;
}

QByteArray exportedFile(const job::JobSpec &spec, const CommandContext &context)
{
    return writeJson(Value::map(exportedMembers(spec, context)), JsonForm::IndentedAscii);
}

core::Result<> checkExportable(const QList<Value::Entry> &members)
{
    for (const Value::Entry &member : members) {
        if (member.key.contains(QChar::Null) || hasNul(member.value))
            return core::fail(Error::Kind::Usage,
                              Text::tr("“%1” holds a NUL character (U+0000), which no command can carry. Remove it.")
                                  .arg(withoutNul(member.key)));
    }
    return {};
}

Form formFor(const Target &target, const CommandContext &context, const QList<Value::Entry> &members)
{
    qsizetype least = 0;
    for (const Value::Entry &member : members)
        least += member.key.size() + charactersIn(member.value);
    if (target.forms.testFlag(Form::File) && (context.form == Form::File || least > longestExportedText))
        return Form::File;
    return target.forms.testFlag(context.form) ? context.form : Form::Readable;
}

core::Result<Exported> exportDocument(const job::JobSpec &spec, const Target &target, const CommandContext &context)
{
    const QList<Value::Entry> members = exportedMembers(spec, context);
    if (const auto checked = checkExportable(members); !checked)
        return core::fail(checked.error());
    ExportFrame frame{.context = context,
                      .form = formFor(target, context, members),
                      .fileName = documentFileName(spec.text(job::Path::parse(u"jobName")))};
    for (const Value::Entry &member : members)
        frame.members.append({member.key, member.value, member.value});
    auto text = writeText(target, frame);
    if (text && text->size() > longestExportedText && frame.form != Form::File && target.forms.testFlag(Form::File)) {
        frame.form = Form::File;
        text = writeText(target, frame);
    }
    if (!text)
        return core::fail(text.error());
    Exported exported{.text = std::move(*text), .form = frame.form, .notes = notesOn(target, frame)};
    if (frame.form == Form::File) {
        exported.file = exportedFile(spec, context);
        exported.fileName = frame.fileName;
    }
    return exported;
}

} // namespace braketeer::exchange
