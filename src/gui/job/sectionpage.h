#pragma once

#include "gui/job/formbinder.h"

#include <QScrollArea>

namespace braketeer::gui {

class EditContext;
class JobDocument;
struct SectionSpec;

/// A section as it stands in the window: heading, one line that explains it, the form, in a scroll area.
///
/// `sections()[i].create(…)` makes one.
class SectionPage final : public QScrollArea
{
    Q_OBJECT
public:
    /// Takes over `form`, which is set up and has its `member` properties, and binds it.
    SectionPage(const SectionSpec &spec, JobDocument &document, EditContext &context, QWidget *form,
                QWidget *parent = nullptr);

    /// Puts the focus on the field of `path` (or the nearest one above it) and scrolls to it. False: not in this
    /// section.
    bool focusMember(const job::Path &path);
    /// Puts the focus on the first field.
    void focusFirst();
    /// Shows the findings of fields that were never left too.
    void showAllFindings();

    /// Enough to begin with: measuring a form that is not laid out yet would be for nothing.
    QSize sizeHint() const override;

    FormBinder &binder() { return m_binder; }

private:
    QWidget *makeColumn(const SectionSpec &spec);

    FormBinder m_binder;
    QWidget *m_form;
};

} // namespace braketeer::gui
