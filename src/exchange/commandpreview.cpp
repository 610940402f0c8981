#include "exchange/commandpreview.h"

#include "exchange/command/filename.h"
#include "exchange/command/shortened.h"
#include "exchange/json/writejson.h"

#include <algorithm>

namespace braketeer::exchange {

using job::Value;

CommandPreview::CommandPreview(const Target &target, CommandContext context)
    : m_target(&target), m_context(std::move(context))
{
    write();
}

void CommandPreview::setTarget(const Target &target)
{
    m_target = &target;
    m_parts.clear();
    write();
}

void CommandPreview::setContext(CommandContext context)
{
    m_context = std::move(context);
    write();
}

bool CommandPreview::update(const job::JobSpec &spec)
{
    m_spec = spec;
    return write();
}

core::Result<Exported> CommandPreview::exported() const
{
    return exportDocument(m_spec, *m_target, m_context);
}

QString CommandPreview::fullText() const
{
    return exported().value_or(Exported()).text;
}

QString CommandPreview::displayFile() const
{
    if (m_frame.form != Form::File)
        return {};
    QList<Value::Entry> members;
    for (const Part &part : m_parts)
        members.append({part.member.key, part.member.shown});
    return QString::fromUtf8(writeJson(Value::map(std::move(members)), JsonForm::IndentedAscii));
}

bool CommandPreview::write()
{
    QList<Part> parts;
    bool changed = false;
    const QList<Value::Entry> members = exportedMembers(m_spec, m_context);
    for (const Value::Entry &member : members) {
        const auto known = std::ranges::find_if(m_parts, [&member](const Part &part) {
            return part.member.key == member.key && part.member.value == member.value;
        });
        if (known != m_parts.cend()) {
            parts.append(*known);
            continue;
        }
        Part part;
        part.member = {member.key, member.value, shortened(member.value, maximumShownCharacters, part.shortened)};
        parts.append(std::move(part));
        changed = true;
    }
    changed = changed || parts.size() != m_parts.size();
    m_parts = std::move(parts);
    m_shortened = std::ranges::any_of(std::as_const(m_parts), &Part::shortened);
    assemble(members);
    return changed;
}

void CommandPreview::assemble(const QList<Value::Entry> &members)
{
    m_displayText.clear();
    m_problem.clear();
    if (const auto checked = checkExportable(members); !checked) {
        m_problem = checked.error().text();
        return;
    }
    m_frame.context = m_context;
    m_frame.fileName = documentFileName(m_spec.text(job::Path::parse(u"jobName")));
    auto text = textOf(formFor(*m_target, m_context, members));
    if (isTooLong(text))
        text = textOf(Form::File);
    if (text)
        m_displayText = std::move(*text);
    else
        m_problem = text.error().text();
}

bool CommandPreview::isTooLong(const core::Result<QString> &text) const
{
    if (!text || m_frame.form == Form::File || !m_target->forms.testFlag(Form::File))
        return false;
    // A document of a few thousand characters, or it would have begun as a file: writing it whole takes no time.
    return text->size() > longestExportedText || (m_shortened && exported().value_or(Exported()).form == Form::File);
}

core::Result<QString> CommandPreview::textOf(Form form)
{
    if (m_frame.form != form) {
        for (Part &part : m_parts)
            part.text.reset();
    }
    m_frame.form = form;
    m_frame.members.clear();
    m_frame.parts.clear();
    for (Part &part : m_parts) {
        m_frame.members.append(part.member);
        if (!m_target->part || form == Form::File)
            continue;
        if (!part.text)
            part.text = m_target->part(part.member, form);
        m_frame.parts.append(*part.text);
    }
    return m_target->assemble(m_frame);
}

} // namespace braketeer::exchange
