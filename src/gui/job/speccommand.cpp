#include "gui/job/speccommand.h"

namespace braketeer::gui {

SpecCommand::SpecCommand(JobDocument &document, job::Path path, job::JobSpec after, int stretch, const QString &what)
    : QUndoCommand(what)
    , m_document(document)
    , m_path(std::move(path))
    , m_before(document.spec())
    , m_after(std::move(after))
    , m_stretch(stretch)
{
}

void SpecCommand::undo()
{
    m_document.endTyping(); // what is typed after an undo is a step of its own
    m_document.show(m_before, m_path);
}

void SpecCommand::redo()
{
    m_document.show(m_after, m_path);
}

int SpecCommand::id() const
{
    return m_stretch < 0 ? -1 : 1;
}

bool SpecCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const SpecCommand *>(other); // same id, so same class
    if (next->m_stretch != m_stretch || !(next->m_path == m_path))
        return false;
    m_after = next->m_after;
    setObsolete(m_after == m_before);
    return true;
}

} // namespace braketeer::gui
