#include "exchange/commandpreview.h"

#include "exchange/command/shortened.h"

#include <algorithm>

namespace braketeer::exchange {

using job::Value;

CommandPreview::CommandPreview(const Target &target, CommandContext context)
    : m_target(&target), m_context(std::move(context))
{
    assemble();
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

QString CommandPreview::fullText() const
{
    return exportText(m_spec, *m_target, m_context);
}

bool CommandPreview::write()
{
    QList<Part> parts;
    bool changed = false;
    for (Value::Entry &member : exportedMembers(m_spec, m_context)) {
        const auto known = std::ranges::find_if(m_parts, [&member](const Part &part) {
            return part.member.key == member.key && part.member.value == member.value;
        });
        if (known != m_parts.cend()) {
            parts.append(*known);
            continue;
        }
        Part part{std::move(member), {}, false};
        const Value shown = shortened(part.member.value, maximumShownCharacters, part.shortened);
        part.shown = m_target->part(part.member.key, part.member.value, shown);
        parts.append(std::move(part));
        changed = true;
    }
    changed = changed || parts.size() != m_parts.size();
    m_parts = std::move(parts);
    assemble();
    return changed;
}

void CommandPreview::assemble()
{
    QList<ExportPart> shown;
    for (const Part &part : std::as_const(m_parts))
        shown.append(part.shown);
    m_displayText = m_target->assemble(shown, m_context);
    m_shortened = std::ranges::any_of(std::as_const(m_parts), &Part::shortened);
}

} // namespace braketeer::exchange
