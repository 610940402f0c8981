#pragma once

#include "gui/job/jobdocument.h"

#include <QUndoCommand>

namespace braketeer::gui {

/// One step of editing, as the whole document before and after: documents share their data, so this costs what changed.
class SpecCommand final : public QUndoCommand
{
public:
    /// `path` empty: the whole document came or went. Commands of one path and stretch merge; stretch -1 never does.
    SpecCommand(JobDocument &document, job::Path path, job::JobSpec after, int stretch, const QString &what);

    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    JobDocument &m_document;
    job::Path m_path;
    job::JobSpec m_before;
    job::JobSpec m_after;
    int m_stretch;
};

} // namespace braketeer::gui
